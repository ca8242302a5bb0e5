import { isAbbreviation, mayEnd } from './abbreviations.ts';

/** A sentence within a text: UTF-16 offsets, without the white space around it. */
export type SentenceRange = { start: number; end: number };

/**
 * Divides running text into sentences. A closing quotation mark or bracket belongs to the sentence that it closes; what goes
 * on in lower case goes on; abbreviations, initials, ordinals, dates and numbering end none. An empty line ends one, a single
 * line break does not. Text without a full stop is one sentence, as headings are.
 *
 * Unicode's own rules (UAX 29, `Intl.Segmenter`) know no abbreviations, and end a sentence after `Dr.` and `7.`.
 *
 * @param language BCP 47; of languages that are not known the rules of all hold, with the abbreviations that all share.
 */
export function splitSentences(text: string, language: string): SentenceRange[] {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  const sentences: SentenceRange[] = [];
  let start = 0;
  const end = (at: number) => {
    const sentence = trimmed(text, start, at);
    if (sentence.end > sentence.start) sentences.push(sentence);
    start = at;
  };
  for (const match of text.matchAll(CANDIDATES)) {
    const [mark, wide, , stop, closing = ''] = match;
    const closed = match.index + mark.length;
    const found = { start, at: match.index, stop: stop ?? '', after: closed - closing.length, closed };
    if (wide === undefined && stop === undefined) end(closed);
    else if (wide === undefined ? isEnd(text, found, primary) : !isSpoken(text, start, match)) end(closed);
  }
  end(text.length);
  return sentences;
}

/**
 * What may end a sentence: an empty line, the page number in a table of contents after the dots that lead to it, or a stop with
 * what closes after it and the signs of notes to it.
 */
const CANDIDATES =
  /\n[^\S\n]*\n|(?<![.…])(?:\.[^\S\n]?){5,99}\s?(?:\d{1,4}|[ivxlc]{1,6})(?![\p{L}\p{N}])|([。！？｡﹗﹖]+)([\p{Pe}\p{Pf}]*(?:\[(?:\d{1,3}|\p{L}|[*†‡]{1,3})\])*)|((?<![.…])[.!?…]+|\bSTOP\b)([\p{Pe}\p{Pf}"'“‘«]*(?:\[(?:\d{1,3}|\p{L}|[*†‡]{1,3})\]|[*†‡]{1,3}(?=\s))*)/gu;

type Stop = {
  /** Where the sentence began. */
  start: number;
  /** Where the stop stands, where it ends, and where what closes after it ends. */
  at: number;
  stop: string;
  after: number;
  closed: number;
};

function isEnd(text: string, { start, at, stop, after, closed }: Stop, language: string): boolean {
  const rest = text.slice(closed, closed + AHEAD);
  if (rest === '') return true;
  // Within a word, a number, an address; an ellipsis where no blanks are.
  if (!/^[\s\u2014\u2013]/u.test(rest) && (stop.startsWith('…') || !STARTS_CJK.test(rest))) return false;
  const next = /[\p{L}\p{N}]/u.exec(rest)?.[0];
  if (stop === 'STOP' || ITEM.test(rest)) return true;
  if (after < closed && SAID.test(rest)) return false;
  // «Стой!» — сказал он. "Go on ..." he said.
  if (next !== undefined && /\p{Ll}/u.test(next)) return false;
  if (stop !== '.') return true;
  const before = text.slice(Math.max(start, at - BEHIND), at);
  const word = /[\p{L}\p{N}\p{M}.\-/]*$/u.exec(before)?.[0] ?? '';
  if (/(?:^|[.-])\p{Lu}$/u.test(word) && !(word === 'I' && language === 'en'))
    return rest.trim() === '' && after === closed;
  const short = [word, /(?:\p{L}{1,2}\.\s)+\p{L}{1,2}$/u.exec(before)?.[0].replace(/\s/g, '')];
  const shortened = short.filter((each) => each !== undefined && isAbbreviation(each, language));
  if (shortened.length > 0) {
    const afterNumber = /\d\s?\p{L}+$/u.test(before);
    return shortened.some((each) => each !== undefined && mayEnd(each, afterNumber));
  }
  if (/^\d+$/.test(word)) return !goesOn(text.slice(start, at), word, rest, language);
  return !/^[ivxlc]{1,5}$/i.test(word) || !isNumbering(text.slice(start, at), word);
}

/** What a list goes on with: a), and the Dutch 's Avonds. */
const ITEM = /^\s*(?:\p{L}\)\s|['’][a-z]\s\p{Lu})/u;

/** Korean puts it after what was said. */
const SAID = /^(?:이?라고|\s?하고|고\s)/u;

/** Chinese and Japanese put who said it after what was said: 「站住！」他喊道。 */
function isSpoken(text: string, start: number, match: RegExpExecArray): boolean {
  const after = match.index + match[0].length;
  const begins = /^\s*[「『“]/u.test(text.slice(start, start + 2));
  return begins && match[2] !== '' && /^\p{Script=Han}/u.test(text.slice(after, after + 1));
}

const STARTS_CJK = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** How far is looked behind a stop for its word, and ahead for what follows. */
const [BEHIND, AHEAD] = [24, 40];

/** 1. Text; am 7. Oktober; d. 12. marts; 1951. 3. 4. */
function goesOn(before: string, number: string, rest: string, language: string): boolean {
  if (isNumbering(before, number)) return true;
  // 7. 10. 1950; in Korean 1950. 10. 7.
  if (/^\s*\d/.test(rest) && (number.length < 3 || language === 'ko')) return true;
  if (number.length > 3 || !ORDINALS.has(language)) return false;
  const next = /^\s*([\p{L}]+)/u.exec(rest)?.[1]?.toLowerCase() ?? '';
  const previous = /(\p{L}+)\.?\s*\d+$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  return MONTHS.test(next) || BEFORE_ORDINALS.has(previous) || NUMBERED.test(next);
}

/**
 * Whether a sentence has nothing but a number so far, or a date in figures, perhaps with a mark before it; or a number that
 * begins an item within it: "Resolved: 1. To wait; 2. To see."
 */
function isNumbering(before: string, number: string): boolean {
  const plain = before.trim().replace(/^[([§№]\s*/u, '');
  return plain === number || /^[\d.\s]{1,20}$/.test(plain) || /[:;]\s\d{1,2}$/.test(plain.slice(-4));
}

/** Languages that write ordinal numbers with a full stop. */
const ORDINALS = new Set([
  'de',
  'da',
  'no',
  'nb',
  'nn',
  'fi',
  'cs',
  'sk',
  'pl',
  'hu',
  'et',
  'lv',
  'hr',
  'sr',
  'sl',
  'is',
]);

const MONTHS = /^(jan|feb|mär|mar|apr|mai|maj|jun|jul|aug|sep|okt|nov|dez|dec)/u;

const BEFORE_ORDINALS = new Set(
  'am der die das dem den des vom zum zur im bis ab seit und d den det til fra på i ved'.split(' '),
);

/** What is counted by ordinals where no article says so. */
const NUMBERED =
  /^(jahrhundert|jh|kapitel|auflage|klasse|armee|division|regiment|bataillon|stock|tag|årh|århundrede)/u;

function trimmed(text: string, from: number, to: number): SentenceRange {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
