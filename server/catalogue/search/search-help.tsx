import type { ReactElement } from 'react';
import type { PublicUrls } from '../../http/public-urls.ts';
import { useMessages } from '../interface.tsx';

/** What can be written into the box, by examples that can be tried. */
export function SearchHelp({ urls, open }: { urls: PublicUrls; open: boolean }): ReactElement {
  const messages = useMessages();
  const { search } = messages;
  return (
    <details className="search-help" open={open}>
      <summary>{search.help}</summary>
      <p>{search.helpLead}</p>
      <dl>
        {search.examples.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <a href={urls.searchPage(new URLSearchParams({ q: example }))} rel="nofollow">
                <code>{example}</code>
              </a>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
