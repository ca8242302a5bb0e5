import type { ReactElement } from 'react';
import type { DocumentSummary } from '../store/store.ts';
import type { Site } from './assets.ts';
import { AuthorityBreadcrumb } from './authority-breadcrumb.tsx';
import { DocumentGrid } from './document-entry.tsx';
import { Layout } from './layout.tsx';
import { useMessages } from './interface.tsx';

/** The documents whose records have no date, which stand in no year: a list of their own. */
export function UndatedPage({
  site,
  documents,
  next,
  first,
}: {
  site: Site;
  documents: readonly DocumentSummary[];
  /** Address of the further ones. */
  next: string | undefined;
  /** Whether the list begins here. */
  first: boolean;
}): ReactElement {
  const messages = useMessages();
  const { urls } = site;
  const { undatedHeading, undatedLead, noneUndated } = messages.dates;
  return (
    <Layout
      site={site}
      title={undatedHeading}
      head={first ? <link rel="canonical" href={urls.undated()} /> : undefined}
    >
      <AuthorityBreadcrumb urls={urls} list={{ address: urls.dates(), name: messages.dates.heading }} />
      <header className="opening">
        <h1>{undatedHeading}</h1>
        <p className="lead">{documents.length === 0 && first ? noneUndated : undatedLead}</p>
      </header>
      {documents.length === 0 ? null : (
        <section aria-labelledby="documents">
          <h2 id="documents">{messages.documents}</h2>
          <DocumentGrid documents={documents} urls={urls} eager={6} />
        </section>
      )}
      {next === undefined && first ? null : (
        <nav className="pager" aria-label={messages.moreDocuments}>
          {first ? null : <a href={urls.undated()}>{messages.toBeginning}</a>}
          {next === undefined ? null : (
            <a href={next} rel="next">
              {messages.next}
            </a>
          )}
        </nav>
      )}
    </Layout>
  );
}
