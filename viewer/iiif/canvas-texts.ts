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

/** Keys of the texts that a reader wants left and right; null for none, undefined for what is best. */
export type Choice = { left?: string | null | undefined; right?: string | null | undefined };

/** Keys of the texts that stood left and right on the canvas before; undefined where none did. */
export type Shown = { left?: string | undefined; right?: string | undefined };

/**
 * The two texts to show: those that were chosen, where this canvas has them; else those that stood there before;
 * else the first, and beside it the first that renders it or is in another language. A text that stood on the
 * right stays there though this canvas has none for the left, which then is `missing`.
 */
export function chooseTexts(
  texts: readonly Text[],
  choice: Choice,
  shown: Shown = {},
): { left: Text | undefined; right: Text | undefined; missing: boolean } {
  const byKey = (key: string | null | undefined) => texts.find((text) => text.key === key);
  const keptRight = choice.right === null ? undefined : byKey(shown.right);
  const wishedRight = byKey(choice.right) ?? keptRight;
  const kept = choice.left === null ? undefined : (byKey(choice.left) ?? byKey(shown.left));
  const missing =
    choice.left !== null && kept === undefined && shown.left !== undefined && wishedRight !== undefined;
  const left =
    choice.left === null || missing ? undefined : (kept ?? texts.find((text) => text !== wishedRight));
  const others = texts.filter((text) => text !== left);
  const right =
    choice.right === null
      ? undefined
      : wishedRight !== undefined && wishedRight !== left
        ? wishedRight
        : (others.find((text) => left !== undefined && isLinked(left, text)) ??
          others.find((text) => text.language !== left?.language) ??
          others[0]);
  return { left, right, missing };
}

function isLinked(one: Text, other: Text): boolean {
  return renders(one, other) || renders(other, one);
}

function renders(rendering: Text, rendered: Text): boolean {
  const ids = new Set(rendered.segments.map(({ id }) => id));
  return rendering.segments.some((segment) => segment.renders.some((id) => ids.has(id)));
}
