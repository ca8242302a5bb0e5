import type { Located } from './locate.ts';
import type { SnippetPart } from './search.ts';

/** UTF-16 units. */
const BEFORE = 70;
const LENGTH = 240;

/** The stretch of a text around its densest hits, and those of the hits that are in it. */
export type Window = { start: number; end: number; hits: readonly Located[] };

/** The stretch with hits of the most different words; the first of equal ones. */
export function bestWindow(text: string, located: readonly Located[]): Window {
  let best: readonly Located[] = [];
  let most = 0;
  located.forEach((first, index) => {
    const hits = located.slice(index, index + 20).filter(({ end }) => end <= first.start + LENGTH - BEFORE);
    const inside = hits.length === 0 ? [first] : hits;
    const count = new Set(inside.map(({ leaf }) => leaf)).size;
    if (count > most) [best, most] = [inside, count];
  });
  const [first] = best;
  const last = best.at(-1);
  if (first === undefined || last === undefined) {
    return { start: 0, end: wordEnd(text, Math.min(text.length, LENGTH)), hits: [] };
  }
  const start = wordStart(text, Math.max(0, first.start - BEFORE));
  const end = wordEnd(text, Math.min(text.length, Math.max(last.end, start + LENGTH)));
  return { start, end, hits: located.filter((hit) => hit.start >= start && hit.end <= end) };
}

/** A window's words, those that are hits apart, on one line. */
export function snippetOf(text: string, { start, end, hits }: Window): SnippetPart[] {
  const parts: SnippetPart[] = [];
  const add = (from: number, to: number, hit?: SnippetPart['hit']) => {
    const words = onOneLine(text.slice(from, to));
    if (words !== '') parts.push({ text: words, ...(hit === undefined ? {} : { hit }) });
  };
  if (start > 0) parts.push({ text: '… ' });
  let at = start;
  for (const hit of hits) {
    add(at, hit.start);
    add(hit.start, hit.end, hit.hit);
    at = hit.end;
  }
  add(at, end);
  if (end < text.length) parts.push({ text: ' …' });
  return parts;
}

const HAN_OR_KANA = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const DIVIDED_WORD = /[-‐¬⸗]\s*\n\s*(?=\p{Ll})/gu;
const DIVIDED_RUN = new RegExp(`(?<=${HAN_OR_KANA})\\n(?=${HAN_OR_KANA})`, 'gu');

/** Words that are divided at the end of a line are put together. */
export function onOneLine(text: string): string {
  return text.replace(DIVIDED_WORD, '').replace(DIVIDED_RUN, '').replace(/\s+/g, ' ');
}

/** How far a cut may move so that it goes through no word: Han has no gaps. */
const SHIFT = 25;

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const gap = text.slice(at, at + SHIFT).search(/\s/);
  return wholeCharacter(text, gap < 0 ? at : at + gap + 1);
}

function wordEnd(text: string, at: number): number {
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
