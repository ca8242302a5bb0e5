import { confirmedOnly } from '../iiif/confirmed.ts';
import type { CanvasTexts, Column } from '../iiif/canvas-texts.ts';
import type { Canvas } from '../iiif/manifest.ts';
import { paragraphBlocks } from '../iiif/paragraph-rows.ts';
import { align, type Block, type Run } from '../iiif/rows.ts';
import { sentenceBlocks } from '../iiif/sentence-rows.ts';
import type { Text } from '../iiif/text.ts';

/** A page that is shown, and its texts. */
export type Leaf = { canvas: Canvas; found: CanvasTexts };

/** One page, or two as in an open book. */
export type Leaves = readonly [Leaf, ...Leaf[]];

/** What a row is: a line of the page, a sentence, which cuts lines where it ends, or a paragraph. */
export const ROW_UNITS = ['lines', 'sentences', 'paragraphs'] as const;
export type RowUnit = (typeof ROW_UNITS)[number];

/** Rows that arrow keys walk through: those of one block of columns on one page. */
export type Grid = Block & { canvas: string; texts: readonly (Text | undefined)[] };

export type Grids = {
  grids: readonly Grid[];
  /** Which units make other rows than the lines do; those that do not are not offered. */
  units: ReadonlySet<RowUnit>;
};

/**
 * The rows of the pages that are shown.
 *
 * @param trusting shows as linked only what a person has linked or confirmed.
 */
export function gridsOf(
  leaves: readonly Leaf[],
  columns: readonly Column[],
  { unit, trusting }: { unit: RowUnit; trusting: boolean },
): Grids {
  const units = new Set<RowUnit>();
  const grids = leaves.flatMap(({ canvas, found }, leaf): Grid[] => {
    const texts = columns.map(({ key }) => {
      const text = found.texts.find((one) => one.key === key);
      // The whole of an undivided text stands beside every page, but once.
      if (text === undefined || (text.unplaced && leaf > 0)) return undefined;
      return trusting ? confirmedOnly(text) : text;
    });
    const runs = texts.map((text): Run => text ?? { segments: [] });
    const lines = align(runs);
    const sentences = sentenceBlocks(runs);
    const paragraphs = paragraphBlocks(sentences ?? lines);
    if (sentences !== undefined) units.add('sentences');
    if (paragraphs !== undefined) units.add('paragraphs');
    const blocks = { lines, sentences, paragraphs }[unit] ?? sentences ?? lines;
    return blocks.map((block) => ({
      ...block,
      canvas: canvas.id,
      texts: block.columns.map((column) => texts[column]),
    }));
  });
  if (units.size > 0) units.add('lines');
  return { grids, units };
}
