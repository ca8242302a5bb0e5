import { coverageOf } from '../model/coverage.ts';
import type { LinkOrigin, Segment, TextRecord } from '../model/text.ts';
import type { Store, StoredDocument } from '../store/store.ts';
import type { CountedUnit } from './document-messages.ts';

/** How far a translation renders its original and how the two are linked: what its document's page tells of it. */
export type Linkage = {
  /** What the original is counted in, and the translation. */
  unit: CountedUnit;
  translationUnit: CountedUnit;
  /** Of the original, blank ones left out. */
  originalCount: number;
  translatedCount: number;
  translationCount: number;
  /** Of the translation. */
  linked: Record<LinkOrigin, number>;
  /** Those among `linked.machine` whose confidence is less than `SURE`. */
  unsureCount: number;
  /** Where the original has words that nothing renders. */
  untranslated: readonly Stretch[];
  /** Where the translation has words that render nothing. */
  added: readonly Stretch[];
};

/** Segments that follow each other on one leaf. */
export type Stretch = {
  /** The first of them, of this text. */
  text: string;
  segment: string;
  /** Absent where it stands on no leaf that is known. */
  page: string | undefined;
  /** The first words. */
  words: string;
  count: number;
};

/** @param ids of the texts. */
export function linkageOf(
  original: readonly Segment[],
  translation: readonly Segment[],
  ids: { original: string; translation: string },
): Linkage {
  const [written, rendering] = [original.filter(hasWords), translation.filter(hasWords)];
  const coverage = coverageOf(written, rendering);
  return {
    unit: unitOf(written),
    translationUnit: unitOf(rendering),
    originalCount: coverage.originalCount,
    translatedCount: coverage.originalCount - coverage.untranslated.length,
    translationCount: coverage.translationCount,
    linked: coverage.linked,
    unsureCount: coverage.unsure.length,
    untranslated: stretchesOf(written, new Set(coverage.untranslated), ids.original),
    added: stretchesOf(rendering, new Set(coverage.withoutSource), ids.translation),
  };
}

/** What most segments of a text are. */
function unitOf(segments: readonly Segment[]): CountedUnit {
  const count = (unit: Segment['granularity']) =>
    segments.filter(({ granularity }) => granularity === unit).length;
  const half = segments.length / 2;
  if (count('line') > half) return 'line';
  return count('sentence') > half ? 'sentence' : 'passage';
}

/** What a text of a document is counted in, as far as that was found out with its links. */
export function unitIn(
  linkages: ReadonlyMap<string, Linkage>,
  text: TextRecord,
  all: readonly TextRecord[],
): CountedUnit {
  const own = linkages.get(text.id);
  if (own !== undefined) return own.translationUnit;
  const rendering = all.find(({ id, translationOf }) => translationOf === text.id && linkages.has(id));
  return linkages.get(rendering?.id ?? '')?.unit ?? 'passage';
}

/** So many documents are remembered; what is kept of one is a few lines of text. */
const REMEMBERED = 200;

/**
 * Tells of a document's translations, by their ids, how they are linked. Whole texts must be read for it, so it is kept
 * until the document's texts change.
 */
export function linkageReader(
  store: Pick<Store, 'segments'>,
): (document: StoredDocument) => Promise<ReadonlyMap<string, Linkage>> {
  const known = new Map<string, { state: string; linkage: Promise<ReadonlyMap<string, Linkage>> }>();
  return (document) => {
    const state = stateOf(document);
    const before = known.get(document.id);
    if (before?.state === state) return before.linkage;
    if (known.size >= REMEMBERED) known.clear();
    const linkage = readLinkage(store, document).catch((error: unknown) => {
      known.delete(document.id);
      throw error;
    });
    known.set(document.id, { state, linkage });
    return linkage;
  };
}

async function readLinkage(
  store: Pick<Store, 'segments'>,
  document: StoredDocument,
): Promise<ReadonlyMap<string, Linkage>> {
  const originals = new Map<string, Segment[]>();
  const found = new Map<string, Linkage>();
  for (const { id, role, translationOf, segmentCount } of document.texts) {
    const isThere = document.texts.some((text) => text.id === translationOf);
    if (role !== 'translation' || translationOf === undefined || !isThere || segmentCount === 0) continue;
    const original = originals.get(translationOf) ?? (await store.segments(document.id, translationOf));
    originals.set(translationOf, original);
    const translation = await store.segments(document.id, id);
    found.set(id, linkageOf(original, translation, { original: translationOf, translation: id }));
  }
  return found;
}

/** Links change without a revision, but not without a new time. */
function stateOf({ updated, texts }: StoredDocument): string {
  const of = texts.map((text) => [
    text.id,
    text.revision,
    text.updated,
    text.linkedCount,
    text.translationOf,
  ]);
  return JSON.stringify([updated, of]);
}

function hasWords({ value }: Segment): boolean {
  return value.trim() !== '';
}

const LONGEST = 60;
const MORE = ' …';

/** Neighbours on one leaf are one stretch. */
function stretchesOf(all: readonly Segment[], chosen: ReadonlySet<Segment>, text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | undefined;
  for (const segment of all) {
    const page = segment.places[0]?.page;
    if (!chosen.has(segment)) open = undefined;
    else if (open !== undefined && open.page === page) {
      open.count += 1;
      if (!open.words.endsWith(MORE)) open.words = firstWords(`${open.words} ${segment.value}`);
    } else {
      open = { text, segment: segment.id, page, words: firstWords(segment.value), count: 1 };
      stretches.push(open);
    }
  }
  return stretches;
}

/** By whole characters, so that none outside the Basic Multilingual Plane is cut in two. */
function firstWords(value: string): string {
  const characters = Array.from(value.replace(/\s+/g, ' ').trim());
  if (characters.length <= LONGEST) return characters.join('');
  const cut = characters.slice(0, LONGEST).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > LONGEST / 2 ? cut.slice(0, space) : cut}${MORE}`;
}
