import type { Segment } from '../../model/text.ts';
import type { Store, StoredDocument } from '../../store/store.ts';

/** Lines of a leaf, counted from 1 as the reading room numbers them in its margin. */
export type CitedLines = { first: number; last: number };

/**
 * Which lines of a leaf a segment is: itself, or of a translation the lines that it renders. What a machine linked
 * and nobody confirmed is no ground for a citation, and what is no line has no number.
 */
export async function citedLines(
  store: Pick<Store, 'segment' | 'segmentsOn'>,
  { id, texts }: StoredDocument,
  cited: { text: string; segment: string; page: string },
): Promise<CitedLines | undefined> {
  const found = await store.segment(id, cited.text, cited.segment);
  if (found === undefined) return undefined;
  const original = texts.find((text) => text.id === cited.text)?.translationOf;
  const [text, named] =
    original === undefined ? [cited.text, [found.id]] : [original, isVouchedFor(found) ? found.renders : []];
  if (named.length === 0 || !texts.some((other) => other.id === text)) return undefined;
  const lines = (await store.segmentsOn(id, text, cited.page)).filter(
    ({ granularity }) => granularity === 'line',
  );
  const numbers = lines.flatMap((line, index) => (named.includes(line.id) ? [index + 1] : []));
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

function isVouchedFor({ link }: Segment): boolean {
  return link?.origin !== 'machine';
}
