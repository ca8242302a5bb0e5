import { Failure } from '../../model/failure.ts';
import { FACETS, SORTS, type DocumentsRequest, type FacetName, type Sort } from '../../search/search.ts';
import { oneParameter, pageNumberParameter } from '../parameters.ts';

export type Filter = { facet: FacetName; value: string };

/** What the address of a search says: the whole state of its page. */
export type SearchRequest = {
  q: string;
  exact: boolean;
  filters: readonly Filter[];
  /** As they were given: a year, a month or a day. */
  from?: string;
  to?: string;
  sort: Sort;
  page: number;
};

const MOST_FILTERS = 50;
const LONGEST_VALUE = 300;
const MOST_AT_ONCE = 100;

/** Documents a page, unless a program asks for another number. */
export const USUAL_SIZE = 20;

/**
 * Reads the parameters of a search; those that it does not know are passed over.
 * @throws Failure `url-malformed`
 */
export function parseSearchRequest(query: Readonly<Record<string, unknown>>): SearchRequest {
  const q = (oneParameter(query.q, 'q') ?? '').trim();
  const from = oneParameter(query.from, 'from');
  const to = oneParameter(query.to, 'to');
  const request: SearchRequest = {
    q,
    exact: exactParameter(oneParameter(query.exact, 'exact')),
    filters: filterParameters(query),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    sort: sortParameter(oneParameter(query.sort, 'sort'), q),
    page: pageNumberParameter(oneParameter(query.page, 'page')),
  };
  const { from: first, to: last } = periodOf(request);
  if (first !== undefined && last !== undefined && first > last) {
    throw new Failure('url-malformed', {
      message: 'The parameter from is after the parameter to',
      expected: 'the earlier date first',
      received: `${from} to ${to}`,
    });
  }
  return request;
}

/** `size`: how many documents a program wants at once. */
export function sizeParameter(text: string | undefined): number {
  if (text === undefined) return USUAL_SIZE;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < 1 || value > MOST_AT_ONCE) {
    throw new Failure('url-malformed', {
      message: 'The parameter size is not usable',
      expected: `a whole number from 1 to ${MOST_AT_ONCE}`,
      received: text,
    });
  }
  return value;
}

/** What the search itself is asked. */
export function documentsRequest(request: SearchRequest, size: number): DocumentsRequest {
  const { q, exact, filters, sort, page } = request;
  return { q, exact, filters, ...periodOf(request), sort, page, size };
}

/** The parameters of an address; what is as usual is left out, so that one search has one address. */
export function searchParameters(
  { q, exact, filters, from, to, sort, page }: SearchRequest,
  size = USUAL_SIZE,
): URLSearchParams {
  const parameters = new URLSearchParams();
  if (q !== '') parameters.append('q', q);
  if (exact) parameters.append('exact', '1');
  for (const { facet, value } of filters) parameters.append(facet, value);
  if (from !== undefined) parameters.append('from', from);
  if (to !== undefined) parameters.append('to', to);
  if (sort !== usualSort(q)) parameters.append('sort', sort);
  if (page !== 1) parameters.append('page', String(page));
  if (size !== USUAL_SIZE) parameters.append('size', String(size));
  return parameters;
}

/** The same search with a filter added, or taken away if it is there; from its first page. */
export function withFilterToggled(request: SearchRequest, filter: Filter): SearchRequest {
  const others = request.filters.filter(
    ({ facet, value }) => !(facet === filter.facet && value === filter.value),
  );
  const filters = others.length < request.filters.length ? others : [...others, filter];
  return { ...request, filters, page: 1 };
}

/** Whether it narrows nothing and looks for nothing: the page that one begins at. */
export function isEmpty({ q, filters, from, to }: SearchRequest): boolean {
  return q === '' && filters.length === 0 && from === undefined && to === undefined;
}

/** With words the best first; without, what is newest. */
export function usualSort(q: string): Sort {
  return q === '' ? 'newest' : 'relevance';
}

function sortParameter(text: string | undefined, q: string): Sort {
  if (text === undefined) return usualSort(q);
  const sort = SORTS.find((name) => name === text);
  if (sort === undefined) {
    throw new Failure('url-malformed', {
      message: 'The parameter sort is not usable',
      expected: SORTS.join(', '),
      received: text,
    });
  }
  return sort;
}

function exactParameter(text: string | undefined): boolean {
  if (text === undefined || text === '0') return false;
  if (text === '1') return true;
  throw new Failure('url-malformed', {
    message: 'The parameter exact is not usable',
    expected: '1, or none',
    received: text,
  });
}

/** Each once, in the order of the facets, so that the same choice has the same address. */
function filterParameters(query: Readonly<Record<string, unknown>>): Filter[] {
  const filters = FACETS.flatMap((facet) =>
    [...new Set(valuesOf(query[facet], facet))].map((value) => ({ facet, value })),
  );
  if (filters.length > MOST_FILTERS) {
    throw new Failure('url-malformed', {
      message: 'This search is narrowed by too much at once',
      expected: `${MOST_FILTERS} values at most`,
      received: String(filters.length),
    });
  }
  return filters;
}

function valuesOf(given: unknown, name: string): string[] {
  if (given === undefined) return [];
  const values: readonly unknown[] = Array.isArray(given) ? given : [given];
  return values.flatMap((value) => {
    if (typeof value !== 'string' || value.length > LONGEST_VALUE) {
      throw new Failure('url-malformed', {
        message: `The parameter ${name} is not usable`,
        expected: `words, ${LONGEST_VALUE} characters at most`,
        ...(typeof value === 'string' ? { received: value } : {}),
      });
    }
    return value === '' ? [] : [value];
  });
}

/** The days that are meant: `1950` is from its first day to its last. */
function periodOf({ from, to }: Pick<SearchRequest, 'from' | 'to'>): { from?: string; to?: string } {
  return {
    ...(from === undefined ? {} : { from: daysOf(from, 'from').first }),
    ...(to === undefined ? {} : { to: daysOf(to, 'to').last }),
  };
}

function daysOf(text: string, name: string): { first: string; last: string } {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year !== undefined) {
    const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
    const lastMonth = `${year}-${month ?? '12'}`;
    const last = `${lastMonth}-${day ?? daysInMonth(lastMonth)}`;
    if (isDay(first) && isDay(last)) return { first, last };
  }
  throw new Failure('url-malformed', {
    message: `The parameter ${name} is no date`,
    expected: 'a year, a month or a day, such as 1950, 1950-10 or 1950-10-07',
    received: text,
  });
}

function daysInMonth(month: string): string {
  return ['31', '30', '29', '28'].find((day) => isDay(`${month}-${day}`)) ?? '31';
}

/** `Date` takes 30 February for 2 March. */
function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
