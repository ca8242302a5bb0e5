import type { PublicUrls, SearchScope } from '../../../http/public-urls.ts';
import type { Hit } from '../../../search/search.ts';
import { PRESENTATION_2, SEARCH_1 } from '../../context.ts';
import { MOTIVATION } from '../../motivation-of-version-2.ts';
import { wordsOf, type Words } from '../../words-of-version-2.ts';
import type { FoundHits } from '../find-hits.ts';
import { hitAnnotations, type HitAnnotation } from '../hit-annotation.ts';
import { pagingOf } from '../paging.ts';
import type { SearchRequest } from '../request.ts';

export type ResultList = {
  '@context': [typeof PRESENTATION_2, typeof SEARCH_1];
  '@id': string;
  '@type': 'sc:AnnotationList';
  within: ResultLayer;
  prev?: string;
  next?: string;
  startIndex?: number;
  resources: ResultAnnotation[];
  hits: SearchHit[];
};

type ResultLayer = {
  '@type': 'sc:Layer';
  total?: number;
  first: string;
  last: string;
  ignored?: readonly string[];
};

type ResultAnnotation = {
  '@id': string;
  '@type': 'oa:Annotation';
  motivation: 'sc:painting' | 'oa:commenting';
  resource: { '@type': 'cnt:ContentAsText'; format: string; language: string; chars: string };
  on: string | { '@id': string; '@type'?: 'sc:Canvas'; within: ManifestLink } | ManifestLink;
};

type ManifestLink = { '@id': string; '@type': 'sc:Manifest'; label: Words };

type SearchHit = {
  '@type': 'search:Hit';
  annotations: string[];
  match: string;
  before: string;
  after: string;
};

/** Hits as Content Search 1.0 §3.3 and §3.4 have them. */
export function resultList(
  found: FoundHits,
  request: SearchRequest,
  { scope, urls }: { scope: SearchScope; urls: PublicUrls },
): ResultList {
  const { id, whole, prev, next } = pagingOf(found, request, { version: 1, scope, urls });
  const { startIndex, total } = found;
  // Two hits may share words, which are still one annotation.
  const resources = new Map<string, ResultAnnotation>();
  const hits = found.hits.map((hit): SearchHit => {
    const annotations = hitAnnotations(hit, urls);
    for (const one of annotations) resources.set(one.id, resultAnnotation(one, hit, scope, urls));
    const { match, before, after } = hit;
    return { '@type': 'search:Hit', annotations: annotations.map((one) => one.id), match, before, after };
  });
  return {
    '@context': [PRESENTATION_2, SEARCH_1],
    '@id': id,
    '@type': 'sc:AnnotationList',
    within: {
      '@type': 'sc:Layer',
      ...(total === undefined ? {} : { total }),
      first: whole?.first ?? id,
      last: whole?.last ?? id,
      ...(request.ignored.length === 0 ? {} : { ignored: request.ignored }),
    },
    ...(prev === undefined ? {} : { prev }),
    ...(next === undefined ? {} : { next }),
    ...(startIndex === undefined ? {} : { startIndex }),
    resources: [...resources.values()],
    hits,
  };
}

function resultAnnotation(
  { id, canvas, value, language, format }: HitAnnotation,
  { document, title, role }: Hit,
  scope: SearchScope,
  urls: PublicUrls,
): ResultAnnotation {
  const manifest = {
    '@id': urls.manifestOfVersion(document, 2),
    '@type': 'sc:Manifest',
    label: wordsOf(title),
  } as const;
  // §3.3.3, for who has not loaded the document yet. Mirador, which has, reads nothing but a URI.
  const wide =
    canvas === undefined ? manifest : { '@id': canvas, '@type': 'sc:Canvas' as const, within: manifest };
  return {
    '@id': id,
    '@type': 'oa:Annotation',
    motivation: MOTIVATION[role],
    resource: { '@type': 'cnt:ContentAsText', format, language, chars: value },
    on: scope.kind === 'document' ? (canvas ?? manifest['@id']) : wide,
  };
}
