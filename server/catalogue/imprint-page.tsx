import type { ReactElement } from 'react';
import type { MarkedWords } from '../model/institution.ts';
import type { Site } from './assets.ts';
import { AuthorityBreadcrumb } from './authority-breadcrumb.tsx';
import { Layout } from './layout.tsx';
import { MarkedParagraphs } from './marked-words.tsx';
import { useMessages } from './interface.tsx';

/** Who answers for the site, in the institution's own words. */
export function ImprintPage({ site, words }: { site: Site; words: MarkedWords }): ReactElement {
  const { imprint } = useMessages().institution;
  return (
    <Layout site={site} title={imprint} head={<link rel="canonical" href={site.urls.imprint()} />}>
      <AuthorityBreadcrumb urls={site.urls} />
      <article className="opening imprint">
        <h1>{imprint}</h1>
        <div className="institution-words">
          <MarkedParagraphs words={words} />
        </div>
      </article>
    </Layout>
  );
}
