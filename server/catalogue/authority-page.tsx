import type { ReactElement } from 'react';
import type { Authority } from '../model/authority.ts';
import type { DocumentSummary } from '../store/store.ts';
import type { Site } from './assets.ts';
import { AuthorityBreadcrumb } from './authority-breadcrumb.tsx';
import { AuthorityDateWords } from './authority-date-words.tsx';
import { AuthorityForms } from './authority-forms.tsx';
import { AuthorityJsonLd } from './authority-json-ld.tsx';
import { AuthorityLinks } from './authority-links.tsx';
import { DocumentGrid } from './document-entry.tsx';
import { Layout } from './layout.tsx';
import { NameList } from './name-list.tsx';
import { namedAs } from './named-as.ts';
import { PrintedFoot } from './print-parts.tsx';
import { TextMentions, type TextMention } from './text-mentions.tsx';
import { languageAttributes, nameForm, Paragraphs, plainWords } from './words.tsx';
import { useMessages } from './interface.tsx';
import type { InterfaceLanguage } from './../http/interface-language.ts';

/** A person or a place: every form of the name, what is known, and the documents whose records name it. */
export function AuthorityPage({
  site,
  authority,
  count,
  documents,
  next,
  first,
  inTexts,
}: {
  site: Site;
  authority: Authority;
  /** Of all documents that name it. */
  count: number;
  documents: readonly DocumentSummary[];
  /** Address of the documents that follow. */
  next: string | undefined;
  /** Whether these documents are the first ones. */
  first: boolean;
  inTexts: readonly TextMention[];
}): ReactElement {
  const messages = useMessages();
  const { urls } = site;
  const { id, kind, name, description } = authority;
  const shown = nameForm(name, messages.language);
  const own = urls.authorityPage(kind, id);
  return (
    <Layout
      site={site}
      title={shown.value}
      description={description === undefined ? undefined : plainWords(description, messages.language)}
      head={
        <>
          <link rel="canonical" href={own} />
          <AuthorityJsonLd authority={authority} urls={urls} />
        </>
      }
    >
      <article>
        <AuthorityBreadcrumb kind={kind} urls={urls} />
        <header className="opening">
          <p className="level">{messages.authority[kind]}</p>
          <h1 {...languageAttributes(shown.language, messages.language)}>{shown.value}</h1>
          <NameList names={namesElsewhere(authority, messages.language)} as="p" className="other-title" />
          <AuthorityDateWords dates={authority.dates} />
          {description === undefined ? null : <Paragraphs map={description} className="lead" />}
        </header>
        <AuthorityForms authority={authority} />
        <AuthorityLinks authority={authority} />
        <section aria-labelledby="documents">
          <h2 id="documents">{count === 0 ? messages.documents : messages.documentsCount(count)}</h2>
          {documents.length === 0 ? (
            <p>{messages.namedNowhere[kind]}</p>
          ) : (
            <DocumentGrid
              documents={documents}
              urls={urls}
              remark={({ record }) => namedAs(record, authority, messages)}
            />
          )}
          {first && next === undefined ? null : (
            <nav className="pager" aria-label={messages.moreDocuments}>
              {first ? null : <a href={own}>{messages.toBeginning}</a>}
              {next === undefined ? null : (
                <a href={next} rel="next">
                  {messages.next}
                </a>
              )}
            </nav>
          )}
        </section>
        <TextMentions mentions={inTexts} />
        <PrintedFoot address={own} />
      </article>
    </Layout>
  );
}

/** The preferred name in other languages, unless it is the same. */
function namesElsewhere(
  { name }: Authority,
  language: InterfaceLanguage,
): { language: string; value: string }[] {
  const shown = nameForm(name, language);
  return Object.entries(name).flatMap(([language, [value = '']]) =>
    language === shown.language || value === shown.value ? [] : [{ language, value }],
  );
}
