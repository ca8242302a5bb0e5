import type { Segment, TextRecord } from '../model/text.ts';
import type { DocumentSummary, Store } from '../store/store.ts';
import type { Passage } from './search.ts';

type Counterpart = NonNullable<Passage['counterpart']>;
type Segments = Pick<Store, 'segment' | 'segmentsOn' | 'unplacedSegments'>;

/** What a translation says of, or what it translates: by the links between the two texts. */
export async function counterpartOf(
  segment: Segment,
  text: TextRecord,
  page: string | undefined,
  document: DocumentSummary,
  store: Segments,
): Promise<Counterpart | undefined> {
  const original = document.texts.find(({ id }) => id === text.translationOf);
  if (original !== undefined) return originalOf(segment, original, document, store);
  for (const translation of translationsOf(text, document)) {
    const segments =
      page === undefined
        ? await store.unplacedSegments(document.id, translation.id)
        : await store.segmentsOn(document.id, translation.id, page);
    const linked = segments.filter(({ renders }) => renders.includes(segment.id));
    const [first] = linked;
    if (first !== undefined) {
      return said(
        translation,
        first,
        linked.map(({ value }) => value),
      );
    }
  }
  return undefined;
}

async function originalOf(
  { link, renders }: Segment,
  original: TextRecord,
  document: DocumentSummary,
  store: Segments,
): Promise<Counterpart | undefined> {
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
): Counterpart {
  return { text: id, role, language, segment, value: values.join('\n') };
}
