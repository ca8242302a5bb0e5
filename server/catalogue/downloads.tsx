import type { ReactElement } from 'react';
import { downloadsOf } from '../http/downloads.ts';
import type { PublicUrls } from '../http/public-urls.ts';
import type { StoredDocument } from '../store/store.ts';
import { textName } from './text-heading.tsx';
import { useMessages } from './interface.tsx';

/** The document in formats to be saved: the list that its manifest has too. */
export function Downloads({ document, urls }: { document: StoredDocument; urls: PublicUrls }): ReactElement {
  const messages = useMessages();
  return (
    <section className="technical" aria-labelledby="downloads">
      <h2 id="downloads">{messages.downloads}</h2>
      <ul>
        {downloadsOf(document, urls).map((download) => {
          const text = 'text' in download ? download.text : undefined;
          return (
            <li key={download.url}>
              <a href={download.url} type={download.format} hrefLang={text?.language} download="">
                {messages.download[download.kind]}
              </a>
              {text === undefined ? null : <span className="technical-use">{textName(text, messages)}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
