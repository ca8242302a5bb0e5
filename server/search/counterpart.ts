import type { Segment } from '../model/text.ts';
import type { Store, StoredDocument, StoredText } from '../store/store.ts';
import type { Passage } from './search.ts';

type Counterpart = NonNullable<Passage['counterpart']>;
type Segments = Pick<Store, 'segment' | 'segmentsOn' | 'unplacedSegments'>;

/** What a translation says of, or what it translates: by the links between the two texts. */
export async function counterpartOf(
  segment: Segment,
  text: StoredText,
  page: string | undefined,
  document: StoredDocument,
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
  original: StoredText,
  document: StoredDocument,
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

/** Published before others, and English first: it is what most readers share. */
function translationsOf({ id }: StoredText, { texts }: StoredDocument): StoredText[] {
  const rank = ({ language, status, linkedCount }: StoredText) =>
    (linkedCount > 0 ? 0 : 4) + (language.startsWith('en') ? 0 : 2) + (status === 'published' ? 0 : 1);
  return texts.filter((text) => text.translationOf === id).sort((a, b) => rank(a) - rank(b));
}

function said(
  { id, role, language }: StoredText,
  { id: segment }: Segment,
  values: readonly string[],
): Counterpart {
  return { text: id, role, language, segment, value: values.join('\n') };
}
