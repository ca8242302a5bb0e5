import type { Citation, CitedRun } from './citations.ts';
import { directionOf, type Direction } from './direction.ts';
import { quoted } from './quotation-marks.ts';

export type Quote = { words: string; language: string; dir: Direction };

/** Something said of what is quoted; `language` is empty where it is the interface's or unknown. */
export type Fact = { label: string; value: string; language: string };

/** All that a quotation is vouched for with. Everything is plain text, however hostile: it is escaped on its way out. */
export type EvidenceSheet = {
  quotation: Quote;
  /** Named: `Original, Russian`. */
  counterpart: (Quote & { label: string }) | undefined;
  /** The part of the scan, by an address on the web. */
  picture: { label: string; address: string } | undefined;
  facts: readonly Fact[];
  citation: Pick<Citation, 'language' | 'runs'> | undefined;
  link: { label: string; address: string };
};

/** For a note or a letter: each thing a paragraph of its own, so that right-to-left words stand by themselves. */
export function plainEvidence({
  quotation,
  counterpart,
  picture,
  facts,
  citation,
  link,
}: EvidenceSheet): string {
  const paragraphs = [
    quoted(quotation.words, quotation.language),
    ...(counterpart === undefined
      ? []
      : [`${counterpart.label}:\n${quoted(counterpart.words, counterpart.language)}`]),
    facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    citation?.runs.map(({ text }) => text).join('') ?? '',
    [
      `${link.label}: ${link.address}`,
      ...(picture === undefined ? [] : [`${picture.label}: ${picture.address}`]),
    ].join('\n'),
  ];
  return paragraphs
    .map((paragraph) => clean(paragraph).trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** For a word processor, or a page. */
export function htmlEvidence({
  quotation,
  counterpart,
  picture,
  facts,
  citation,
  link,
}: EvidenceSheet): string {
  const quote = ({ words, language, dir }: Quote) =>
    `<blockquote><p${marksOf(language, dir)}>${htmlLines(words)}</p></blockquote>`;
  return [
    quote(quotation),
    ...(counterpart === undefined ? [] : [`<p>${htmlText(counterpart.label)}:</p>`, quote(counterpart)]),
    ...(picture === undefined
      ? []
      : [`<p><img src="${htmlText(picture.address)}" alt="${htmlText(picture.label)}"></p>`]),
    ...(facts.length === 0
      ? []
      : [
          `<p>${facts
            .map(({ label, value, language }) => {
              const words = htmlText(value);
              const set = language === '' ? words : `<span${marksOf(language)}>${words}</span>`;
              return `${htmlText(label)}: ${set}`;
            })
            .join('<br>')}</p>`,
        ]),
    ...(citation === undefined ? [] : [htmlCitation(citation)]),
    `<p><a href="${htmlText(link.address)}">${htmlText(link.label)}</a></p>`,
  ].join('\n');
}

/** CommonMark: nothing that is quoted becomes markup. */
export function markdownEvidence({
  quotation,
  counterpart,
  picture,
  facts,
  citation,
  link,
}: EvidenceSheet): string {
  const quote = ({ words }: Quote) =>
    linesOf(words)
      .map((line) => `> ${markdownLine(line)}`)
      // A backslash at the end of a line is its break (CommonMark 0.31 §6.7).
      .join('\\\n');
  return [
    quote(quotation),
    ...(counterpart === undefined ? [] : [`${markdownLine(counterpart.label)}:`, quote(counterpart)]),
    ...(picture === undefined
      ? []
      : [`![${markdownLine(picture.label)}](<${markdownAddress(picture.address)}>)`]),
    ...(facts.length === 0
      ? []
      : [facts.map(({ label, value }) => markdownLine(`${label}: ${value}`)).join('\\\n')]),
    ...(citation === undefined ? [] : [markdownCitation(citation.runs)]),
    `[${markdownLine(link.label)}](<${markdownAddress(link.address)}>)`,
  ].join('\n\n');
}

/** With its italics, for programs that take them. */
export function htmlCitation({ language, runs }: Pick<Citation, 'language' | 'runs'>): string {
  return `<p${marksOf(language)}>${runs.map(htmlRun).join('')}</p>`;
}

function htmlRun({ text, isItalic, language }: CitedRun): string {
  const words = htmlText(text);
  if (isItalic) return `<i${marksOf(language)}>${words}</i>`;
  return language === '' ? words : `<span${marksOf(language)}>${words}</span>`;
}

function htmlLines(words: string): string {
  return linesOf(words).map(htmlText).join('<br>');
}

function marksOf(language: string, dir: Direction = directionOf(language)): string {
  return language === '' ? '' : ` lang="${htmlText(language)}" dir="${dir}"`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function htmlText(text: string): string {
  return clean(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function markdownCitation(runs: readonly CitedRun[]): string {
  const all = runs.map(({ text, isItalic }) => {
    const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(oneLine(text)) ?? [];
    // Stars that stand beside a space mean themselves.
    return words === '' || !isItalic
      ? before + markdownInline(words) + after
      : `${before}*${markdownInline(words)}*${after}`;
  });
  return atLineStart(all.join('').trim());
}

function markdownLine(text: string): string {
  return atLineStart(markdownInline(oneLine(text).trim()));
}

/** What has a meaning anywhere in a line. */
function markdownInline(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|$^]/g, (character) => `\\${character}`);
}

/** What has a meaning at its beginning: headings, lists, rules, quotations. */
function atLineStart(text: string): string {
  return text.replace(/^(\d{1,9})([.)])/, '$1\\$2').replace(/^[#+=:-]/, (character) => `\\${character}`);
}

/** Within angle brackets an address ends with the closing one (CommonMark 0.31 §6.3). */
function markdownAddress(address: string): string {
  return clean(address).replace(/[<>\\\s]/g, (character) => encodeURIComponent(character));
}

function linesOf(words: string): string[] {
  return clean(words)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ');
}

/** Without control characters, which no word has and some programs obey; lines end in one way. */
function clean(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
}
