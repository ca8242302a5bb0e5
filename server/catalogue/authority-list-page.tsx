import type { ReactElement } from 'react';
import type { AuthorityKind } from '../model/authority.ts';
import type { PublicUrls } from '../http/public-urls.ts';
import type { AuthoritySummary } from '../store/store.ts';
import type { Site } from './assets.ts';
import { AuthorityBreadcrumb } from './authority-breadcrumb.tsx';
import { lifeWords } from './authority-date-words.tsx';
import { Layout } from './layout.tsx';
import { NameList } from './name-list.tsx';
import { languageAttributes, nameForm, otherForms, Words } from './words.tsx';
import { useMessages } from './interface.tsx';

/** All people, or all places, of the archive's authority file, in the order of their names. */
export function AuthorityListPage({
  site,
  kind,
  count,
  authorities,
  next,
  first,
}: {
  site: Site;
  kind: AuthorityKind;
  /** Of all, shown here or not. */
  count: number;
  authorities: readonly AuthoritySummary[];
  /** Address of those that follow. */
  next: string | undefined;
  /** Whether these are the first ones. */
  first: boolean;
}): ReactElement {
  const messages = useMessages();
  const { urls } = site;
  return (
    <Layout
      site={site}
      title={messages.authorities[kind]}
      head={first ? <link rel="canonical" href={urls.authorityList(kind)} /> : null}
    >
      <AuthorityBreadcrumb urls={urls} />
      <header className="opening">
        <h1>{messages.authorities[kind]}</h1>
        <p className="lead">{count === 0 ? messages.noAuthorities[kind] : messages.authoritiesLead[kind]}</p>
      </header>
      {authorities.length === 0 ? null : (
        <section aria-labelledby="by-name">
          <h2 id="by-name">{messages.authoritiesCount[kind](count)}</h2>
          <ul className="collection-list authority-list">
            {authorities.map((summary) => (
              <AuthorityEntry key={summary.authority.id} summary={summary} urls={urls} />
            ))}
          </ul>
        </section>
      )}
      {first && next === undefined ? null : (
        <nav className="pager" aria-label={messages.moreAuthorities[kind]}>
          {first ? null : <a href={urls.authorityList(kind)}>{messages.toBeginning}</a>}
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

function AuthorityEntry({
  summary: { authority, documentCount },
  urls,
}: {
  summary: AuthoritySummary;
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  const { id, kind, name, description, dates } = authority;
  const shown = nameForm(name, messages.language);
  const life = lifeWords(dates, messages);
  return (
    <li>
      <div>
        <h3>
          <a href={urls.authorityPage(kind, id)} {...languageAttributes(shown.language, messages.language)}>
            {shown.value}
          </a>
        </h3>
        <NameList names={otherForms(name, messages.language)} as="p" className="other-forms" />
      </div>
      <div>
        {description === undefined ? null : <Words as="p" map={description} className="collection-summary" />}
        <p className="collection-holds">
          {[...(life === undefined ? [] : [life]), messages.documentsCount(documentCount)].join(' · ')}
        </p>
      </div>
    </li>
  );
}
