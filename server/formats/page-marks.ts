import type { SheetMark } from '../model/parsed-text.ts';

/** A turn of the page within running text: to a labelled page, or just to the next. */
export type PageTurn = { kind: 'label'; label: string } | { kind: 'next' };

export type MarkedPart = { kind: 'words'; words: string } | { kind: 'turn'; turn: PageTurn };

/**
 * What translators type where a new page of the original begins: `(p. 706)`, `[p. 12 verso]`, `(p. 12a)`,
 * `(p. iv)`. In running text a reference to another book's page looks the same; nothing can tell them apart.
 */
const LABEL = String.raw`p\.\s{0,4}(\d{1,5}(?:\s{0,4}(?:recto|verso|[a-z])\b)?|[ivxlc]{1,8})\s{0,4}`;
const MARK = new RegExp(String.raw`\f|\(\s{0,4}${LABEL}\)|\[\s{0,4}${LABEL}\]`, 'gi');

/** Cuts a text at its page marks and form feeds, which are left out of the words. */
export function splitAtMarks(text: string): MarkedPart[] {
  if (!/[\f([]/.test(text)) return text === '' ? [] : [{ kind: 'words', words: text }];
  const parts: MarkedPart[] = [];
  let start = 0;
  const addWords = (end: number): void => {
    if (end > start) parts.push({ kind: 'words', words: text.slice(start, end) });
  };
  for (const found of text.matchAll(MARK)) {
    addWords(found.index);
    parts.push({ kind: 'turn', turn: turnTo(found[1] ?? found[2]) });
    start = found.index + found[0].length;
  }
  addWords(text.length);
  return parts;
}

/** A turn to the page of this label; to the next one where there is none. */
export function turnTo(label: string | undefined): PageTurn {
  const clean = label?.replace(/\s+/g, ' ').trim() ?? '';
  return clean === '' ? { kind: 'next' } : { kind: 'label', label: clean };
}

/** What is typed where the page of this label begins; undefined if it would be read as something else. */
export function markOf(label: string): string | undefined {
  const mark = `(p. ${label})`;
  const [part, ...rest] = splitAtMarks(mark);
  const reads = part?.kind === 'turn' && part.turn.kind === 'label' && part.turn.label === label;
  return reads && rest.length === 0 ? mark : undefined;
}

/** What stands on the page that is turned to: form feeds are counted, whatever labels stand between. */
export function sheetMark(turn: PageTurn, turnsToNext: number): SheetMark {
  return turn.kind === 'label' ? turn : { kind: 'order', number: turnsToNext + 1 };
}
