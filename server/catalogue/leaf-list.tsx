import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { Page } from '../model/page.ts';
import type { StoredDocument } from '../store/store.ts';
import { LeafPicture } from './picture.tsx';
import { ScanFacts } from './scan-facts.tsx';
import { useMessages } from './interface.tsx';

const FRAME = { width: 200, height: 200 };

/** The leaves as small pictures, each leading to its place in the reading room. */
export function LeafList({
  document,
  leaves,
  created,
  urls,
}: {
  document: StoredDocument;
  leaves: readonly Page[];
  /** When each scan was first read in (ISO 8601), by the id of its image. */
  created: ReadonlyMap<string, string>;
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  return (
    <section aria-labelledby="leaves">
      <h2 id="leaves">{messages.leaves}</h2>
      <ol className="leaf-list">
        {leaves.map((page) => (
          <li key={page.id}>
            <a href={urls.read(document.id, page.id)}>
              <span className="leaf-frame">
                <LeafPicture page={page} frame={FRAME} alt="" urls={urls} />
              </span>
              <span className="leaf-folio">{messages.leafOf(page.folio)}</span>
            </a>
          </li>
        ))}
      </ol>
      <ScanFacts document={document} leaves={leaves} created={created} />
    </section>
  );
}
