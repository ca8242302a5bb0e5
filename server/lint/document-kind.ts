import { isRecord, stringsOf, typesOf, type JsonRecord } from '../../viewer/iiif/json.ts';
import { GRAMMAR_2 } from './grammar-2.ts';
import { GRAMMAR_3 } from './grammar-3.ts';
import type { Kind } from './node.ts';

/** What a document is, by its contexts and its type; what rules it is judged by. */
export type DocumentKind =
  /** `search`: a response of Content Search 2.0, which is an annotation page with more to it. */
  | { api: 'presentation-3'; kind: Kind; search: boolean }
  | { api: 'presentation-2'; kind: Kind; search: boolean }
  /** Annotations without IIIF's context: W3C's rules hold, IIIF's do not. */
  | { api: 'web-annotation'; kind: Kind }
  | { api: 'image'; version: 1 | 2 | 3 }
  | { api: 'terms'; version: 1 | 2 }
  /** IIIF, but nothing that there are rules for here. */
  | { api: 'other'; name: string }
  | { api: 'unknown' };

/** Context documents that nothing here judges. */
const OTHERS: readonly (readonly [part: string, name: string])[] = [
  ['iiif.io/api/presentation/4', 'Presentation 4.0 (a draft)'],
  ['iiif.io/api/discovery/', 'Change Discovery'],
  ['iiif.io/api/auth/', 'Authorization Flow'],
];

export function documentKind(document: unknown): DocumentKind {
  if (!isRecord(document)) return { api: 'unknown' };
  const contexts = stringsOf(document['@context']);
  const has = (part: string) => contexts.some((context) => context.includes(part));
  const other = OTHERS.find(([part]) => has(part));
  if (other !== undefined && !has('iiif.io/api/presentation/3') && !has('iiif.io/api/image/'))
    return { api: 'other', name: other[1] };
  return (
    imageKind(document, has) ??
    termsKind(document, has) ??
    presentationKind(document, has) ?? { api: 'unknown' }
  );
}

/** `Manifest, Presentation 3.0` for people. */
export function documentWords(kind: DocumentKind): string {
  switch (kind.api) {
    case 'presentation-3':
      return kind.search ? 'search response, Content Search 2.0' : `${kind.kind}, Presentation 3.0`;
    case 'presentation-2':
      return kind.search
        ? 'search response, Content Search 1.0'
        : `${NAMES_2[kind.kind] ?? kind.kind}, Presentation 2.1`;
    case 'web-annotation':
      return `${kind.kind}, Web Annotation`;
    case 'image':
      return `info.json, Image API ${kind.version}`;
    case 'terms':
      return `autocomplete response, Content Search ${kind.version}.0`;
    case 'other':
      return `${kind.name} (not judged)`;
    case 'unknown':
      return 'unknown';
  }
}

const NAMES_2: Partial<Record<Kind, string>> = {
  AnnotationPage: 'AnnotationList',
  AnnotationCollection: 'Layer',
};

type Has = (part: string) => boolean;

function imageKind(document: JsonRecord, has: Has): DocumentKind | undefined {
  if (has('iiif.io/api/presentation/')) return undefined;
  if (has('iiif.io/api/image/3') || document.type === 'ImageService3') return { api: 'image', version: 3 };
  const isImage = document.protocol === 'http://iiif.io/api/image';
  if (has('library.stanford.edu/iiif/image-api') || has('iiif.io/api/image/1'))
    return { api: 'image', version: 1 };
  if (has('iiif.io/api/image/2') || (isImage && '@id' in document)) return { api: 'image', version: 2 };
  return isImage ? { api: 'image', version: 3 } : undefined;
}

function termsKind(document: JsonRecord, has: Has): DocumentKind | undefined {
  const types = typesOf(document);
  if (types.includes('TermPage')) return { api: 'terms', version: 2 };
  return types.includes('TermList') && (has('iiif.io/api/search/') || '@type' in document)
    ? { api: 'terms', version: 1 }
    : undefined;
}

function presentationKind(document: JsonRecord, has: Has): DocumentKind | undefined {
  const kind2 = kindOf(document, GRAMMAR_2.kindOfType);
  const kind3 = kindOf(document, GRAMMAR_3.kindOfType);
  if (has('iiif.io/api/presentation/3') || has('iiif.io/api/search/2'))
    return kind3 === undefined
      ? undefined
      : {
          api: 'presentation-3',
          kind: kind3,
          search: kind3 === 'AnnotationPage' && has('iiif.io/api/search/2'),
        };
  if (has('iiif.io/api/presentation/2') || has('iiif.io/api/search/1'))
    return kind2 === undefined
      ? undefined
      : {
          api: 'presentation-2',
          kind: kind2,
          search: kind2 === 'AnnotationPage' && has('iiif.io/api/search/1'),
        };
  if (has('www.w3.org/ns/anno') && kind3?.startsWith('Annotation') === true)
    return { api: 'web-annotation', kind: kind3 };
  // No context that we know: what it looks like says which rules it breaks.
  if (kind2 !== undefined && document['@type'] !== undefined)
    return { api: 'presentation-2', kind: kind2, search: false };
  return kind3 === undefined ? undefined : { api: 'presentation-3', kind: kind3, search: false };
}

/** Whatever the type's case: that it is wrong is told by a rule. */
function kindOf(document: JsonRecord, kindOfType: (type: string) => Kind | undefined): Kind | undefined {
  const types = stringsOf(document.type ?? document['@type']);
  return types
    .map((type) => kindOfType(type) ?? kindOfType(CASES.get(type.replace(/^\w+:/, '').toLowerCase()) ?? ''))
    .find((kind) => kind !== undefined && TOPS.has(kind));
}

const TOPS: ReadonlySet<Kind> = new Set<Kind>([
  'Collection',
  'Manifest',
  'Sequence',
  'Canvas',
  'Range',
  'AnnotationPage',
  'AnnotationCollection',
  'Annotation',
]);
const CASES: ReadonlyMap<string, string> = new Map(
  [...TOPS, 'AnnotationList', 'Layer'].map((name) => [name.toLowerCase(), name]),
);
