import type { ReactElement } from 'react';
import { formatReference, type Agent } from '../../model/document.ts';
import type { AuthorityKind } from '../../model/authority.ts';
import type { AuthorityReference, StoredCollection, StoredText } from '../../store/store.ts';
import { nameForm, otherForms, plainWords } from '../words.tsx';
import { madeOn } from './cited-date.ts';
import type { CitedSource } from './cited.ts';
import { isInstitution } from './divide-name.ts';
import { isPersonalCommunication } from './personal-communication.ts';
import { useLanguage } from '../interface.tsx';
import type { InterfaceLanguage } from '../../http/interface-language.ts';

type Described = {
  source: CitedSource;
  /** From the root to the document's collection. */
  path: readonly StoredCollection[];
  described: readonly AuthorityReference[];
};

/** The document in schema.org's words: a component of an archive, held there, published here. */
export function DocumentJsonLd(described: Described): ReactElement {
  const language = useLanguage();
  // Words of a record could close the element: `</script>`. Nothing else in JSON means anything to HTML.
  const json = JSON.stringify(documentJsonLd(described, language)).replaceAll('<', String.raw`\u003c`);
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

export function documentJsonLd({ source, path, described }: Described, language: InterfaceLanguage): object {
  const { document, urls, archive } = source;
  const { id, record, texts } = document;
  const { reference, kind } = record;
  const address = urls.documentPage(id);
  const isMessage = isPersonalCommunication(kind);
  const agents = (kindOf: AuthorityKind, found: readonly Agent[]) =>
    found.map((agent) => {
      const known = described.some((one) => one.kind === kindOf && one.id === agent.id);
      const page = agent.id !== undefined && known ? urls.authorityPage(kindOf, agent.id) : undefined;
      return agentOf(agent, kindOf, page, language);
    });
  const translations = texts.filter(({ role }) => role === 'translation');
  const holder =
    reference?.repository === undefined ? undefined : nameForm(reference.repository, language).value;
  return defined({
    '@context': 'https://schema.org',
    '@type': ['ArchiveComponent', isMessage ? 'Message' : 'Manuscript'],
    '@id': address,
    url: address,
    name: plainWords(record.title, language),
    alternateName: otherForms(record.title, language).map(({ value }) => value),
    abstract: record.summary === undefined ? undefined : plainWords(record.summary, language),
    genre: kind,
    dateCreated: isoDate(madeOn(record.dates)?.edtf),
    inLanguage: record.languages,
    author: agents('person', record.creators),
    // The rest of an archival paper's words know no addressee.
    recipient: isMessage ? agents('person', record.recipients) : [],
    contributor: agents('person', record.contributors),
    mentions: [...agents('person', record.people), ...agents('place', record.places)],
    about: record.subjects.map((subject) => plainWords(subject, language)),
    holdingArchive: holder === undefined ? undefined : { '@type': 'ArchiveOrganization', name: holder },
    itemLocation: reference === undefined ? undefined : formatReference({ levels: reference.levels }, holder),
    identifier: record.identifiers.map(({ scheme, value }) =>
      defined({ '@type': 'PropertyValue', propertyID: scheme, value }),
    ),
    isPartOf: collectionsOf(path, source, language),
    publisher:
      archive === undefined
        ? undefined
        : { '@type': 'Organization', name: plainWords(archive, language), url: urls.home() },
    funder: record.donors.map((donor) => ({
      '@type': 'Organization',
      description: plainWords(donor, language),
    })),
    license: record.rights,
    workTranslation: translations.map((text) => translationOf(text, source, language)),
    encoding: [
      {
        '@type': 'MediaObject',
        contentUrl: urls.manifest(id),
        encodingFormat: 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
      },
      { '@type': 'MediaObject', contentUrl: urls.tei(id), encodingFormat: 'application/tei+xml' },
    ],
  });
}

function translationOf(
  text: StoredText,
  { document, urls }: CitedSource,
  language: InterfaceLanguage,
): object {
  const isTranslator = ({ role }: Agent) => role === undefined || role.toLowerCase() === 'translator';
  const address = urls.documentText(document.id, text.id);
  return defined({
    '@type': 'CreativeWork',
    '@id': address,
    url: address,
    inLanguage: text.language,
    translator: text.contributors
      .filter(isTranslator)
      .map((agent) => agentOf(agent, 'person', undefined, language)),
    translationOfWork: { '@id': urls.documentPage(document.id) },
    creativeWorkStatus: text.status,
    version: text.revision,
    dateModified: text.updated,
    license: text.rights,
  });
}

/** The nearest first, each in the next: the root is the whole archive. */
function collectionsOf(
  path: readonly StoredCollection[],
  { urls }: CitedSource,
  language: InterfaceLanguage,
): object | undefined {
  let outer: object | undefined;
  for (const { id, record } of path) {
    outer = defined({
      '@type': ['Collection', 'ArchiveComponent'],
      '@id': urls.collectionPage(id),
      name: plainWords(record.title, language),
      isPartOf: outer,
    });
  }
  return outer;
}

/** Records do not say whether a name is a person's: what is plainly an institution's is not. */
function agentOf(
  { name }: Agent,
  kind: AuthorityKind,
  page: string | undefined,
  language: InterfaceLanguage,
): object {
  const { value } = nameForm(name, language);
  const agent = page === undefined && isInstitution(value) ? 'Organization' : 'Person';
  return defined({
    '@type': kind === 'place' ? 'Place' : agent,
    '@id': page,
    name: value,
    alternateName: otherForms(name, language).map((form) => form.value),
    url: page,
  });
}

function defined(values: Record<string, unknown>): object {
  const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}

/** schema.org takes ISO 8601: no doubt, no interval. */
function isoDate(edtf: string | undefined): string | undefined {
  return edtf !== undefined && /^\d{4}(-\d{2}){0,2}$/.test(edtf) ? edtf : undefined;
}
