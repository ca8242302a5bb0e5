import { fold } from '../language/fold.ts';
import { primarySubtag } from '../language/stem.ts';
import type { IndexPhrase, SearchIndex, UnitSpan } from '../store/search-index.ts';
import type { Holding, Holdings } from './holdings.ts';
import { difference, EMPTY, intersection, union, type NumberSet } from '../model/number-set.ts';
import type { Leaf, Plan, Planned } from './plan.ts';
import type { Field } from './query.ts';
import type { FacetName } from './search.ts';

/** Some documents, and how many units of each are meant. */
export type PerDocument = { documents: NumberSet; counts: Uint32Array };

/** The units in which a leaf is found: those where it stands as it was typed, and all. */
export type LeafUnits = { leaf: Leaf; typed: NumberSet; all: NumberSet; found: PerDocument };

export type Evaluated = {
  /** Numbers in the holdings. */
  documents: NumberSet;
  /** Of what is looked for. */
  leaves: readonly LeafUnits[];
  /** Of what must not be there as well. */
  every: ReadonlyMap<Leaf, LeafUnits>;
};

/**
 * Which documents a plan holds for: words may stand on different pages of one, and one of them in the original and
 * another in the translation.
 *
 * @param span of the units to look at; all of them if it is absent.
 */
export async function evaluate(
  { plan, within, leaves }: Planned,
  holdings: Holdings,
  index: SearchIndex,
  span?: UnitSpan,
): Promise<Evaluated> {
  if (plan === undefined) return { documents: everything(holdings), leaves: [], every: new Map() };
  const restriction = await restricted(within, index, span);
  const found = new Map<Leaf, LeafUnits>();
  const unitsOf = async (leaf: Leaf): Promise<LeafUnits> => {
    const before = found.get(leaf);
    if (before !== undefined) return before;
    const units = await leafUnits(leaf, holdings, index, restriction, span);
    found.set(leaf, units);
    return units;
  };
  const documents = await documentsOf(plan, holdings, unitsOf);
  return { documents, leaves: await Promise.all(leaves.map(unitsOf)), every: found };
}

/** In which of the documents some units are, and how many of each. */
export function perDocument(units: NumberSet, holdings: Holdings): PerDocument {
  const documents = new Uint32Array(Math.min(units.length, holdings.documents.length));
  const counts = new Uint32Array(documents.length);
  let count = 0;
  let before = -1;
  for (const unit of units) {
    const document = holdings.ownerOf(unit);
    if (document < 0) continue;
    if (document === before) {
      counts[count - 1] = (counts[count - 1] ?? 0) + 1;
    } else {
      documents[count] = document;
      counts[count] = 1;
      count += 1;
      before = document;
    }
  }
  return { documents: documents.subarray(0, count), counts: counts.subarray(0, count) };
}

/** A word in more units than these, and than this share of all, is no name. */
const RARE = 1000;
const RARE_SHARE = 0.02;

async function leafUnits(
  leaf: Leaf,
  holdings: Holdings,
  index: SearchIndex,
  restriction: NumberSet | undefined,
  span: UnitSpan | undefined,
): Promise<LeafUnits> {
  const found = async (ways: readonly IndexPhrase[]) => {
    const units = ways.length === 0 ? EMPTY : await index.matching(ways, span);
    return restriction === undefined ? units : intersection(units, restriction);
  };
  const typed = await found(leaf.ways.filter(({ hit }) => hit === 'word'));
  const isName = leaf.guessed !== true || typed.length <= Math.max(RARE, holdings.lastUnit * RARE_SHARE);
  const ways = isName ? leaf.ways : leaf.ways.filter(({ hit }) => hit !== 'spelling');
  const all = union(typed, await found(ways.filter(({ hit }) => hit !== 'word')));
  return { leaf: { ...leaf, ways }, typed, all, found: perDocument(all, holdings) };
}

async function restricted(
  within: readonly IndexPhrase[],
  index: SearchIndex,
  span: UnitSpan | undefined,
): Promise<NumberSet | undefined> {
  let units: NumberSet | undefined;
  for (const phrase of within) {
    const found = await index.matching([phrase], span);
    units = units === undefined ? found : intersection(units, found);
  }
  return units;
}

async function documentsOf(
  plan: Plan,
  holdings: Holdings,
  unitsOf: (leaf: Leaf) => Promise<LeafUnits>,
): Promise<NumberSet> {
  switch (plan.kind) {
    case 'leaf':
      return (await unitsOf(plan.leaf)).found.documents;
    case 'facts':
      return documentsWith(plan.field, plan.value, holdings);
    case 'not':
      return difference(everything(holdings), await documentsOf(plan.part, holdings, unitsOf));
    case 'or': {
      let documents: NumberSet = EMPTY;
      for (const part of plan.parts) documents = union(documents, await documentsOf(part, holdings, unitsOf));
      return documents;
    }
    case 'and': {
      let documents: NumberSet | undefined;
      for (const part of plan.parts) {
        const own = await documentsOf(part, holdings, unitsOf);
        documents = documents === undefined ? own : intersection(documents, own);
      }
      return documents ?? EMPTY;
    }
  }
}

const FACET_OF: Readonly<Partial<Record<Field, FacetName>>> = {
  kind: 'kind',
  language: 'language',
  person: 'person',
  place: 'place',
  creator: 'creator',
  collection: 'collection',
  repository: 'repository',
  status: 'status',
  year: 'year',
};

function documentsWith(field: Field, value: string, holdings: Holdings): NumberSet {
  if (field === 'document') return chosen(holdings, ({ id }) => id === value);
  if (field === 'year') return chosen(holdings, inYears(value));
  if (field === 'has') {
    const facet = fold(value) === 'translation' ? 'translation' : 'scan';
    return withValues(new Set([holdings.facets.numberOf(facet, 'yes') ?? -1]), holdings);
  }
  const facet = FACET_OF[field];
  return facet === undefined ? EMPTY : withValues(matchingValues(facet, value, holdings), holdings);
}

/** Values that are meant: an id, a name, or a part of a name in any language. */
function matchingValues(facet: FacetName, asked: string, { facets }: Holdings): Set<number> {
  const exact = facets.numberOf(facet, facet === 'language' ? primarySubtag(asked) : asked);
  if (exact !== undefined) return new Set([exact]);
  const folded = fold(asked);
  return new Set(
    facets.of(facet).filter((number) => {
      const names = Object.values(facets.labelOf(number) ?? {}).flat();
      return [facets.valueOf(number), ...names].some((name) => fold(name).includes(folded));
    }),
  );
}

function withValues(values: ReadonlySet<number>, holdings: Holdings): NumberSet {
  if (values.size === 0) return EMPTY;
  return chosen(holdings, (holding) => holdings.has(holding, values));
}

/** `1950`, `1950-1953`, `1950-`. */
function inYears(value: string): (holding: Holding) => boolean {
  const [, from, dash, to] = /^(\d{4})(-)?(\d{4})?$/.exec(value) ?? [];
  if (from === undefined) return () => false;
  const last = to ?? (dash === undefined ? from : '9999');
  const [begin, end] = [Number(from) * 10_000, Number(last) * 10_000 + 1231];
  return (holding) => holding.hasDate && holding.from <= end && holding.to >= begin;
}

function everything(holdings: Holdings): NumberSet {
  return chosen(holdings, () => true);
}

function chosen({ documents }: Holdings, isIt: (holding: Holding) => boolean): NumberSet {
  const found = new Uint32Array(documents.length);
  let count = 0;
  documents.forEach((document, number) => {
    if (document === undefined || !isIt(document)) return;
    found[count] = number;
    count += 1;
  });
  return found.subarray(0, count);
}
