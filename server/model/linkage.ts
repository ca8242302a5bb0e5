import { coverageOf } from './coverage.ts';
import type { LinkOrigin, Segment } from './text.ts';

/** What a text is counted in: what most of its segments are. */
export type CountedUnit = 'line' | 'sentence' | 'passage';

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
  untranslated: Stretches;
  /** Where the translation has words that render nothing. */
  added: Stretches;
};

/** `count`: of all; `first`: in reading order, `MOST_STRETCHES` at most. */
export type Stretches = { count: number; first: readonly Stretch[] };

/** A text in which nearly nothing is linked could have thousands. */
export const MOST_STRETCHES = 300;

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

function hasWords({ value }: Segment): boolean {
  return value.trim() !== '';
}

const LONGEST = 60;
const MORE = ' …';

/** Neighbours on one leaf are one stretch. */
function stretchesOf(all: readonly Segment[], chosen: ReadonlySet<Segment>, text: string): Stretches {
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
  return { count: stretches.length, first: stretches.slice(0, MOST_STRETCHES) };
}

/** By whole characters, so that none outside the Basic Multilingual Plane is cut in two. */
function firstWords(value: string): string {
  const characters = Array.from(value.replace(/\s+/g, ' ').trim());
  if (characters.length <= LONGEST) return characters.join('');
  const cut = characters.slice(0, LONGEST).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > LONGEST / 2 ? cut.slice(0, space) : cut}${MORE}`;
}
