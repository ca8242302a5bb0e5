import type { PublicUrls } from '../http/public-urls.ts';

export const PRESENTATION_3 = 'http://iiif.io/api/presentation/3/context.json';
export const WEB_ANNOTATION = 'http://www.w3.org/ns/anno.jsonld';
export const LINKED_DATA_PLATFORM = 'http://www.w3.org/ns/ldp.jsonld';
export const PRESENTATION_2 = 'http://iiif.io/api/presentation/2/context.json';
export const SEARCH_1 = 'http://iiif.io/api/search/1/context.json';
export const SEARCH_2 = 'http://iiif.io/api/search/2/context.json';
export const TEXT_GRANULARITY = 'http://iiif.io/api/extension/text-granularity/context.json';

/**
 * The `@context` of a Presentation 3.0 resource that may hold annotations of texts: the extensions that it
 * uses, then the Presentation context, which must be the last (Presentation API 3.0 §4.6).
 * @param uses.others contexts of other specifications that it is a resource of as well.
 */
export function contextOf(
  uses: { textGranularity: boolean; ownTerms: boolean; others?: readonly string[] },
  urls: PublicUrls,
): string | string[] {
  const extensions = [
    ...(uses.others ?? []),
    ...(uses.textGranularity ? [TEXT_GRANULARITY] : []),
    ...(uses.ownTerms ? [urls.context()] : []),
  ];
  return extensions.length === 0 ? PRESENTATION_3 : [...extensions, PRESENTATION_3];
}

/** Our JSON-LD terms, served at `/iiif/context.json`; each is named by its fragment there. */
export function contextDocument(urls: PublicUrls): { '@context': Record<string, unknown> } {
  const term = (name: string) => `${urls.context()}#${name}`;
  return {
    '@context': {
      '@version': 1.1,
      // Annotations of the text that this annotation's text is a translation of.
      renders: { '@id': term('renders'), '@type': '@id', '@container': '@set' },
      // What the annotation gives to a reader of its target, in the words of Presentation API 4.0's draft.
      provides: { '@id': term('provides'), '@container': '@set' },
      // How `renders` came about: `hand`, `confirmed` (by machine, and a person agreed) or `machine`.
      linkedBy: { '@id': term('linkedBy') },
      // What the words are within their text: `heading`, `item`, `note`, `verse`, `stamp` (on the paper), `marginalia`
      // (beside the text) or `footnote` (of its author or its editor).
      form: { '@id': term('form') },
      // The same in lines or sentences of one text that follow each other and stand in one block or paragraph.
      block: { '@id': term('block') },
      // 0 to 1: how sure it is that these words stand in this place, and that they render what they are said to.
      confidence: { '@id': term('confidence'), '@type': 'http://www.w3.org/2001/XMLSchema#decimal' },
      // Who or what made the text: `human`, `ocr` or `machine-translation`; of a link the same as `linkedBy`.
      origin: { '@id': term('origin') },
      // Of a text as a whole: which one it is, how far it is (`draft`, `reviewed`, `published`), who had which part
      // in it, what it translates, and the number and the time of its last change.
      role: { '@id': term('role') },
      status: { '@id': term('status') },
      contributor: { '@id': 'http://purl.org/dc/terms/contributor', '@container': '@set' },
      translationOf: { '@id': term('translationOf'), '@type': '@id' },
      revision: { '@id': term('revision'), '@type': 'http://www.w3.org/2001/XMLSchema#integer' },
      revised: {
        '@id': 'http://purl.org/dc/terms/modified',
        '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
      },
      // Profiles: citations of a document, or of a part that `?canvas=` or `?annotation=` names, written out in
      // every style; and a page for people on which translations are compared.
      citations: { '@id': term('citations') },
      comparison: { '@id': term('comparison') },
      // Profiles of a service: the same text word by word, the same page with the outlines of its lines, and
      // what the translation on it renders.
      words: { '@id': term('words') },
      links: { '@id': term('links') },
      outlines: { '@id': term('outlines') },
    },
  };
}
