import { stringsOf, listOf, isRecord, type JsonRecord } from '../../viewer/iiif/json.ts';

export const PRESENTATION_2 = 'http://iiif.io/api/presentation/2/context.json';
export const PRESENTATION_3 = 'http://iiif.io/api/presentation/3/context.json';
export const SEARCH_2 = 'http://iiif.io/api/search/2/context.json';
export const AUTH_2 = 'http://iiif.io/api/auth/2/context.json';
export const TEXT_GRANULARITY = 'http://iiif.io/api/extension/text-granularity/context.json';
export const NAV_PLACE = 'http://iiif.io/api/extension/navplace/context.json';

/** What the contexts of a document let it say. */
export type Vocabulary = {
  contexts: ReadonlySet<string>;
  /** A context of somebody's own is among them: then any word may be a term of theirs. */
  isOpen: boolean;
};

/** Contexts whose terms the rules know. */
const KNOWN = new Set([
  PRESENTATION_2,
  PRESENTATION_3,
  SEARCH_2,
  AUTH_2,
  TEXT_GRANULARITY,
  NAV_PLACE,
  'http://iiif.io/api/search/1/context.json',
  'http://iiif.io/api/image/2/context.json',
  'http://iiif.io/api/image/3/context.json',
  'http://www.w3.org/ns/anno.jsonld',
]);

export function vocabularyOf(document: JsonRecord): Vocabulary {
  const contexts = listOf(document['@context']);
  const names = stringsOf(contexts);
  return {
    contexts: new Set(names),
    isOpen: contexts.some(isRecord) || names.some((name) => !KNOWN.has(name)),
  };
}
