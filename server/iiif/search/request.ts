import { Failure } from '../../model/failure.ts';

/** What is asked of a Content Search service or of its autocomplete: 2.0 §4.1.1 and §5.1, 1.0 §3.2.1 and §4.2.1. */
export type SearchRequest = {
  /** As typed; empty if nothing was. */
  q: string;
  /** Without their prefixes; none: any. */
  motivations: readonly string[];
  /** Parameter of our own: a primary language subtag. */
  language?: string;
  /** Parameter of our own: only in the spelling that was typed. */
  exact: boolean;
  /** From 1. */
  page: number;
  /** Names of the parameters that were given and are not heeded. */
  ignored: readonly string[];
};

type Query = Readonly<Record<string, unknown>>;

const SEARCH_PARAMETERS = ['q', 'motivation', 'language', 'exact', 'page'];
const AUTOCOMPLETE_PARAMETERS = ['q', 'motivation'];

/** @throws Failure `search-invalid` */
export function readSearchRequest(query: Query): SearchRequest {
  const language = readOne(query, 'language', /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i, 'a language tag: ru');
  return {
    q: readQ(query),
    motivations: readMotivations(query),
    ...(language === undefined ? {} : { language: language.replace(/-.*/, '').toLowerCase() }),
    exact: readOne(query, 'exact', /^[01]$/, '0 or 1') === '1',
    page: Number(readOne(query, 'page', /^[1-9]\d{0,5}$/, 'a number from 1') ?? '1'),
    ignored: ignoredOf(query, SEARCH_PARAMETERS),
  };
}

/**
 * Without a beginning of a word, which a client must give, nothing is to be told; who only looks whether the service is
 * there need not be refused.
 * @throws Failure `search-invalid`
 */
export function readTermsRequest(query: Query): Pick<SearchRequest, 'q' | 'motivations' | 'ignored'> {
  return {
    q: readQ(query),
    motivations: readMotivations(query),
    ignored: ignoredOf(query, AUTOCOMPLETE_PARAMETERS),
  };
}

/** The same request as parameters of a URL, those that are not heeded left out. */
export function parametersOf(
  request: Pick<SearchRequest, 'q' | 'motivations'> & Partial<SearchRequest>,
): Record<string, string> {
  const { q, motivations, language, exact = false } = request;
  return {
    q,
    ...(motivations.length === 0 ? {} : { motivation: motivations.join(' ') }),
    ...(language === undefined ? {} : { language }),
    ...(exact ? { exact: '1' } : {}),
  };
}

function readQ(query: Query): string {
  return readOne(query, 'q', /^/, 'one list of words') ?? '';
}

function readMotivations(query: Query): string[] {
  const value = readOne(query, 'motivation', /^/, 'one list of motivations') ?? '';
  return value
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/^(?:oa|sc):/, ''));
}

/** Undefined for what is not given or empty: it restricts nothing. */
function readOne(query: Query, name: string, pattern: RegExp, expected: string): string | undefined {
  const value = query[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw new Failure('search-invalid', {
    message:
      typeof value === 'string' ? `This is no ${name} to search with` : `Only one ${name} may be given`,
    expected,
    ...(typeof value === 'string' ? { received: value } : {}),
  });
}

function ignoredOf(query: Query, heeded: readonly string[]): string[] {
  return Object.entries(query)
    .filter(([name, value]) => value !== '' && !heeded.includes(name))
    .map(([name]) => name);
}
