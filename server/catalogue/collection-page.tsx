import type { ReactElement } from 'react';
import type { DocumentSummary, StoredCollection } from '../store/store.ts';
import { AlternateLinks } from './alternate-links.tsx';
import type { Site } from './assets.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { CollectionList, holds } from './collection-list.tsx';
import { DocumentGrid } from './document-entry.tsx';
import { levelName, referenceWords } from './record-words.ts';
import { Layout } from './layout.tsx';
import { RequiredStatementWords, RightsWords } from './rights-words.tsx';
import { Paragraphs, plainWords, Words } from './words.tsx';
import { useMessages } from './interface.tsx';

/** One level of the arrangement: what it is, the levels inside, and its documents. */
export function CollectionPage({
  site,
  path,
  collection,
  collections,
  documents,
  next,
  first,
}: {
  site: Site;
  /** From the root to the collection's parent. */
  path: readonly StoredCollection[];
  collection: StoredCollection;
  collections: readonly StoredCollection[];
  documents: readonly DocumentSummary[];
  /** Address of the documents that follow. */
  next: string | undefined;
  /** Whether these documents are the first ones. */
  first: boolean;
}): ReactElement {
  const messages = useMessages();
  const { record } = collection;
  const { urls } = site;
  return (
    <Layout
      site={site}
      title={plainWords(record.title, messages.language)}
      description={record.summary === undefined ? undefined : plainWords(record.summary, messages.language)}
      head={<AlternateLinks identity={urls.collection(collection.id)} urls={urls} />}
    >
      <Breadcrumb path={path} urls={urls} />
      <header className="opening">
        {record.level === undefined ? null : (
          <p className="level">{levelName(record.level, messages.language)}</p>
        )}
        <Words as="h1" map={record.title} />
        <ReferenceLine collection={collection} />
        {record.summary === undefined ? null : <Paragraphs map={record.summary} className="lead" />}
      </header>
      {collections.length === 0 ? null : (
        <section aria-labelledby="parts">
          <h2 id="parts">{messages.parts}</h2>
          <CollectionList collections={collections} urls={urls} heading="h3" />
        </section>
      )}
      {documents.length === 0 ? null : (
        <section aria-labelledby="documents">
          <h2 id="documents">{messages.documents}</h2>
          <DocumentGrid documents={documents} urls={urls} eager={4} />
        </section>
      )}
      {collections.length === 0 && documents.length === 0 && first ? (
        <p className="empty">{messages.emptyCollection}</p>
      ) : null}
      {first && next === undefined ? null : (
        <nav className="pager" aria-label={messages.moreDocuments}>
          {first ? null : <a href={urls.collectionPage(collection.id)}>{messages.toBeginning}</a>}
          {next === undefined ? null : (
            <a href={next} rel="next">
              {messages.next}
            </a>
          )}
        </nav>
      )}
      <footer className="statements">
        {record.requiredStatement === undefined ? null : (
          <RequiredStatementWords statement={record.requiredStatement} />
        )}
        {record.rights === undefined ? null : <RightsWords uri={record.rights} />}
        <p>
          <a href={urls.collection(collection.id)}>{messages.collectionManifest}</a>
        </p>
      </footer>
    </Layout>
  );
}

/** The call number in the archive's own order, and how much there is. */
function ReferenceLine({ collection }: { collection: StoredCollection }): ReactElement {
  const messages = useMessages();
  const { reference, repository } = collection.record;
  const holder = reference?.repository ?? repository;
  const words = [
    ...(reference === undefined
      ? holder === undefined
        ? []
        : [plainWords(holder, messages.language)]
      : [
          referenceWords(
            reference,
            holder === undefined ? undefined : plainWords(holder, messages.language),
            messages.language,
          ),
        ]),
    holds(collection, messages),
  ];
  return <p className="reference">{words.join(' · ')}</p>;
}
