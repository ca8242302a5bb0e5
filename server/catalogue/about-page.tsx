import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { DocumentSummary, StoredCollection } from '../store/store.ts';
import type { Site } from './assets.ts';
import { AuthorityBreadcrumb } from './authority-breadcrumb.tsx';
import { Layout } from './layout.tsx';
import { RequiredStatementWords, RightsWords } from './rights-words.tsx';
import { Paragraphs, plainWords, Words } from './words.tsx';
import { useMessages } from './interface.tsx';
import type { Messages } from './messages/messages.ts';

/** What the archive is, how it is cited and reused, and what programs find here. */
export function AboutPage({
  site,
  root,
  example,
}: {
  site: Site;
  root: StoredCollection;
  /** A document whose citations may be looked at. */
  example: DocumentSummary | undefined;
}): ReactElement {
  const messages = useMessages();
  const { urls } = site;
  const { title, summary, repository, requiredStatement, rights } = root.record;
  const { about } = messages;
  const holder =
    repository !== undefined &&
    plainWords(repository, messages.language) !== plainWords(title, messages.language)
      ? repository
      : undefined;
  return (
    <Layout
      site={site}
      title={about.heading}
      description={summary === undefined ? undefined : plainWords(summary, messages.language)}
      head={<link rel="canonical" href={urls.about()} />}
    >
      <AuthorityBreadcrumb urls={urls} />
      <header className="opening">
        <p className="level">{about.heading}</p>
        <Words as="h1" map={title} />
        {holder === undefined ? null : <Words as="p" map={holder} className="reference" />}
        {summary === undefined ? null : <Paragraphs map={summary} className="lead" />}
      </header>
      {requiredStatement === undefined && rights === undefined ? null : (
        <section aria-labelledby="source">
          <h2 id="source">{about.source}</h2>
          <div className="about-words">
            {requiredStatement === undefined ? null : (
              <RequiredStatementWords statement={requiredStatement} />
            )}
            {rights === undefined ? null : <RightsWords uri={rights} />}
          </div>
        </section>
      )}
      <section aria-labelledby="cite">
        <h2 id="cite">{about.cite}</h2>
        <div className="about-words">
          {about.citeWords.map((words) => (
            <p key={words}>{words}</p>
          ))}
          {example === undefined ? null : (
            <p>
              {about.citeExample}{' '}
              <a href={`${urls.documentPage(example.id)}#cite`}>
                <Words map={example.record.title} />
              </a>
            </p>
          )}
          <dl className="interfaces">
            {about.citeForms.map(([what, how]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
          <p>{about.citePermanent}</p>
        </div>
      </section>
      <Advice id="reuse" heading={about.reuse} paragraphs={about.reuseWords} />
      <section aria-labelledby="machines">
        <h2 id="machines">{about.machines}</h2>
        <div className="about-words">
          <p>{about.machinesWords}</p>
          <dl className="interfaces">
            {interfacesOf(urls).map(([name, address]) => (
              <div key={name}>
                <dt>{about.interface[name]}</dt>
                <dd>
                  <a className="address" href={address}>
                    {address}
                  </a>
                  <span className="interface-use">{about.use[name]}</span>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
    </Layout>
  );
}

function Advice({
  id,
  heading,
  paragraphs,
}: {
  id: string;
  heading: string;
  paragraphs: readonly string[];
}): ReactElement {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <div className="about-words">
        {paragraphs.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
    </section>
  );
}

function interfacesOf(urls: PublicUrls): [keyof Messages['about']['interface'], string][] {
  return [
    ['collection', urls.collection('top')],
    ['search', urls.search(2, { kind: 'archive' })],
    ['results', urls.searchPage(undefined, '.json')],
    ['openSearch', urls.openSearch()],
    ['feed', urls.feed()],
    ['sitemap', urls.sitemap()],
  ];
}
