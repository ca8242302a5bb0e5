import type { ReactElement } from 'react';
import type { Note } from '../../viewer/iiif/content-state.ts';
import { formatRegion } from '../../viewer/iiif/region.ts';
import type { Page } from '../model/page.ts';
import type { StoredDocument } from '../store/store.ts';
import type { Site } from './assets.ts';
import { Head } from './layout.tsx';
import { ParallelText } from './parallel-text.tsx';
import type { Content } from './parameters.ts';
import type { ReadingPlace } from './reading-place.ts';
import type { Reading } from './reading.ts';
import { thumbnailOf } from './thumbnail.ts';
import { plainWords, Words } from './words.tsx';
import { useMessages } from './interface.tsx';
import { documentLanguage } from './document-language.ts';

/** What the viewer is told, as data attributes of the element that it takes over. */
type Mount = {
  manifest?: string | undefined;
  canvas?: string | undefined;
  /** A content state of which the viewer has to find out what it opens (Content State 1.0 §3.6). */
  content?: string;
  region?: string | undefined;
  annotation?: string | undefined;
  notes?: readonly Note[];
  document?: string;
  /** Where the document is read, without a place in it. */
  read?: string;
};

/**
 * The reading room on a document of ours. The words of the leaf that is opened are in the page itself: for
 * the first paint, for readers without scripts, and for those that read the page aloud.
 */
export function ReadPage({
  site,
  document,
  place,
  reading,
}: {
  site: Site;
  document: StoredDocument;
  place: ReadingPlace;
  reading: Reading;
}): ReactElement {
  const messages = useMessages();
  const { urls } = site;
  const { leaf, segment, region, notes } = place;
  const title = plainWords(document.record.title, messages.language);
  const mount = {
    manifest: urls.manifest(document.id),
    document: urls.documentPage(document.id),
    read: urls.read(document.id),
    canvas: leaf === undefined ? undefined : urls.canvas(document.id, leaf.id),
    region: region === undefined ? undefined : formatRegion(region),
    annotation:
      segment === undefined
        ? undefined
        : urls.annotation(document.id, segment.text, segment.segment, segment.place),
    notes,
  };
  return (
    <Room
      {...{ site, title, mount }}
      canonical={urls.read(document.id)}
      ahead={[
        urls.manifest(document.id),
        ...(leaf?.image === undefined ? [] : [`${urls.image(leaf.image.id)}/info.json`]),
      ]}
    >
      <header className="room-bar">
        <a href={urls.documentPage(document.id)}>{messages.backToDocument}</a>
        <Words as="h1" map={document.record.title} />
        {leaf === undefined ? null : <LeafTurner {...{ site, document, leaf }} />}
      </header>
      <main className="room-text" id="content">
        {site.assets.script('reading-room') === undefined ? (
          <p className="joining-note">{messages.notBuilt}</p>
        ) : null}
        {notes.map((note) => (
          <p key={note} className="joining-note">
            {messages.contentState.note[note]}
          </p>
        ))}
        <StillScan {...{ site, leaf, title }} />
        <ParallelText document={document} reading={reading} urls={urls} marked={segment} />
      </main>
    </Room>
  );
}

/** The scan as a plain picture, where no viewer will come and show it. */
function StillScan({
  site,
  leaf,
  title,
}: {
  site: Site;
  leaf: Page | undefined;
  title: string;
}): ReactElement | null {
  const messages = useMessages();
  if (leaf?.image === undefined) return null;
  const picture = (
    <img
      className="leaf-picture"
      {...thumbnailOf(leaf.image, { width: 1000, height: 1400 }, site.urls)}
      alt={messages.firstLeaf(leaf.folio, title)}
    />
  );
  return site.assets.script('reading-room') === undefined ? picture : <noscript>{picture}</noscript>;
}

/** Page turning by plain links, until the viewer has its own. */
function LeafTurner({
  site: { urls },
  document,
  leaf,
}: {
  site: Site;
  document: StoredDocument;
  leaf: Page;
}): ReactElement {
  const messages = useMessages();
  const index = document.pages.indexOf(leaf);
  const [previous, next] = [document.pages[index - 1], document.pages[index + 1]];
  return (
    <nav aria-label={messages.leaves}>
      {previous === undefined ? null : (
        <a href={urls.read(document.id, previous.id)} rel="prev" aria-label={messages.previousLeaf}>
          ‹
        </a>
      )}
      <span>{messages.leafPosition(leaf.folio, index + 1, document.pages.length)}</span>
      {next === undefined ? null : (
        <a href={urls.read(document.id, next.id)} rel="next" aria-label={messages.nextLeaf}>
          ›
        </a>
      )}
    </nav>
  );
}

/** The reading room on any manifest there is; its words come with the manifest, so the page has none. */
export function ViewerPage({
  site,
  ...asked
}: { site: Site } & ({ manifest: string; canvas: string | undefined } | { content: Content })): ReactElement {
  const messages = useMessages();
  const mount = 'content' in asked ? { content: asked.content.plain } : asked;
  const address = 'content' in asked ? addressOf(asked.content) : asked.manifest;
  return (
    <Room site={site} title={messages.readingRoom} mount={mount}>
      <header className="room-bar">
        <a href={site.urls.home()}>{messages.backToCatalogue}</a>
        <h1>{messages.readingRoom}</h1>
      </header>
      <main className="room-text" id="content">
        <noscript>
          <p>{messages.needsScript}</p>
        </noscript>
        <p className="room-opening">
          {site.assets.script('reading-room') === undefined ? messages.notBuilt : messages.opening}{' '}
          <a href={address} rel="noreferrer">
            {address}
          </a>
        </p>
      </main>
    </Room>
  );
}

function addressOf({ state }: Content): string {
  return state.outcome === 'open' ? state.destination.manifest : state.address;
}

function Room({
  site,
  title,
  mount,
  canonical,
  ahead = [],
  children,
}: {
  site: Site;
  title: string;
  mount: Mount;
  canonical?: string;
  /** What the viewer will ask for before it can show the scan: on its way while the script is. */
  ahead?: readonly string[];
  children: React.ReactNode;
}): ReactElement {
  const messages = useMessages();
  const script = site.assets.script('reading-room');
  return (
    <html {...documentLanguage(messages.language)}>
      <Head site={site} entry="reading-room" title={title}>
        {canonical === undefined ? null : <link rel="canonical" href={canonical} />}
        {mount.document === undefined ? null : (
          <link rel="alternate" type="application/ld+json" href={mount.manifest} />
        )}
        {script === undefined ? null : (
          <>
            <script type="module" src={site.urls.asset(script)} />
            {site.assets.preloads('reading-room', messages.language).map((name) => (
              <link key={name} rel="modulepreload" href={site.urls.asset(name)} />
            ))}
            {ahead.map((address) => (
              // As the viewer fetches: without cookies for other sites. It would be fetched twice otherwise.
              <link key={address} rel="preload" as="fetch" crossOrigin="anonymous" href={address} />
            ))}
          </>
        )}
      </Head>
      <body className="room">
        <div
          id="reading-room"
          lang={messages.language}
          data-manifest={mount.manifest}
          data-canvas={mount.canvas}
          data-iiif-content={mount.content}
          data-xywh={mount.region}
          data-annotation={mount.annotation}
          data-notes={
            mount.notes === undefined || mount.notes.length === 0 ? undefined : mount.notes.join(' ')
          }
          data-document={mount.document}
          data-read={mount.read}
          data-viewer={site.urls.viewer()}
        >
          {children}
        </div>
      </body>
    </html>
  );
}
