import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { StoredCollection } from '../store/store.ts';
import { Words } from './words.tsx';
import { useMessages } from './interface.tsx';

/** The levels above, from the archive down: repository / fond / opis / delo. */
export function Breadcrumb({
  path,
  urls,
}: {
  /** From the root, which is the home page, to the nearest level. */
  path: readonly StoredCollection[];
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  return (
    <nav className="breadcrumb" aria-label={messages.breadcrumb}>
      <ol>
        <li>
          <a href={urls.home()}>{messages.home}</a>
        </li>
        {path
          .filter(({ parent }) => parent !== undefined)
          .map(({ id, record }) => (
            <li key={id}>
              <a href={urls.collectionPage(id)}>
                <Words map={record.title} />
              </a>
            </li>
          ))}
      </ol>
    </nav>
  );
}
