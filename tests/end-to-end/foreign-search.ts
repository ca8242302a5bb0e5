/** How a manifest of Presentation 2 names a search: Content Search 1.0, in the words of 0.9, one service bare. */
export const SEARCH_SERVICE = (base: string) => ({
  '@context': 'http://iiif.io/api/search/0/context.json',
  '@id': `${base}/search?collection=letters`,
  profile: 'http://iiif.io/api/search/0/search',
  service: { '@id': `${base}/terms`, profile: 'http://iiif.io/api/search/0/autocomplete' },
});

/**
 * Content Search 1.0 as others have it: word boxes with names of their own, on two pages, `next` at a server that it is
 * not, and hits in another document. Undefined for other paths.
 *
 * @param names what the ids of its resources begin with.
 */
export function foreignSearch(base: string, path: string, names: string): unknown {
  const url = new URL(path, base);
  const q = url.searchParams.get('q') ?? '';
  if (url.pathname === '/terms') {
    return {
      '@type': 'search:TermList',
      terms: ['page', 'porte'].filter((term) => term.startsWith(q)).map((match) => ({ match })),
    };
  }
  if (url.pathname !== '/search') return undefined;
  if (q === 'broken') return { '@type': 'sc:AnnotationList', resources: 'none' };
  if (q === 'away')
    return { ...listOf([found(names, '1', 'mère', 0)]), next: 'http://127.0.0.2:1/search?q=away' };
  if (url.searchParams.get('page') === '2') return listOf([found(names, '2', 'page', 2)]);
  return {
    ...listOf([found(names, '1', 'porte', 1), found(names, 'of-another-letter', 'porte', 3)]),
    next: `${base}/search?collection=letters&q=${encodeURIComponent(q)}&page=2`,
  };
}

type Found = ReturnType<typeof found>;

function listOf(all: readonly Found[]) {
  return {
    '@context': 'http://iiif.io/api/search/0/context.json',
    '@type': 'sc:AnnotationList',
    within: { '@type': 'sc:Layer', total: 3 },
    resources: all.map(({ resource }) => resource),
    hits: all.map(({ hit }) => hit),
  };
}

function found(names: string, canvas: string, match: string, number: number) {
  const id = `${names}/word/${number}`;
  const [x, y] = canvas === '1' ? [160, 165] : [180, 122];
  return {
    resource: {
      ...{ '@id': id, '@type': 'oa:Annotation', motivation: 'sc:painting' },
      resource: { '@type': 'cnt:ContentAsText', chars: match },
      on: `${names}/canvas/${canvas}#xywh=${x},${y},80,30`,
    },
    hit: { '@type': 'search:Hit', annotations: [id], match, before: 'before ', after: ' after' },
  };
}
