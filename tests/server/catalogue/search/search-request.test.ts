import { describe, expect, it } from 'vitest';
import {
  documentsRequest,
  isEmpty,
  parseSearchRequest,
  searchParameters,
  sizeParameter,
  USUAL_SIZE,
  withFilterToggled,
} from '../../../../server/catalogue/search/search-request.ts';
import { Failure } from '../../../../server/model/failure.ts';
import { FACETS } from '../../../../server/search/search.ts';

const plain = { q: '', exact: false, filters: [], sort: 'newest', page: 1 };

describe('the parameters of a search', () => {
  it('may all be left out, be empty or be unknown', () => {
    for (const query of [
      {},
      { q: '', from: '', person: '', sort: '', page: '' },
      { utm_source: 'x', size: '7' },
    ]) {
      expect(parseSearchRequest(query)).toEqual(plain);
      expect(isEmpty(parseSearchRequest(query))).toBe(true);
    }
  });

  it('are read whole', () => {
    const query = {
      q: ' Пак Ир У ',
      exact: '1',
      person: ['pak-il-u', 'kim', 'kim', ''],
      collection: 'cold-war',
      from: '1950',
      to: '1951-02',
      sort: 'oldest',
      page: '3',
    };
    const request = parseSearchRequest(query);
    expect(request).toEqual({
      q: 'Пак Ир У',
      exact: true,
      filters: [
        { facet: 'collection', value: 'cold-war' },
        { facet: 'person', value: 'pak-il-u' },
        { facet: 'person', value: 'kim' },
      ],
      from: '1950',
      to: '1951-02',
      sort: 'oldest',
      page: 3,
    });
    expect(documentsRequest(request, USUAL_SIZE)).toMatchObject({
      from: '1950-01-01',
      to: '1951-02-28',
      size: 20,
    });
    const address = searchParameters(request);
    expect(parseSearchRequest(parsed(address))).toEqual(request);
  });

  it('know every facet by its name', () => {
    for (const facet of FACETS) {
      expect(parseSearchRequest({ [facet]: 'x' }).filters).toEqual([{ facet, value: 'x' }]);
    }
  });

  it('widen a year and a month to their days, leap years too', () => {
    const period = (from: string, to: string) => {
      const request = documentsRequest(parseSearchRequest({ from, to }), 1);
      return [request.from, request.to];
    };
    expect(period('1952-02', '1952-02')).toEqual(['1952-02-01', '1952-02-29']);
    expect(period('1900', '1900-02')).toEqual(['1900-01-01', '1900-02-28']);
    expect(period('1950-10-07', '1950-10-07')).toEqual(['1950-10-07', '1950-10-07']);
    expect(period('0900', '0900-04')).toEqual(['0900-01-01', '0900-04-30']);
  });

  it.each([
    { from: '195' },
    { from: '1950-13' },
    { from: '1950-02-30' },
    { to: '7 October' },
    { from: '1951', to: '1950' },
    { sort: 'best' },
    { page: '0' },
    { page: '-1' },
    { exact: 'yes' },
    { q: ['a', 'b'] },
    { person: { a: 'b' } },
    { person: 'x'.repeat(301) },
    { person: Array.from({ length: 51 }, (_, number) => `p${number}`) },
  ])('are refused where they make no sense: %j', (query) => {
    expect(() => parseSearchRequest(query)).toThrow(Failure);
  });

  it('say of a program’s size what it may be', () => {
    expect(sizeParameter(undefined)).toBe(20);
    expect(sizeParameter('100')).toBe(100);
    for (const wrong of ['0', '101', '1e2', ' 5', '-5', '5.0']) {
      expect(() => sizeParameter(wrong)).toThrow('1 to 100');
    }
  });
});

describe('the address of a search', () => {
  it('leaves out what is as usual, so that one search has one address', () => {
    expect(searchParameters(parseSearchRequest({ q: 'a', sort: 'relevance', page: '1' })).toString()).toBe(
      'q=a',
    );
    expect(searchParameters(parseSearchRequest({ sort: 'newest' })).toString()).toBe('');
    expect(searchParameters(parseSearchRequest({ q: 'a', sort: 'newest' })).toString()).toBe(
      'q=a&sort=newest',
    );
  });

  it('escapes what was typed', () => {
    const { q } = parseSearchRequest({ q: 'a&b=c#d "e" + f' });
    expect(parsed(searchParameters(parseSearchRequest({ q }))).q).toBe('a&b=c#d "e" + f');
  });

  it('adds a filter and takes the same one away, from the first page', () => {
    const request = parseSearchRequest({ q: 'a', kind: 'telegram', page: '4' });
    const narrower = withFilterToggled(request, { facet: 'kind', value: 'letter' });
    expect(narrower).toMatchObject({ page: 1, filters: [{ value: 'telegram' }, { value: 'letter' }] });
    expect(withFilterToggled(narrower, { facet: 'kind', value: 'telegram' }).filters).toEqual([
      { facet: 'kind', value: 'letter' },
    ]);
  });
});

function parsed(parameters: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of parameters.keys()) {
    const values = parameters.getAll(name);
    query[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return query;
}
