import { fold } from '../language/fold.ts';
import { primarySubtag } from '../language/stem.ts';
import type { IndexPhrase, SearchIndex, UnitSpan } from '../store/search-index.ts';
import type { Holding, Holdings } from './holdings.ts';
import { difference, EMPTY, intersection, union, type NumberSet } from './number-sets.ts';
import type { Leaf, Plan, Planned } from './plan.ts';
import type { Field } from './query.ts';
import type { FacetName } from './search.ts';

/** The units in which a leaf is found: those where it stands as it was typed, and all. */
export type LeafUnits = { leaf: Leaf; typed: NumberSet; all: NumberSet };

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
    const units = await leafUnits(leaf, index, restriction, span);
    found.set(leaf, units);
    return units;
  };
  const documents = await documentsOf(plan, holdings, unitsOf);
  return { documents, leaves: await Promise.all(leaves.map(unitsOf)), every: found };
}

/** In which of the documents some units are, and how many of each. */
export function perDocument(
  units: NumberSet,
  { documents }: Holdings,
): { documents: NumberSet; counts: Uint32Array } {
  const found = new Uint32Array(Math.min(units.length, documents.length));
  const counts = new Uint32Array(found.length);
  let [count, at, unit] = [0, 0, 0];
  while (unit < units.length) {
    at = documentWith(units[unit] ?? 0, documents, at);
    const document = documents[at];
    if (document === undefined) break;
    // Units of what is gone, or of what was committed since the holdings were read, are nobody's.
    while ((units[unit] ?? Infinity) < document.first) unit += 1;
    const begin = unit;
    while ((units[unit] ?? Infinity) <= document.last) unit += 1;
    if (unit > begin) {
      found[count] = at;
      counts[count] = unit - begin;
      count += 1;
    }
    at += 1;
  }
  return { documents: found.subarray(0, count), counts: counts.subarray(0, count) };
}

async function leafUnits(
  leaf: Leaf,
  index: SearchIndex,
  restriction: NumberSet | undefined,
  span: UnitSpan | undefined,
): Promise<LeafUnits> {
  const typed = leaf.ways.filter(({ hit }) => hit === 'word');
  const other = leaf.ways.filter(({ hit }) => hit !== 'word');
  const found = async (ways: readonly IndexPhrase[]) => {
    const units = ways.length === 0 ? EMPTY : await index.matching(ways, span);
    return restriction === undefined ? units : intersection(units, restriction);
  };
  const typedUnits = await found(typed);
  return { leaf, typed: typedUnits, all: union(typedUnits, await found(other)) };
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
      return perDocument((await unitsOf(plan.leaf)).all, holdings).documents;
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
    return withValues(facet, new Set([holdings.dictionaries[facet].numberOf('yes') ?? -1]), holdings);
  }
  const facet = FACET_OF[field];
  return facet === undefined ? EMPTY : withValues(facet, matchingValues(facet, value, holdings), holdings);
}

/** Values that are meant: an id, a name, or a part of a name in any language. */
function matchingValues(facet: FacetName, asked: string, { dictionaries }: Holdings): Set<number> {
  const dictionary = dictionaries[facet];
  const exact = dictionary.numberOf(facet === 'language' ? primarySubtag(asked) : asked);
  if (exact !== undefined) return new Set([exact]);
  const folded = fold(asked);
  return new Set(
    dictionary.values.flatMap((value, number) => {
      const names = Object.values(dictionary.labelOf(number) ?? {}).flat();
      return [value, ...names].some((name) => fold(name).includes(folded)) ? [number] : [];
    }),
  );
}

function withValues(facet: FacetName, values: ReadonlySet<number>, holdings: Holdings): NumberSet {
  if (values.size === 0) return EMPTY;
  return chosen(holdings, (holding) => holdings.valuesOf(holding, facet).some((value) => values.has(value)));
}

/** `1950`, `1950-1953`, `1950-`. */
function inYears(value: string): (holding: Holding) => boolean {
  const [, from, dash, to] = /^(\d{4})(-)?(\d{4})?$/.exec(value) ?? [];
  if (from === undefined) return () => false;
  const last = to ?? (dash === undefined ? from : '9999');
  return (holding) =>
    holding.from !== undefined &&
    holding.to !== undefined &&
    holding.from <= `${last}-12-31` &&
    holding.to >= `${from}-01-01`;
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

/** The first document from `at` on that ends with this unit or later. */
function documentWith(unit: number, documents: Holdings['documents'], at: number): number {
  let [low, high] = [at, documents.length];
  // Nearly always it is the next one.
  const near = documents[at];
  if (near !== undefined && near.last >= unit) return at;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const present = nextPresent(documents, middle);
    if ((documents[present]?.last ?? Infinity) < unit) low = present + 1;
    else high = middle;
  }
  return nextPresent(documents, low);
}

function nextPresent(documents: Holdings['documents'], at: number): number {
  let next = at;
  while (next < documents.length && documents[next] === undefined) next += 1;
  return next;
}
