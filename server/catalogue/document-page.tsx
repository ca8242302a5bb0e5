import type { ReactElement } from 'react';
import type { AuthorityReference, StoredCollection, StoredDocument } from '../store/store.ts';
import { AlternateLinks } from './alternate-links.tsx';
import type { Site } from './assets.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { CiteSection } from './citation/cite-section.tsx';
import { citedAddress, type CitedSource } from './citation/cited.ts';
import { DocumentJsonLd } from './citation/document-json-ld.tsx';
import { OpenGraph } from './citation/open-graph.tsx';
import { ZoteroMeta } from './citation/zotero-meta.tsx';
import { Contents } from './contents.tsx';
import { DocumentOpening } from './document-opening.tsx';
import { Downloads } from './downloads.tsx';
import { Layout } from './layout.tsx';
import { LeafList } from './leaf-list.tsx';
import { PrintedFoot } from './print-parts.tsx';
import type { LeafRange, Reading } from './reading.ts';
import { Record } from './record.tsx';
import { RelatedDocuments, type RelatedDocument } from './related-documents.tsx';
import { ShareSection } from './share-section.tsx';
import { TechnicalLinks } from './technical-links.tsx';
import { TextDetails } from './text-details.tsx';
import type { TextFacts } from './text-facts.ts';
import { TextSection } from './text-section.tsx';
import { plainWords } from './words.tsx';
import { useLanguage } from './interface.tsx';

/** Everything that is known of a document, its texts first: a page that reads whole without a script. */
export function DocumentPage({
  site,
  path,
  document,
  range,
  reading,
  wish,
  related,
  described,
  textFacts,
  scansCreated,
  accessed,
}: {
  site: Site;
  /** From the root to the document's collection. */
  path: readonly StoredCollection[];
  document: StoredDocument;
  range: LeafRange;
  reading: Reading;
  /** The text that the address asks for, so that it stays chosen from one range of leaves to the next. */
  wish: string | undefined;
  related: readonly RelatedDocument[];
  /** What the record names and an authority file describes. */
  described: readonly AuthorityReference[];
  textFacts: TextFacts;
  /** When each scan was first read in (ISO 8601), by the id of its image. */
  scansCreated: ReadonlyMap<string, string>;
  /** ISO 8601: today, for citations that say when the page was looked at. */
  accessed: string;
}): ReactElement {
  const language = useLanguage();
  const { record } = document;
  const { urls } = site;
  const wished = document.texts.find(({ id }) => id === wish);
  const text = wished?.role === 'translation' ? wished : undefined;
  const cited: CitedSource = { document, text, archive: site.name, accessed, urls };
  return (
    <Layout
      site={site}
      title={plainWords(record.title, language)}
      description={record.summary === undefined ? undefined : plainWords(record.summary, language)}
      head={
        <>
          {/* As Open Graph has it. */}
          <link
            rel="canonical"
            href={
              text === undefined ? urls.documentPage(document.id) : urls.documentText(document.id, text.id)
            }
          />
          <AlternateLinks identity={urls.manifest(document.id)} urls={urls} />
          <ZoteroMeta source={cited} />
          <OpenGraph source={cited} />
          <DocumentJsonLd source={cited} path={path} described={described} />
        </>
      }
    >
      <article>
        <Breadcrumb path={path} urls={urls} />
        <DocumentOpening document={document} cited={cited} urls={urls} />
        <div className="document-body">
          <div className="document-words">
            <TextSection {...{ document, range, reading, wish, urls }} />
            <LeafList document={document} leaves={range.leaves} created={scansCreated} urls={urls} />
            <Contents document={document} urls={urls} />
            <TextDetails document={document} facts={textFacts} urls={urls} />
            <Record document={document} described={described} urls={urls} />
          </div>
          {/* Beside all of it where there is room, and in view wherever one is. */}
          <div className="document-tools">
            <CiteSection source={cited} />
            <Downloads document={document} urls={urls} />
            <ShareSection document={document} text={wished} leaves={range.leaves} urls={urls} />
          </div>
        </div>
        <RelatedDocuments related={related} urls={urls} />
        <TechnicalLinks document={document} urls={urls} />
        <PrintedFoot address={citedAddress(cited)} />
      </article>
    </Layout>
  );
}
