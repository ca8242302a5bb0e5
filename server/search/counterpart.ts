import type { Segment, SegmentPart, TextRecord } from '../model/text.ts';
import type { DocumentSummary, Store } from '../store/store.ts';
import type { Counterpart } from './search.ts';

type Unmarked = Omit<Counterpart, 'snippet'>;
/** `says`: the parts of the text itself that say the same. */
export type Beside = { counterpart: Unmarked; says: readonly SegmentPart[] };
type Segments = Pick<Store, 'segment' | 'segmentsOn' | 'unplacedSegments'>;

/**
 * What a translation says of, or what it translates: by the links between the two texts.
 *
 * @param hit offsets in the segment's value.
 */
export async function counterpartOf(
  segment: Segment,
  hit: { start: number; end: number },
  text: TextRecord,
  page: string | undefined,
  document: DocumentSummary,
  store: Segments,
): Promise<Beside | undefined> {
  const original = document.texts.find(({ id }) => id === text.translationOf);
  if (original !== undefined) {
    const counterpart = await originalOf(segment, original, document, store);
    return counterpart === undefined ? undefined : { counterpart, says: [whole(segment)] };
  }
  for (const translation of translationsOf(text, document)) {
    const segments =
      page === undefined
        ? await store.unplacedSegments(document.id, translation.id)
        : await store.segmentsOn(document.id, translation.id, page);
    const linked = segments.filter((one) => rendersHit(one, segment.id, hit));
    const [first] = linked;
    if (first !== undefined) {
      const values = linked.map(({ value }) => value);
      return { counterpart: said(translation, first, values), says: linked.flatMap(renderedParts) };
    }
  }
  return undefined;
}

/** Of a line that two sentences share only the one that renders the hit. */
function rendersHit(
  translated: Segment,
  id: string,
  { start, end }: { start: number; end: number },
): boolean {
  return renderedParts(translated).some(
    (part) => part.segment === id && part.start < end && part.end > start,
  );
}

function renderedParts({ link, renders }: Segment): readonly SegmentPart[] {
  return link?.parts ?? renders.map((segment) => ({ segment, start: 0, end: Infinity }));
}

function whole({ id, value }: Segment): SegmentPart {
  return { segment: id, start: 0, end: value.length };
}

async function originalOf(
  { link, renders }: Segment,
  original: TextRecord,
  document: DocumentSummary,
  store: Segments,
): Promise<Unmarked | undefined> {
  const found = await Promise.all(renders.map((id) => store.segment(document.id, original.id, id)));
  const segments = new Map(
    found.flatMap((segment) => (segment === undefined ? [] : [[segment.id, segment]])),
  );
  const [first] = segments.values();
  if (first === undefined) return undefined;
  const parts =
    link?.parts ?? [...segments.values()].map(({ id }) => ({ segment: id, start: 0, end: Infinity }));
  return said(
    original,
    first,
    parts.map(({ segment, start, end }) => segments.get(segment)?.value.slice(start, end) ?? ''),
  );
}

/** English first, which most readers share, and what is published before others. */
function translationsOf({ id }: TextRecord, { texts }: DocumentSummary): TextRecord[] {
  const rank = ({ language, status }: TextRecord) =>
    (language.startsWith('en') ? 0 : 2) + (status === 'published' ? 0 : 1);
  return texts.filter((text) => text.translationOf === id).sort((a, b) => rank(a) - rank(b));
}

function said(
  { id, role, language }: TextRecord,
  { id: segment }: Segment,
  values: readonly string[],
): Unmarked {
  return { text: id, role, language, segment, value: values.join('\n') };
}
