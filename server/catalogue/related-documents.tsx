import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { StoredDocument } from '../store/store.ts';
import { dateWords } from '../language/date-words.ts';
import { capitalised } from './kind-words.ts';
import { messages } from './messages.ts';
import { plainWords, Words } from './words.tsx';

export type RelatedDocument = { document: StoredDocument; role: string | undefined };

export function RelatedDocuments({
  related,
  urls,
}: {
  related: readonly RelatedDocument[];
  urls: PublicUrls;
}): ReactElement | null {
  if (related.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">{messages.related}</h2>
      <ul className="related">
        {related.map(({ document: { id, record }, role }) => (
          <li key={id}>
            <a href={urls.documentPage(id)}>
              <Words map={record.title} />
            </a>
            <span className="related-facts">{facts(record.dates[0], role)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function facts(
  date: StoredDocument['record']['dates'][number] | undefined,
  role: string | undefined,
): string {
  return [
    ...(role === undefined ? [] : [capitalised(role)]),
    ...(date === undefined ? [] : [plainWords(dateWords(date))]),
  ].join(', ');
}
