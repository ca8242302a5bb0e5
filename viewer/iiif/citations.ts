import { directionOf, type Direction } from './direction.ts';
import { isRecord, recordsOf } from './json.ts';
import { inLanguage, primary, type Wording } from './language-map.ts';
import { offersOf, type Offered } from './offers.ts';

/** Words of a citation that are set alike; `language` only where it is another than the citation's. */
export type CitedRun = { text: string; isItalic: boolean; language: string; dir: Direction };

/** A thing cited in one style. */
export type Citation = {
  /** The style's id, for good. */
  style: string;
  name: string;
  /** BCP 47. */
  language: string;
  runs: readonly CitedRun[];
};

/** What a server answers that was asked for citations. */
export type Citations = {
  citations: readonly Citation[];
  /** Who keeps the thing, its shelfmark and the leaf. */
  shelfmark: Wording | undefined;
  /** The same for reference managers. */
  downloads: readonly Offered[];
};

/** No citation is as long. Characters. */
const LONGEST = 10_000;
const MOST_STYLES = 50;

/** @returns no citations for what is no such answer; anything odd in it is left out. */
export function citationsIn(json: unknown, language: string): Citations {
  if (!isRecord(json)) return { citations: [], shelfmark: undefined, downloads: [] };
  const citations = recordsOf(json.citations)
    .slice(0, MOST_STYLES)
    .flatMap(({ style, name, language: own, html, text }): Citation[] => {
      if (typeof style !== 'string' || typeof name !== 'string' || !isStyle(style)) return [];
      const tag = isTag(own) ? own : '';
      const runs =
        typeof html === 'string'
          ? runsOf(html.slice(0, LONGEST))
          : typeof text === 'string'
            ? [plainRun(text.slice(0, LONGEST))]
            : [];
      return runs.length === 0 ? [] : [{ style, name, language: tag, runs }];
    });
  return {
    citations,
    shelfmark: inLanguage(json.shelfmark, language),
    downloads: offersOf(json, language).downloads,
  };
}

/**
 * The citation in a style that was chosen; else the first that is written in the reader's language, since whoever reads
 * Russian most likely cites by the Russian standard; else the first.
 */
export function citationIn(
  citations: readonly Citation[],
  style: string | undefined,
  language: string,
): Citation | undefined {
  return (
    citations.find((citation) => citation.style === style) ??
    citations.find((citation) => primary(citation.language) === primary(language)) ??
    citations[0]
  );
}

/** Whether this can be the id of a style: what is remembered of one comes from where anybody may write. */
export function isStyle(text: string): boolean {
  return /^[a-z0-9-]{1,40}$/.test(text);
}

export function plainCitation({ runs }: Citation): string {
  return runs.map(({ text }) => text).join('');
}

/** Where citations of a part are: the part is named as the manifest and its annotations name it. */
export function citationsAddress(
  citations: string,
  { canvas, annotation }: { canvas?: string | undefined; annotation?: string | undefined },
): string {
  const url = new URL(citations);
  if (canvas !== undefined) url.searchParams.set('canvas', canvas);
  if (annotation !== undefined) url.searchParams.set('annotation', annotation);
  return url.href;
}

const TOKEN = /<[^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{1,8});|[^<&]+|[<&]/gi;

/**
 * Italics and languages of a citation; of all other markup only the words are kept. It is never put into a page or
 * onto the clipboard as it came.
 */
function runsOf(html: string): CitedRun[] {
  const runs: CitedRun[] = [];
  const open: { name: string; isItalic: boolean; language: string }[] = [];
  for (const [token] of html.matchAll(TOKEN)) {
    const [, closing, name = ''] = /^<(\/?)(i|em|span)\b/i.exec(token) ?? [];
    if (name !== '') {
      if (closing === '/') open.pop();
      else {
        const tag = /\blang="([^"]*)"/.exec(token)?.[1];
        const around = open.at(-1);
        open.push({
          name,
          isItalic: name !== 'span' || around?.isItalic === true,
          language: isTag(tag) ? tag : (around?.language ?? ''),
        });
      }
    } else if (!/^<[^<>]*>$/.test(token)) {
      const { isItalic = false, language = '' } = open.at(-1) ?? {};
      const before = runs.at(-1);
      const text = token.startsWith('&') ? characterOf(token) : token;
      if (before?.isItalic === isItalic && before.language === language) before.text += text;
      else runs.push({ text, isItalic, language, dir: directionOf(language) });
    }
  }
  return runs;
}

function plainRun(text: string): CitedRun {
  return { text, isItalic: false, language: '', dir: 'auto' };
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function characterOf(entity: string): string {
  const [, hexadecimal, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(entity) ?? [];
  const point = hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16);
  if (hexadecimal !== undefined || decimal !== undefined)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  const name = entity.slice(1, -1);
  return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? entity) : entity;
}

function isTag(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(value);
}
