import type { Segment } from '../../model/text.ts';
import type { Store, StoredDocument } from '../../store/store.ts';

/** Which lines of a leaf, counted from 1 as the reading room numbers them in its margin. */
export type LeafLines = { folio: string; spans: readonly Span[] };

/** Lines that follow each other. */
type Span = { first: number; last: number };

/**
 * Which lines of which leaves a segment is: itself, or of a translation the lines that it renders. What a machine linked
 * and nobody confirmed is no ground for a citation, and what is no line has no number: none are answered then.
 *
 * @param cited with the page that is cited, which must be one of them; a sentence may run on to the next.
 */
export async function citedLines(
  store: Pick<Store, 'segment' | 'segmentsOn'>,
  { id, texts, pages }: StoredDocument,
  cited: { text: string; segment: string; page: string },
): Promise<readonly LeafLines[]> {
  const found = await store.segment(id, cited.text, cited.segment);
  if (found === undefined) return [];
  const original = texts.find((text) => text.id === cited.text)?.translationOf;
  const [text, named] =
    original === undefined ? [cited.text, [found.id]] : [original, isVouchedFor(found) ? found.renders : []];
  if (named.length === 0 || !texts.some((other) => other.id === text)) return [];
  const places = new Set(found.places.map(({ page }) => page));
  const leaves = await Promise.all(
    pages
      .filter((page) => places.has(page.id))
      .map(async (page) => {
        const lines = (await store.segmentsOn(id, text, page.id)).filter(
          ({ granularity }) => granularity === 'line',
        );
        const numbers = lines.flatMap((line, index) => (named.includes(line.id) ? [index + 1] : []));
        return { page: page.id, folio: page.folio, spans: spansOf(numbers) };
      }),
  );
  const counted = leaves.filter(({ spans }) => spans.length > 0);
  return counted.some(({ page }) => page === cited.page)
    ? counted.map(({ folio, spans }) => ({ folio, spans }))
    : [];
}

/** `8–9, 12` */
export function spanWords(spans: readonly Span[]): string {
  return spans.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

export function isOneLine([span, ...others]: readonly Span[]): boolean {
  return others.length === 0 && span?.first === span?.last;
}

/** @param numbers in their order. */
function spansOf(numbers: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (const number of numbers) {
    const before = spans.at(-1);
    if (before?.last === number - 1) before.last = number;
    else spans.push({ first: number, last: number });
  }
  return spans;
}

function isVouchedFor({ link }: Segment): boolean {
  return link?.origin !== 'machine';
}
