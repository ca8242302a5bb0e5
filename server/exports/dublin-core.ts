import type { PublicUrls } from '../http/public-urls.ts';
import { formatReference, type Agent } from '../model/document.ts';
import { inLanguage, type LanguageMap } from '../model/language-map.ts';
import type { StoredDocument } from '../store/store.ts';

type Literal = string | { '@value': string; '@language': string };

type Value = Literal | { '@id': string };

/**
 * A document's record in DCMI Metadata Terms, as JSON-LD. Names stand as literals, which the terms allow where there is
 * no URI; dates as the record has them, in the Extended Date/Time Format. Who a document is addressed to has no term.
 */
export function dublinCore({ id, collection, record }: StoredDocument, urls: PublicUrls): object {
  const { reference, rights } = record;
  const repository = reference?.repository;
  const terms: Record<string, Value[]> = {
    title: literals([record.title]),
    description: literals(record.summary === undefined ? [] : [record.summary]),
    type: record.kind === undefined ? [] : [record.kind],
    date: record.dates.map(({ edtf }) => edtf),
    language: [...record.languages],
    creator: names(record.creators),
    contributor: names(record.contributors),
    subject: [...literals(record.subjects), ...names(record.people)],
    spatial: names(record.places),
    identifier: [
      urls.documentPage(id),
      ...record.identifiers.map(({ scheme, value }) => (scheme === '' ? value : `${scheme}:${value}`)),
    ],
    source:
      reference === undefined
        ? []
        : [
            formatReference(
              reference,
              repository === undefined ? undefined : inLanguage(repository, 'en').values.join('; '),
            ),
          ],
    rights: rights === undefined ? [] : [{ '@id': rights }],
    isPartOf: [{ '@id': urls.collectionPage(collection) }],
    isReferencedBy: [{ '@id': urls.manifest(id) }],
  };
  return {
    '@context': { dcterms: 'http://purl.org/dc/terms/' },
    '@id': urls.documentPage(id),
    ...Object.fromEntries(
      Object.entries(terms)
        .filter(([, values]) => values.length > 0)
        .map(([term, values]) => [`dcterms:${term}`, values]),
    ),
  };
}

function names(agents: readonly Agent[]): Literal[] {
  return literals(agents.map(({ name }) => name));
}

function literals(maps: readonly LanguageMap[]): Literal[] {
  return maps.flatMap((map) =>
    Object.entries(map).flatMap(([tag, values]) =>
      values.map((value) => (tag === 'none' ? value : { '@value': value, '@language': tag })),
    ),
  );
}
