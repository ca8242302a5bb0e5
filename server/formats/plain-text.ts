import type { ParsedText, SheetMark } from '../model/parsed-text.ts';
import { decodeText } from './decode-text.ts';
import { splitAtMarks } from './page-marks.ts';
import { ProblemList } from './problem-list.ts';
import { SheetList } from './sheet-list.ts';

const MOST_BYTES = 8 * 2 ** 20;

/**
 * Plain text: paragraphs between blank lines, whose own lines are kept; pages by form feeds and `(p. N)`. A
 * paragraph that runs over a page's end is two segments of one block. Throws Failure `text-file-malformed`.
 */
export function parsePlainText(bytes: Uint8Array): ParsedText {
  const { text, problems: decoding } = decodeText(bytes, 'none', MOST_BYTES);
  const problems = new ProblemList();
  for (const problem of decoding) problems.add(problem);
  const sheets = new SheetList(problems);
  paragraphsOf(text).forEach((paragraph, index) => {
    for (const part of splitAtMarks(paragraph)) {
      if (part.kind === 'turn') {
        sheets.turn(part.turn);
        continue;
      }
      const value = cleanLines(part.words);
      if (value === '') continue;
      sheets.add({ granularity: 'paragraph', value, block: `b${index + 1}`, words: [], renders: [] });
    }
  });
  return { sheets: sheets.finish(), problems: problems.all() };
}

/** Cut at blank lines; a form feed is not blank. */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  for (const line of [...text.split('\n'), '']) {
    if (/[\S\f]/.test(line)) lines.push(line);
    else if (lines.length > 0) {
      paragraphs.push(lines.join('\n'));
      lines = [];
    }
  }
  return paragraphs;
}

function cleanLines(words: string): string {
  return words
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Reads back the same: marks, values and the paragraphs that run over a page's end. Markup and links are left out. */
export function serializePlainText({ sheets }: ParsedText): string {
  let turns = 0;
  let block: string | undefined;
  let text = '';
  for (const { mark, segments } of sheets) {
    text +=
      segments[0]?.block !== undefined && segments[0].block === block ? '\n' : text === '' ? '' : '\n\n';
    text += markText(mark);
    segments.forEach((segment, index) => {
      text += index === 0 ? segment.value : `\n\n${segment.value}`;
      block = segment.block;
    });
  }
  return `${text}\n`;

  function markText(mark: SheetMark): string {
    if (mark.kind === 'label') return `(p. ${mark.label})\n`;
    if (mark.kind !== 'order') return '';
    const feeds = Math.max(0, mark.number - 1 - turns);
    turns += feeds;
    return '\f'.repeat(feeds);
  }
}
