import { dayNumber, type Holding, type Holdings } from './holdings.ts';
import type { NumberSet } from '../model/number-set.ts';
import { FACETS, type DocumentsRequest, type Facet, type FacetName } from './search.ts';

/** So many values of a facet are told. */
const MOST_VALUES = 40;

type Choice = Pick<DocumentsRequest, 'filters' | 'from' | 'to'>;

/** What was chosen in a facet: numbers of its values, and those that nobody has, as they were asked for. */
type Chosen = { facet: FacetName; numbers: Set<number>; unknown: string[] };

/**
 * Narrows documents by what was chosen, and counts the values of each facet among them. A facet is counted as if
 * nothing were chosen in it: its other values tell what they would add.
 */
export function narrow(
  documents: NumberSet,
  choice: Choice,
  holdings: Holdings,
): { documents: NumberSet; facets: Facet[] } {
  const chosen = chosenIn(choice, holdings);
  const isInPeriod = period(choice);
  const isNarrowed = chosen.length > 0 || choice.from !== undefined || choice.to !== undefined;
  const counts = new Uint32Array(holdings.facets.count);
  const placeCounts = new Uint32Array(holdings.placeCount);
  const narrowed = new Uint32Array(documents.length);
  let count = 0;
  for (const number of documents) {
    if (isNarrowed) {
      const holding = holdings.documents[number];
      if (holding === undefined || !isInPeriod(holding)) continue;
      const [failed, another] = chosen.filter(({ numbers }) => !holdings.has(holding, numbers));
      if (another !== undefined) continue;
      if (failed !== undefined) {
        const isIts = (value: number) => holdings.facets.facetOf(value) === failed.facet;
        countAll([...holding.values, ...holdings.placedValues(holding)].filter(isIts), 1, counts);
        continue;
      }
    }
    const place = holdings.placeOf(number);
    placeCounts[place] = (placeCounts[place] ?? 0) + 1;
    holdings.countValues(number, counts);
    narrowed[count] = number;
    count += 1;
  }
  placeCounts.forEach((documentCount, place) => {
    if (documentCount > 0) countAll(holdings.valuesOfPlace(place), documentCount, counts);
  });
  const numbers = new Map<FacetName, number[]>(FACETS.map((facet) => [facet, []]));
  const isChosen = (value: number) => chosen.some((one) => one.numbers.has(value));
  counts.forEach((documentCount, value) => {
    const facet = holdings.facets.facetOf(value);
    if (facet !== undefined && (documentCount > 0 || isChosen(value))) numbers.get(facet)?.push(value);
  });
  return {
    documents: narrowed.subarray(0, count),
    facets: FACETS.map((facet) =>
      facetOf(
        facet,
        numbers.get(facet) ?? [],
        counts,
        chosen.find((one) => one.facet === facet),
        holdings,
      ),
    ).filter(({ values }) => values.length > 0),
  };
}

function countAll(values: readonly number[], documents: number, counts: Uint32Array): void {
  for (const value of values) counts[value] = (counts[value] ?? 0) + documents;
}

function chosenIn({ filters }: Choice, { facets }: Holdings): Chosen[] {
  const chosen = new Map<FacetName, Chosen>();
  for (const { facet, value } of filters) {
    const one: Chosen = chosen.get(facet) ?? { facet, numbers: new Set(), unknown: [] };
    const number = facets.numberOf(facet, value);
    if (number === undefined) one.unknown.push(value);
    else one.numbers.add(number);
    chosen.set(facet, one);
  }
  return [...chosen.values()];
}

function period({ from, to }: Choice): (holding: Holding) => boolean {
  if (from === undefined && to === undefined) return () => true;
  const first = from === undefined ? -Infinity : dayNumber(from);
  const last = to === undefined ? Infinity : dayNumber(to);
  return (holding) => holding.hasDate && holding.to >= first && holding.from <= last;
}

function facetOf(
  facet: FacetName,
  numbers: readonly number[],
  counts: Uint32Array,
  chosen: Chosen | undefined,
  { facets }: Holdings,
): Facet {
  const isChosen = (number: number) => chosen?.numbers.has(number) === true;
  const byValue = (a: number, b: number) => compare(facets.valueOf(a), facets.valueOf(b));
  const sorted = numbers.toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || byValue(a, b));
  const shown = sorted.filter((number, index) => index < MOST_VALUES || isChosen(number));
  return {
    facet,
    values: [
      ...(facet === 'year' ? shown.toSorted(byValue) : shown).map((number) => {
        const label = facets.labelOf(number);
        return {
          value: facets.valueOf(number),
          ...(label === undefined ? {} : { label }),
          count: counts[number] ?? 0,
          chosen: isChosen(number),
        };
      }),
      ...(chosen?.unknown ?? []).map((value) => ({ value, count: 0, chosen: true })),
    ],
    more: sorted.length - shown.length,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
