import type { ReactElement } from 'react';
import { downloadsOf } from '../http/downloads.ts';
import type { PublicUrls } from '../http/public-urls.ts';
import type { StoredDocument } from '../store/store.ts';
import { messages } from './messages.ts';
import { textName } from './text-heading.tsx';

/** The document in formats to be saved: the list that its manifest has too. */
export function Downloads({
  document,
  urls,
}: {
  document: StoredDocument;
  urls: PublicUrls;
}): ReactElement | null {
  const downloads = downloadsOf(document, urls);
  if (downloads.length === 0) return null;
  return (
    <section className="technical" aria-labelledby="downloads">
      <h2 id="downloads">{messages.downloads}</h2>
      <ul>
        {downloads.map(({ kind, url, format, text }) => (
          <li key={url}>
            <a href={url} type={format} hrefLang={text.language} download="">
              {messages.download[kind]}
            </a>{' '}
            <span className="technical-use">{textName(text)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
