import type { InternationalString } from '@iiif/presentation-3';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { Agent } from '../../model/document.ts';
import type { StoredDocument, StoredText, TextExtent } from '../../store/store.ts';
import { contextOf } from '../context.ts';
import { WORD_BY_WORD, international } from './language-labels.ts';
import { textMetadata } from './metadata.ts';
import type { Contributor, Finer, Pointer, TextCollection, TextMotivation } from './resource.ts';
import { rightsUri } from './rights.ts';
import { partLabel, textLabel } from './text-label.ts';

/**
 * A whole text: who made it, in which language, and the first and last of its pages (Presentation API 3.0 §5.8).
 * @param more.extent without it neither its total nor its words are named; comments have no words of their own.
 */
export function annotationCollection(
  document: StoredDocument,
  text: StoredText,
  urls: PublicUrls,
  more: { extent?: TextExtent; motivation?: TextMotivation } = {},
): TextCollection {
  const { placeCount = 0, wordPages = [] } = more.extent ?? {};
  const hasWords = wordPages.length > 0 && more.motivation !== 'commenting';
  return {
    ...described({ id: urls.text(document.id, text.id), label: textLabel(text) }, document, text, urls),
    partOf: [manifestPointer(document, urls)],
    ...(placeCount === 0 ? {} : { total: placeCount }),
    ...ends(pageUrls(document, text, urls)),
    ...(hasWords ? { service: [finerCollection(document, text, urls)] } : {}),
  };
}

/** The same text word by word, as far as its source knows where its words stand; undefined if it does not. */
export function wordCollection(
  document: StoredDocument,
  text: StoredText,
  { wordPages }: TextExtent,
  urls: PublicUrls,
): TextCollection | undefined {
  if (wordPages.length === 0) return undefined;
  const { id, label } = finerCollection(document, text, urls);
  return {
    ...described({ id, label }, document, text, urls),
    partOf: [
      { id: urls.text(document.id, text.id), type: 'AnnotationCollection', label: textLabel(text) },
      manifestPointer(document, urls),
    ],
    total: wordPages.reduce((sum, { count }) => sum + count, 0),
    ...ends(wordPages.map(({ page }) => urls.wordPage(document.id, text.id, page))),
  };
}

/** The URLs of a text's pages in page order; what stands on no page comes last. */
export function pageUrls(document: StoredDocument, text: StoredText, urls: PublicUrls): string[] {
  return [
    ...text.pages.map((page) => urls.annotationPage(document.id, text.id, page)),
    ...(text.unplacedCount > 0 ? [urls.unplaced(document.id, text.id)] : []),
  ];
}

/** How many there are. */
export function pageCount({ pages, unplacedCount }: StoredText): number {
  return pages.length + (unplacedCount > 0 ? 1 : 0);
}

function described(
  { id, label }: { id: string; label: InternationalString },
  document: StoredDocument,
  text: StoredText,
  urls: PublicUrls,
) {
  return {
    '@context': contextOf({ textGranularity: false, ownTerms: true }, urls),
    id,
    type: 'AnnotationCollection' as const,
    label,
    metadata: textMetadata(text),
    ...(text.rights === undefined ? {} : { rights: rightsUri(text.rights) }),
    ...provenance(document, text, urls),
  };
}

/** Where the words come from, how far they can be trusted, and in which state they are. */
function provenance(document: StoredDocument, text: StoredText, urls: PublicUrls) {
  const { role, origin, status, contributors, translationOf, revision, updated } = text;
  return {
    ...{ role, origin, status },
    ...(contributors.length === 0 ? {} : { contributor: contributors.map(contributor) }),
    ...(translationOf === undefined ? {} : { translationOf: urls.text(document.id, translationOf) }),
    ...{ revision, revised: updated },
  };
}

function contributor({ name, role }: Agent): Contributor {
  return { type: 'Agent', label: international(name), ...(role === undefined ? {} : { role }) };
}

function finerCollection(
  document: StoredDocument,
  text: StoredText,
  urls: PublicUrls,
): Finer<'AnnotationCollection'> {
  return {
    id: urls.wordCollection(document.id, text.id),
    type: 'AnnotationCollection',
    profile: `${urls.context()}#words`,
    label: partLabel(text, WORD_BY_WORD),
  };
}

function ends(pages: readonly string[]): Pick<TextCollection, 'first' | 'last'> {
  const [first, last] = [pages.at(0), pages.at(-1)];
  return {
    ...(first === undefined ? {} : { first: pointer(first) }),
    ...(last === undefined ? {} : { last: pointer(last) }),
  };
}

function manifestPointer(document: StoredDocument, urls: PublicUrls): Pointer<'Manifest'> {
  return { id: urls.manifest(document.id), type: 'Manifest', label: international(document.record.title) };
}

function pointer(id: string): Pointer<'AnnotationPage'> {
  return { id, type: 'AnnotationPage' };
}
