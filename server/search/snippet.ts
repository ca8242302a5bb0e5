import type { Located } from './locate.ts';
import type { SnippetPart } from './search.ts';

/** UTF-16 units of an alphabet; a character of Han, Kana or Hangul is as wide as two and says as much. */
const BEFORE = 70;
const LENGTH = 240;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * The stretch of a text around its densest hits, and those of the hits that are in it. `cutBefore`, `cutAfter`: the
 * sentence goes on there.
 */
export type Window = {
  start: number;
  end: number;
  hits: readonly Located[];
  cutBefore: boolean;
  cutAfter: boolean;
};

/** The stretch with hits of the most different words; the first of equal ones. */
export function bestWindow(text: string, located: readonly Located[]): Window {
  const scale = scaleOf(text.slice(located[0]?.start ?? 0).slice(0, LENGTH));
  const [before, length] = [BEFORE * scale, LENGTH * scale];
  let best: readonly Located[] = [];
  let most = 0;
  located.forEach((first, index) => {
    const hits = located.slice(index, index + 20).filter(({ end }) => end <= first.start + length - before);
    const inside = hits.length === 0 ? [first] : hits;
    const count = new Set(inside.map(({ leaf }) => leaf)).size;
    if (count > most) [best, most] = [inside, count];
  });
  const [first] = best;
  const last = best.at(-1);
  if (first === undefined || last === undefined) {
    const end = wordEnd(text, Math.min(text.length, LENGTH));
    return { start: 0, end, hits: [], cutBefore: false, cutAfter: end < text.length };
  }
  const start = wordStart(text, Math.max(0, Math.floor(first.start - before)));
  const end = wordEnd(text, Math.min(text.length, Math.max(last.end, Math.ceil(start + length))));
  return {
    ...{ start, end, cutBefore: start > 0, cutAfter: end < text.length },
    hits: located.filter((hit) => hit.start >= start && hit.end <= end),
  };
}

/** From 1, for an alphabet, down to a half. */
function scaleOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return 1 - wide / Math.max(1, text.length) / 2;
}

/** What of a window is in a span, the end of which is no cut. */
export function within(window: Window, span: { start: number; end: number }): Window {
  const start = Math.max(window.start, span.start);
  const end = Math.min(window.end, span.end);
  return {
    ...{ start, end, cutBefore: start > span.start, cutAfter: end < span.end },
    hits: window.hits.filter((hit) => hit.start >= start && hit.end <= end),
  };
}

/** A window's words, those that are hits apart, on one line. */
export function snippetOf(text: string, { start, end, hits, cutBefore, cutAfter }: Window): SnippetPart[] {
  const parts: SnippetPart[] = [];
  const add = (from: number, to: number, hit?: SnippetPart['hit']) => {
    const words = onOneLine(text.slice(from, to));
    if (words !== '') parts.push({ text: words, ...(hit === undefined ? {} : { hit }) });
  };
  if (cutBefore) parts.push({ text: '… ' });
  let at = start;
  for (const hit of hits) {
    add(at, hit.start);
    add(hit.start, hit.end, hit.hit);
    at = hit.end;
  }
  add(at, end);
  if (cutAfter) parts.push({ text: ' …' });
  return parts;
}

const HAN_OR_KANA = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const DIVIDED_WORD = /(?<=\p{L})[-‐¬⸗]\s*\n\s*(?=\p{Ll})/gu;
const DIVIDED_RUN = new RegExp(`(?<=${HAN_OR_KANA})\\n(?=${HAN_OR_KANA})`, 'gu');

/** Words that are divided at the end of a line are put together. */
export function onOneLine(text: string): string {
  return text.replace(DIVIDED_WORD, '').replace(DIVIDED_RUN, '').replace(/\s+/g, ' ');
}

/** How far a cut may move so that it goes through no word: Han has no gaps. */
const SHIFT = 25;

/** The beginning of the first whole word from there on, or the place itself where no word ends nearby. */
export function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const gap = text.slice(at, at + SHIFT).search(/\s/);
  return wholeCharacter(text, gap < 0 ? at : at + gap + 1);
}

/** The end of the last whole word before. */
export function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const back = text.slice(Math.max(0, at - SHIFT), at + 1);
  const gap = Math.max(back.lastIndexOf(' '), back.lastIndexOf('\n'));
  return wholeCharacter(text, gap < 0 ? at : at + 1 - (back.length - gap));
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
