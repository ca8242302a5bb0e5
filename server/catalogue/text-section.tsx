import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { StoredDocument } from '../store/store.ts';
import { comparable } from '../model/comparable-texts.ts';
import { ParallelText } from './parallel-text.tsx';
import type { LeafRange, Reading } from './reading.ts';
import { textName } from './text-heading.tsx';
import { useMessages } from './interface.tsx';

/** The texts in aligned rows, tabs for further ones, and a way to the next leaves of a long document. */
export function TextSection({
  document,
  range,
  reading,
  wish,
  urls,
}: {
  document: StoredDocument;
  range: LeafRange;
  reading: Reading;
  wish: string | undefined;
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  const { original, beside, choices } = reading;
  const both = original?.role === 'transcription' && beside?.role === 'translation';
  const heading = both ? messages.originalAndTranslation : messages.text;
  const address = (query: { text?: string | undefined; from?: string | undefined }) =>
    withQuery(urls.documentPage(document.id), query, 'text');
  return (
    <section id="text" aria-labelledby="text-heading">
      <h2 id="text-heading">{heading}</h2>
      {choices.length < 2 ? null : (
        <nav className="tabs" aria-label={messages.textChoice}>
          <ul>
            {choices.map((text) => (
              <li key={text.id}>
                <a
                  href={address({
                    text: text.id,
                    from: range.earlier === undefined ? undefined : range.leaves[0]?.id,
                  })}
                  {...(text === beside ? { 'aria-current': 'true' as const } : {})}
                >
                  {textName(text, messages)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {comparable(document.texts).length === 0 ? null : (
        <p className="compare-link">
          <a href={urls.compare(document.id)}>{messages.compareLink}</a>
        </p>
      )}
      <ParallelText document={document} reading={reading} urls={urls} />
      <LeavesPager {...{ document, range }} address={(from) => address({ text: wish, from })} />
    </section>
  );
}

function LeavesPager({
  document,
  range: { leaves, earlier, later },
  address,
}: {
  document: StoredDocument;
  range: LeafRange;
  address: (from: string) => string;
}): ReactElement | null {
  const messages = useMessages();
  const [first, last] = [leaves[0], leaves.at(-1)];
  if (first === undefined || last === undefined || (earlier === undefined && later === undefined))
    return null;
  return (
    <nav className="pager" aria-label={messages.leavesPages}>
      {earlier === undefined ? null : (
        <a href={address(earlier)} rel="prev">
          {messages.earlierLeaves}
        </a>
      )}
      <span>{messages.leavesRange(first.folio, last.folio, document.pages.length)}</span>
      {later === undefined ? null : (
        <a href={address(later)} rel="next">
          {messages.laterLeaves}
        </a>
      )}
    </nav>
  );
}

function withQuery(url: string, query: Record<string, string | undefined>, fragment: string): string {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return `${url}${given.length === 0 ? '' : `?${given.join('&')}`}#${fragment}`;
}
