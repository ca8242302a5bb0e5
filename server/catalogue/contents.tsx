import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { ContentsEntry } from '../model/document.ts';
import type { StoredDocument } from '../store/store.ts';
import { Words } from './words.tsx';
import { useMessages } from './interface.tsx';

/** The table of contents, where the record has one. */
export function Contents({
  document,
  urls,
}: {
  document: StoredDocument;
  urls: PublicUrls;
}): ReactElement | null {
  const messages = useMessages();
  if (document.record.contents.length === 0) return null;
  return (
    <section aria-labelledby="contents">
      <h2 id="contents">{messages.contents}</h2>
      <Entries entries={document.record.contents} document={document} urls={urls} />
    </section>
  );
}

function Entries({
  entries,
  document,
  urls,
}: {
  entries: readonly ContentsEntry[];
  document: StoredDocument;
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  return (
    <ol className="contents">
      {entries.map(({ label, page, children }, index) => {
        const leaf = document.pages.find(({ id }) => id === page);
        return (
          <li key={index}>
            <span className="contents-entry">
              {leaf === undefined ? (
                <Words map={label} />
              ) : (
                <a href={urls.read(document.id, leaf.id)}>
                  <Words map={label} />
                </a>
              )}
              {leaf === undefined ? null : (
                <span className="contents-folio">
                  {messages.leafOf(leaf.folio)}
                  {leaf.image === undefined ? `, ${messages.notHeld}` : ''}
                </span>
              )}
            </span>
            {children.length === 0 ? null : <Entries entries={children} document={document} urls={urls} />}
          </li>
        );
      })}
    </ol>
  );
}
