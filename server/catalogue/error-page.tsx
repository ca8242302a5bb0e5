import type { ReactElement } from 'react';
import type { AuthorityKind } from '../model/authority.ts';
import type { Failure, FailureCode } from '../model/failure.ts';
import type { Site } from './assets.ts';
import { Layout, renderPage } from './layout.tsx';
import { useMessages, type Interface } from './interface.tsx';
import type { Messages } from './messages/messages.ts';

/**
 * What went wrong, as a page for people.
 * @param failure undefined for a bug, of which nothing is told but that there was one.
 * @param status the HTTP status that goes with it; 410 reads as a tombstone.
 */
export function errorPage(
  failure: Failure | undefined,
  status: number,
  { site, ui }: { site: Site; ui: Interface },
): string {
  return renderPage(ui, ErrorPage, { site, failure: status === 500 ? undefined : failure, status });
}

function ErrorPage({
  site,
  failure,
  status,
}: {
  site: Site;
  failure: Failure | undefined;
  status: number;
}): ReactElement {
  const messages = useMessages();
  const list = failure === undefined ? undefined : LISTS[failure.code];
  const { title, help } = wordsFor(status, list, messages);
  const { error } = messages;
  const what = failure === undefined ? undefined : messages.failure(failure.detail.message);
  const expected = failure?.detail.expected;
  return (
    <Layout site={site} title={title} head={<meta name="robots" content="noindex" />}>
      <section className="error-page">
        <p className="level">{status}</p>
        <h1>{title}</h1>
        {what === undefined ? null : <p className="lead">{what}.</p>}
        {expected === undefined ? null : (
          <p>
            {error.expected}: {(messages.failure(expected) ?? expected).slice(0, LONGEST)}
          </p>
        )}
        {failure?.detail.received === undefined ? null : (
          <p>
            {error.received}: <code>{failure.detail.received.slice(0, LONGEST)}</code>
          </p>
        )}
        {help === undefined ? null : <p>{help}</p>}
        {list === undefined ? null : (
          <p>
            <a href={site.urls.authorityList(list)}>{messages.allAuthorities[list]}</a>
          </p>
        )}
        <p>
          <a href={site.urls.home()}>{messages.home}</a>
        </p>
      </section>
    </Layout>
  );
}

/** What came may be kilobytes of garbage: its beginning shows what it was. */
const LONGEST = 200;

/** Where to look for what is not there. */
const LISTS: Partial<Record<FailureCode, AuthorityKind>> = {
  'person-not-found': 'person',
  'place-not-found': 'place',
};

function wordsFor(
  status: number,
  list: AuthorityKind | undefined,
  messages: Messages,
): { title: string; help?: string } {
  const { error } = messages;
  if (status === 404)
    return { title: error.notFound, help: list === undefined ? error.notFoundHelp : error.authorityHelp };
  if (status === 410) return { title: error.gone, help: error.goneHelp };
  if (status === 503) return { title: error.unavailable, help: error.unavailableHelp };
  if (status >= 500) return { title: error.broken, help: error.brokenHelp };
  return { title: error.badRequest };
}
