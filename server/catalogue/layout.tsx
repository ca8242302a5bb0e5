import type { FunctionComponent, ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Site } from './assets.ts';
import { FEED_TYPE } from './feed.ts';
import {
  iconAccent,
  imprintAddress,
  InstitutionFooter,
  InstitutionLogo,
  InstitutionStyles,
} from './institution-parts.tsx';
import { OPEN_SEARCH_TYPE } from './search/open-search.ts';
import { SearchBox } from './search/search-box.tsx';
import { plainWords, Words } from './words.tsx';
import { InterfaceContext, useMessages, type Interface } from './interface.tsx';
import { documentLanguage } from './document-language.ts';
import { LanguageSwitch } from './language-switch.tsx';

/** A whole page as it is sent: a document type and markup, without any script. */
export function renderPage<Props extends object>(
  ui: Interface,
  Page: FunctionComponent<Props>,
  props: Props,
): string {
  return `<!doctype html>${renderToStaticMarkup(
    <InterfaceContext value={ui}>
      <Page {...props} />
    </InterfaceContext>,
  )}`;
}

/** The frame of every catalogue page: name of the archive above, one main part, a quiet footer. */
export function Layout({
  site,
  title,
  description,
  head,
  hasOwnSearch = false,
  children,
}: {
  site: Site;
  /** Of the page; absent on the home page, which bears the archive's own name. */
  title?: string | undefined;
  description?: string | undefined;
  head?: ReactNode;
  /** The search page needs no second box above its own. */
  hasOwnSearch?: boolean;
  children: ReactNode;
}): ReactElement {
  const messages = useMessages();
  const imprint = imprintAddress(site);
  return (
    <html {...documentLanguage(messages.language)}>
      <Head site={site} entry="catalogue" title={title} description={description}>
        {head}
      </Head>
      <body className="catalogue">
        <a className="skip" href="#content">
          {messages.skip}
        </a>
        <header className="masthead">
          <a className="masthead-name" href={site.urls.home()}>
            {site.institution?.logo === undefined ? <Mark /> : <InstitutionLogo site={site} />}
            {site.name === undefined ? messages.software : <Words map={site.name} />}
          </a>
          {hasOwnSearch ? null : <SearchBox urls={site.urls} />}
          <nav aria-label={messages.siteNavigation}>
            {(site.authorities ?? []).map((kind) => (
              <a key={kind} href={site.urls.authorityList(kind)}>
                {messages.authorities[kind]}
              </a>
            ))}
            {site.hasDates === true ? <a href={site.urls.dates()}>{messages.dates.heading}</a> : null}
            <a href={site.urls.viewer()}>{messages.openManifest}</a>
          </nav>
          <LanguageSwitch />
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <footer className="colophon">
          {site.institution === undefined ? null : <InstitutionFooter institution={site.institution} />}
          <p>{messages.footer}</p>
          <p className="colophon-links">
            {imprint === undefined ? null : <a href={imprint}>{messages.institution.imprint}</a>}
            <a href={site.urls.about()}>{messages.about.link}</a>
            <a href={site.urls.collection('top')}>{messages.topCollection}</a>
          </p>
        </footer>
      </body>
    </html>
  );
}

/** What stands in the head of every page, the reading room's too. */
export function Head({
  site,
  entry,
  title,
  description,
  children,
}: {
  site: Site;
  entry: 'catalogue' | 'reading-room';
  title?: string | undefined;
  description?: string | undefined;
  children?: ReactNode;
}): ReactElement {
  const messages = useMessages();
  const archive = site.name === undefined ? messages.software : plainWords(site.name, messages.language);
  // The reading room's page shows its text in the catalogue's dress until the viewer takes over.
  const entries = entry === 'catalogue' ? (['catalogue'] as const) : (['catalogue', 'reading-room'] as const);
  const stylesheets = new Set(entries.flatMap((name) => site.assets.stylesheets(name)));
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="icon" href={icon(iconAccent(site))} />
      <link
        rel="search"
        type={OPEN_SEARCH_TYPE}
        title={archive.slice(0, 100)}
        href={site.urls.openSearch()}
      />
      <link rel="alternate" type={FEED_TYPE} title={messages.recent} href={site.urls.feed()} />
      <meta name="color-scheme" content="light dark" />
      <title>{title === undefined ? archive : `${title} · ${archive}`}</title>
      {description === undefined ? null : <meta name="description" content={description.slice(0, 300)} />}
      {[...stylesheets].map((name) => (
        <link key={name} rel="stylesheet" href={site.urls.asset(name)} />
      ))}
      <InstitutionStyles site={site} />
      {children}
    </head>
  );
}

/** Two leaves, hinged. */
function Mark(): ReactElement {
  return (
    <svg className="mark" viewBox="0 0 20 16" width="20" height="16" aria-hidden="true" focusable="false">
      <path d="M1 2.5 9 1v14l-8-1.5z" fill="none" stroke="currentColor" strokeLinejoin="round" />
      <path d="M11 1l8 1.5v11L11 15z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
    </svg>
  );
}

/** The same for the browser's tab, in itself, so that no file is asked for. */
function icon(accent: string): string {
  return `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="M1 4.5 9 3v14l-8-1.5z" fill="#fbfaf7" stroke="${accent}"/><path d="M11 3l8 1.5v11L11 17z" fill="${accent}" stroke="${accent}"/></svg>`,
  )}`;
}
