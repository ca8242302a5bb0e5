import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { StoredDocument } from '../store/store.ts';
import { roleWords, shownDate } from './record-words.ts';
import { capitalised } from './kind-words.ts';
import { plainWords, Words } from './words.tsx';
import { useMessages } from './interface.tsx';
import type { InterfaceLanguage } from './../http/interface-language.ts';

export type RelatedDocument = { document: StoredDocument; role: string | undefined };

export function RelatedDocuments({
  related,
  urls,
}: {
  related: readonly RelatedDocument[];
  urls: PublicUrls;
}): ReactElement | null {
  const messages = useMessages();
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
            <span className="related-facts">{facts(record.dates[0], role, messages.language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function facts(
  date: StoredDocument['record']['dates'][number] | undefined,
  role: string | undefined,
  language: InterfaceLanguage,
): string {
  return [
    ...(role === undefined ? [] : [capitalised(roleWords(role, language))]),
    ...(date === undefined ? [] : [plainWords(shownDate(date, language), language)]),
  ].join(', ');
}
