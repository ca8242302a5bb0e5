import type { PublicUrls, SearchScope } from '../../../http/public-urls.ts';
import type { LanguageMap } from '../../../model/language-map.ts';
import type { Hit } from '../../../search/search.ts';
import { SEARCH_2 } from '../../context.ts';
import type { FoundHits } from '../find-hits.ts';
import { hitAnnotations, type HitAnnotation } from '../hit-annotation.ts';
import { pagingOf, type Paging } from '../paging.ts';
import type { SearchRequest } from '../request.ts';
import { matchAnnotation, type MatchAnnotation } from './match-annotation.ts';

type Reference<Type extends string> = { id: string; type: Type };
type Labelled<Type extends string> = Reference<Type> & { label: LanguageMap };

export type ResultPage = {
  '@context': typeof SEARCH_2;
  id: string;
  type: 'AnnotationPage';
  ignored?: readonly string[];
  partOf?: ResultCollection;
  prev?: Reference<'AnnotationPage'>;
  next?: Reference<'AnnotationPage'>;
  startIndex?: number;
  items: ResultAnnotation[];
  annotations?: [MatchPage];
};

type ResultCollection = Reference<'AnnotationCollection'> & {
  first: Reference<'AnnotationPage'>;
  last: Reference<'AnnotationPage'>;
};

type MatchPage = Reference<'AnnotationPage'> & {
  partOf: Reference<'AnnotationCollection'> & { total?: number };
  items: MatchAnnotation[];
};

type ResultAnnotation = {
  id: string;
  type: 'Annotation';
  motivation: ['supplementing'];
  body: { type: 'TextualBody' } & Omit<HitAnnotation, 'id' | 'canvas'>;
  target: string | Labelled<'Manifest'> | (Reference<'Canvas'> & { partOf: Labelled<'Manifest'> });
};

/** Hits as Content Search 2.0 §4.2 and §4.3 have them: what matched, and around it what tells more of the match. */
export function resultPage(
  found: FoundHits,
  request: SearchRequest,
  { scope, urls }: { scope: SearchScope; urls: PublicUrls },
): ResultPage {
  const paging = pagingOf(found, request, { version: 2, scope, urls });
  // Two hits may share words, which are still one annotation.
  const items = new Map<string, ResultAnnotation>();
  const matches = found.hits.map((hit, index) => {
    const annotations = hitAnnotations(hit, urls);
    for (const one of annotations) items.set(one.id, resultAnnotation(one, hit, scope, urls));
    return matchAnnotation(hit, annotations, `${paging.id}#match-${index + 1}`);
  });
  return {
    '@context': SEARCH_2,
    id: paging.id,
    type: 'AnnotationPage',
    ...(request.ignored.length === 0 ? {} : { ignored: request.ignored }),
    ...around(paging),
    // Of later pages it is not known: a hit over two lines is two annotations, and only hits are counted.
    ...(paging.whole !== undefined && request.page === 1 ? { startIndex: 0 } : {}),
    items: [...items.values()],
    ...(matches.length === 0 ? {} : { annotations: [matchPage(matches, paging, found.total)] }),
  };
}

function resultAnnotation(
  { id, canvas, ...body }: HitAnnotation,
  { document, title }: Hit,
  scope: SearchScope,
  urls: PublicUrls,
): ResultAnnotation {
  const manifest = { id: urls.manifest(document), type: 'Manifest', label: title } as const;
  const uri = canvas ?? manifest.id;
  // §4.2.3: who searches in a collection has not loaded the document yet.
  const wide = canvas === undefined ? manifest : { id: canvas, type: 'Canvas' as const, partOf: manifest };
  return {
    id,
    type: 'Annotation',
    motivation: ['supplementing'],
    body: { type: 'TextualBody', ...body },
    target: scope.kind === 'document' ? uri : wide,
  };
}

function around({ whole, prev, next }: Paging): Partial<ResultPage> {
  return {
    ...(whole === undefined
      ? {}
      : {
          partOf: {
            id: whole.id,
            type: 'AnnotationCollection',
            first: pageAt(whole.first),
            last: pageAt(whole.last),
          },
        }),
    ...(prev === undefined ? {} : { prev: pageAt(prev) }),
    ...(next === undefined ? {} : { next: pageAt(next) }),
  };
}

/** §4.3.3: of a collection of its own, whose total is that of the hits. */
function matchPage(items: MatchAnnotation[], { id, whole }: Paging, total: number | undefined): MatchPage {
  return {
    id: `${id}#matches`,
    type: 'AnnotationPage',
    partOf: {
      id: `${whole?.id ?? id}#all-matches`,
      type: 'AnnotationCollection',
      ...(total === undefined ? {} : { total }),
    },
    items,
  };
}

function pageAt(id: string): Reference<'AnnotationPage'> {
  return { id, type: 'AnnotationPage' };
}
