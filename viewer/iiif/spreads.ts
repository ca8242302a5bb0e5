import { listOf, isRecord, recordsOf, stringsOf, type JsonRecord } from './json.ts';

/**
 * On each canvas of a mended manifest: the number of the opening that it is in, from 1, since manifesto.js takes a zero
 * for nothing. It is written down once, for the texts and for the scan, so that both always show the same two pages.
 */
export const OPENING = 'diptych:opening';

/**
 * Which canvases lie side by side: for each the number of its opening, which two at most share.
 *
 * Only a manifest that says `paged` is of a volume (Presentation 3.0 §3.4, 2.1 §3.3 `viewingHint`): its first page is
 * alone, as the front. A `facing-pages` canvas is a whole opening by itself, and a `non-paged` one, such as a slip that
 * lies between the pages, is alone and leaves the other pages on their sides. Of leaves that nobody has bound, the
 * first lies beside the second; both words mean nothing there.
 */
export function openingsOf(manifest: JsonRecord, canvases: readonly JsonRecord[]): number[] {
  const [sequence] = recordsOf(manifest.sequences);
  const isPaged = [manifest, sequence].some((resource) => hintsOf(resource).includes('paged'));
  let opening = 0;
  let side: 'first' | 'second' = isPaged ? 'second' : 'first';
  let waitsForSecond = false;
  return canvases.map((canvas) => {
    const hints = isPaged ? hintsOf(canvas) : [];
    const isOpening = hints.includes('facing-pages');
    if (isOpening || hints.includes('non-paged')) {
      if (isOpening) side = 'first';
      waitsForSecond = false;
      opening += 1;
      return opening;
    }
    if (side === 'first' || !waitsForSecond) opening += 1;
    waitsForSecond = side === 'first';
    side = side === 'first' ? 'second' : 'first';
    return opening;
  });
}

/**
 * The numbers of the pages that lie side by side with one of them, itself included.
 *
 * @param openings of all pages; one without is alone.
 */
export function spreadAround(index: number, openings: readonly (number | undefined)[]): readonly number[] {
  const own = openings[index];
  const isBeside = (other: number) => own !== undefined && openings[other] === own;
  return [index - 1, index, index + 1].filter((page) => page === index || isBeside(page));
}

function hintsOf(resource: unknown): string[] {
  if (!isRecord(resource)) return [];
  return stringsOf([...listOf(resource.behavior), ...listOf(resource.viewingHint)]);
}
