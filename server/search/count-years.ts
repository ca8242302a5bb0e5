import type { Holdings } from './holdings.ts';
import type { YearsAnswer } from './search.ts';

/** Counts documents year by year: all years there are, where the facets of a search name only the fullest. */
export function countYears({ documents, facets }: Holdings): YearsAnswer {
  const counts = new Map<number, number>();
  let [longer, undated] = [0, 0];
  for (const holding of documents) {
    if (holding === undefined) continue;
    const years = holding.values.filter((value) => facets.facetOf(value) === 'year');
    for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
    if (!holding.hasDate) undated += 1;
    else if (years.length === 0) longer += 1;
  }
  const years = [...counts]
    .map(([number, count]) => ({ year: facets.valueOf(number), documents: count }))
    .sort((a, b) => Number(a.year) - Number(b.year));
  return { years, longer, undated };
}
