import type { Holding, Holdings } from './holdings.ts';
import type { NumberSet } from './number-sets.ts';
import { FACETS, type DocumentsRequest, type Facet, type FacetName } from './search.ts';

/** So many values of a facet are told. */
const MOST_VALUES = 40;

type Choice = Pick<DocumentsRequest, 'filters' | 'from' | 'to'>;

/**
 * Narrows documents by what was chosen, and counts the values of each facet among them. A facet is counted as if
 * nothing were chosen in it: its other values tell what they would add.
 */
export function narrow(
  documents: NumberSet,
  choice: Choice,
  holdings: Holdings,
): { documents: NumberSet; facets: Facet[] } {
  const chosen = chosenNumbers(choice, holdings);
  const counts = new Map(FACETS.map((facet) => [facet, new Uint32Array(holdings.dictionaries[facet].size)]));
  const narrowed = new Uint32Array(documents.length);
  let count = 0;
  for (const number of documents) {
    const holding = holdings.documents[number];
    if (holding === undefined || !isInPeriod(holding, choice)) continue;
    const failed = failedFacets(holding, chosen, holdings);
    if (failed.length > 1) continue;
    const [only] = failed;
    if (only === undefined) {
      narrowed[count] = number;
      count += 1;
    }
    for (const facet of only === undefined ? FACETS : [only]) {
      const facetCounts = counts.get(facet);
      if (facetCounts === undefined) continue;
      for (const value of holdings.valuesOf(holding, facet))
        facetCounts[value] = (facetCounts[value] ?? 0) + 1;
    }
  }
  const facets = FACETS.map((facet) =>
    facetOf(facet, counts.get(facet) ?? new Uint32Array(0), chosen.get(facet), holdings),
  );
  return {
    documents: narrowed.subarray(0, count),
    facets: facets.filter(({ values }) => values.length > 0),
  };
}

function chosenNumbers({ filters }: Choice, { dictionaries }: Holdings): Map<FacetName, Set<number>> {
  const chosen = new Map<FacetName, Set<number>>();
  for (const { facet, value } of filters) {
    const values = chosen.get(facet) ?? new Set();
    // One that nobody has is chosen all the same: nothing is found, as was asked for.
    values.add(dictionaries[facet].add(value));
    chosen.set(facet, values);
  }
  return chosen;
}

function failedFacets(
  holding: Holding,
  chosen: ReadonlyMap<FacetName, ReadonlySet<number>>,
  holdings: Holdings,
): FacetName[] {
  const failed: FacetName[] = [];
  for (const [facet, values] of chosen) {
    if (!holdings.valuesOf(holding, facet).some((value) => values.has(value))) failed.push(facet);
  }
  return failed;
}

function isInPeriod({ from, to }: Holding, asked: Choice): boolean {
  if (asked.from === undefined && asked.to === undefined) return true;
  if (from === undefined && to === undefined) return false;
  return (
    (asked.from === undefined || to === undefined || to >= asked.from) &&
    (asked.to === undefined || from === undefined || from <= asked.to)
  );
}

function facetOf(
  facet: FacetName,
  counts: Uint32Array,
  chosen: ReadonlySet<number> | undefined,
  { dictionaries }: Holdings,
): Facet {
  const dictionary = dictionaries[facet];
  const present = [...counts.keys()].filter(
    (number) => (counts[number] ?? 0) > 0 || chosen?.has(number) === true,
  );
  const byCount = (a: number, b: number) =>
    (counts[b] ?? 0) - (counts[a] ?? 0) || compare(dictionary.values[a], dictionary.values[b]);
  const byValue = (a: number, b: number) => compare(dictionary.values[a], dictionary.values[b]);
  const sorted = present.sort(byCount);
  const shown = sorted.filter((number, index) => index < MOST_VALUES || chosen?.has(number) === true);
  return {
    facet,
    values: (facet === 'year' ? shown.sort(byValue) : shown).map((number) => {
      const label = dictionary.labelOf(number);
      return {
        value: dictionary.values[number] ?? '',
        ...(label === undefined ? {} : { label }),
        count: counts[number] ?? 0,
        chosen: chosen?.has(number) === true,
      };
    }),
    more: sorted.length - shown.length,
  };
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
