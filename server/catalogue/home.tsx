import type { ReactElement } from 'react';
import type { DocumentSummary, StoredCollection } from '../store/store.ts';
import type { Site } from './assets.ts';
import { CollectionList } from './collection-list.tsx';
import { DocumentGrid } from './document-entry.tsx';
import { FEED_TYPE } from './feed.ts';
import { Layout } from './layout.tsx';
import { MarkedParagraphs } from './marked-words.tsx';
import { Paragraphs, plainWords, Words } from './words.tsx';
import { useMessages } from './interface.tsx';

/** The archive's front door: what it is, its collections, and what was added last. */
export function HomePage({
  site,
  root,
  collections,
  recent,
}: {
  site: Site;
  root: StoredCollection;
  collections: readonly StoredCollection[];
  recent: readonly DocumentSummary[];
}): ReactElement {
  const messages = useMessages();
  const { title, summary } = root.record;
  return (
    <Layout
      site={site}
      description={summary === undefined ? undefined : plainWords(summary, messages.language)}
    >
      <header className="opening">
        <Words as="h1" map={title} />
        {summary === undefined ? null : <Paragraphs map={summary} className="lead" />}
      </header>
      {site.institution?.home === undefined ? null : (
        <div className="home-words institution-words">
          <MarkedParagraphs words={site.institution.home} />
        </div>
      )}
      {collections.length === 0 && recent.length === 0 ? <EmptyArchive /> : null}
      {collections.length === 0 ? null : (
        <section aria-labelledby="collections">
          <h2 id="collections">{messages.collections}</h2>
          <CollectionList collections={collections} urls={site.urls} heading="h3" />
        </section>
      )}
      {recent.length === 0 ? null : (
        <section aria-labelledby="recent">
          <h2 id="recent">{messages.recent}</h2>
          <div>
            <DocumentGrid documents={recent} urls={site.urls} eager={collections.length > 3 ? 0 : 4} />
            <p className="feed-link">
              <a href={site.urls.feed()} type={FEED_TYPE}>
                {messages.feed}
              </a>
            </p>
          </div>
        </section>
      )}
      {root.documentCount === 0 ? null : (
        <p>
          <a href={site.urls.collectionPage(root.id)}>{messages.unfiled(root.documentCount)}</a>
        </p>
      )}
    </Layout>
  );
}

function EmptyArchive(): ReactElement {
  const messages = useMessages();
  return (
    <section className="empty">
      <p>{messages.emptyArchive}</p>
      <p>
        {messages.emptyArchiveHow} <code>{messages.emptyArchiveCommand}</code>
      </p>
    </section>
  );
}
