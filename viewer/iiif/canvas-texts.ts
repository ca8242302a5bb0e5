import { textsOf } from './annotation-page.ts';
import { idOf } from './json.ts';
import { isEmbedded, type Canvas, type Manifest } from './manifest.ts';
import { finerPageOf } from './finer-page.ts';
import { linksIn } from './links.ts';
import { outlinesIn } from './outlines.ts';
import type { Text } from './text.ts';

/** What has come of an annotation page that was asked for. */
export type Fetched = { json?: unknown; failed?: boolean };

export type CanvasTexts = {
  texts: readonly Text[];
  /** Annotation pages that are still on their way. */
  awaited: number;
  /** URIs of annotation pages that could not be had. */
  failed: readonly string[];
  /** URIs of pages that say more of annotations of the canvas, which are good to have and not waited for. */
  finer: readonly string[];
};

/**
 * The texts that stand on a canvas, in the order in which it names them, and after them those of the whole
 * document that stand on no page.
 *
 * @param fetched answers what is known of an annotation page of the canvas or of the manifest, by both URIs.
 */
export function canvasTexts(
  manifest: Manifest,
  canvas: Canvas,
  fetched: (owner: string, page: string) => Fetched | undefined,
  language: string,
): CanvasTexts {
  const sources = [
    ...canvas.annotations.map((page) => ({ page, owner: canvas.id, canvas: canvas.id })),
    ...manifest.annotations.map((page) => ({ page, owner: manifest.id, canvas: undefined })),
  ];
  const texts: Text[] = [];
  const failed: string[] = [];
  const finer: string[] = [];
  let awaited = 0;
  for (const source of sources) {
    const id = idOf(source.page) ?? '';
    const found = isEmbedded(source.page) ? { json: source.page } : fetched(source.owner, id);
    if (found?.failed === true) failed.push(id);
    else if (found?.json === undefined) awaited += 1;
    else {
      const more = (profile: 'outlines' | 'links') => {
        const uri = source.canvas === undefined ? undefined : finerPageOf(found.json, profile);
        if (uri === undefined) return undefined;
        finer.push(uri);
        return fetched(source.owner, uri)?.json;
      };
      const [drawing, linking] = [more('outlines'), more('links')];
      const setting = {
        ...{ canvas: source.canvas, size: canvas, language },
        outlines: drawing === undefined ? undefined : outlinesIn(drawing, canvas),
        links: linking === undefined ? undefined : linksIn(linking),
      };
      texts.push(...textsOf(found.json, { id, label: source.page.label }, setting));
    }
  }
  return { texts, awaited, failed, finer };
}

/** A column of the desk: a text, or where this page lacks it only its name. */
export type Column = { key: string; label: string; text: Text | undefined };

/**
 * The columns to show, in their order: those that a reader wants, else those that stood on the page before, else the
 * first text and beside it the first that renders it or is in another language. A text that this page lacks keeps
 * its column, so that what stands beside it does not move; unless the page has none of them, or nobody asked for it
 * and another can stand in for it.
 *
 * @param wanted keys of texts; undefined where the reader has not chosen.
 * @param before the columns of the page before.
 */
export function chooseColumns(
  texts: readonly Text[],
  wanted: readonly string[] | undefined,
  before: readonly Pick<Column, 'key' | 'label'>[] = [],
): readonly Column[] {
  const byKey = new Map(texts.map((text) => [text.key, text]));
  const keys = wanted ?? before.map(({ key }) => key);
  if (wanted?.length === 0) return [];
  if (!keys.some((key) => byKey.has(key))) return usualTexts(texts).map(columnOf);
  const columns: Column[] = [];
  keys.forEach((key, index) => {
    const text = byKey.get(key);
    const label = before.find((column) => column.key === key)?.label ?? '';
    if (text !== undefined) columns.push(columnOf(text));
    else if (wanted !== undefined || index === 0) columns.push({ key, label, text: undefined });
    else {
      const taken = new Set([...keys, ...columns.map((column) => column.key)]);
      const [first] = columns;
      const others = texts.filter((other) => !taken.has(other.key));
      const other = first?.text === undefined ? undefined : counterpartOf(first.text, others);
      if (other !== undefined) columns.push(columnOf(other));
    }
  });
  return columns;
}

function columnOf(text: Text): Column {
  return { key: text.key, label: text.label, text };
}

function usualTexts(texts: readonly Text[]): readonly Text[] {
  const [first, ...others] = texts;
  if (first === undefined) return [];
  const second = counterpartOf(first, others);
  return second === undefined ? [first] : [first, second];
}

function counterpartOf(first: Text, others: readonly Text[]): Text | undefined {
  return (
    others.find((text) => isLinked(first, text)) ??
    others.find((text) => text.language !== first.language) ??
    others[0]
  );
}

function isLinked(one: Text, other: Text): boolean {
  return renders(one, other) || renders(other, one);
}

function renders(rendering: Text, rendered: Text): boolean {
  const ids = new Set(rendered.segments.map(({ id }) => id));
  return rendering.segments.some((segment) => segment.renders.some((id) => ids.has(id)));
}
