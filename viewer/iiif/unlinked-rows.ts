import { joinAdjacent } from './adjacent-rows.ts';
import { sameBlock } from './blocks.ts';
import { segmentsOf, type Row } from './rows.ts';

/** Where a sentence ends; quotation marks and brackets may close behind it. */
const END_OF_SENTENCE = /[.!?…。！？؟।][\p{Pf}\p{Pe}"'’]*\s*$/u;

/**
 * Rows of sentences in which what nothing renders stands in sentences too. Its lines are cut where the sentences around
 * it end, and whether it has any of its own nobody has told: those that follow each other in one block are read on until
 * a line ends as a sentence does.
 */
export function withUnlinkedSentences(rows: readonly Row[]): readonly Row[] {
  return joinAdjacent(rows, readsOn);
}

function readsOn(one: Row, other: Row): boolean {
  const column = onlyColumn(one);
  if (column === undefined || column !== onlyColumn(other)) return false;
  const [last, next] = [segmentsOf(one).at(-1), segmentsOf(other)[0]];
  return (
    last !== undefined &&
    next !== undefined &&
    last.granularity === 'line' &&
    sameBlock(last, next) &&
    !END_OF_SENTENCE.test(last.value)
  );
}

/** The one column that has words in this row; undefined where several have, and so are linked. */
function onlyColumn({ cells }: Row): number | undefined {
  const worded = cells.flatMap(({ length }, column) => (length === 0 ? [] : [column]));
  return worded.length === 1 ? worded[0] : undefined;
}
