import { markOf } from '../formats/page-marks.ts';
import type { Page } from '../model/page.ts';
import type { ParsedSegment, ParsedText, SheetMark } from '../model/parsed-text.ts';
import type { Segment } from '../model/text.ts';

type OpenSheet = { mark: SheetMark; segments: ParsedSegment[] };

/**
 * A text as paragraphs for reading, sheet by sheet: the lines of a block are one paragraph, and so are its sentences.
 * What stands on no page comes first, before any page's mark, for behind one it would be taken to stand there. What
 * stands on two pages is told on its first. Words that look like a page's mark will be read as one.
 */
export function runningText(segments: readonly Segment[], pages: readonly Page[]): ParsedText {
  const marks = marksOf(pages);
  const sheets: OpenSheet[] = [];
  const unplaced = segments.filter(({ places }) => places.length === 0);
  const placed = segments.filter(({ places }) => places.length > 0);
  let on: string | undefined;
  let before: Segment | undefined;
  for (const segment of [...unplaced, ...placed]) {
    const value = cleanLines(segment.value);
    if (value === '') continue;
    const page = segment.places[0]?.page;
    const last = sheets.at(-1);
    if (last === undefined || page !== on) {
      const mark = (page === undefined ? undefined : marks.get(page)) ?? { kind: 'none' };
      sheets.push({ mark, segments: [paragraph(segment, value)] });
    } else {
      const open = last.segments.at(-1);
      const separator = before === undefined ? undefined : separatorOf(before, segment);
      if (open === undefined || separator === undefined) last.segments.push(paragraph(segment, value));
      else open.value += separator + value;
    }
    on = page;
    before = segment;
  }
  return { sheets, problems: [] };
}

/** A paragraph runs over a page's end where its source says so; lines have blocks of one page each. */
function paragraph({ granularity, block }: Segment, value: string): ParsedSegment {
  const own = granularity === 'line' || block === undefined ? {} : { block };
  return { granularity: 'paragraph', value, ...own, words: [], renders: [] };
}

/** What is between two segments of one paragraph; undefined if they are two paragraphs. */
function separatorOf(before: Segment, after: Segment): '\n' | ' ' | undefined {
  if (before.block !== after.block || before.granularity !== after.granularity) return undefined;
  if (after.granularity === 'line') return '\n';
  return after.block !== undefined && after.granularity === 'sentence' ? ' ' : undefined;
}

/** `(p. 706 verso)` where that is read back as this very page; else the page's place in order, by form feeds. */
function marksOf(pages: readonly Page[]): Map<string, SheetMark> {
  const folios = pages.map(({ folio }) => folio.toLowerCase());
  return new Map(
    pages.map(({ id, folio }, index): [string, SheetMark] => {
      const named = markOf(folio) !== undefined && folios.indexOf(folio.toLowerCase()) === index;
      return [id, named ? { kind: 'label', label: folio } : { kind: 'order', number: index + 1 }];
    }),
  );
}

/** Form feeds are pages' ends and empty lines are paragraphs': neither stays within a value. */
function cleanLines(value: string): string {
  return value
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
