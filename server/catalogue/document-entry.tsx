import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { DocumentSummary } from '../store/store.ts';
import { LeafPicture } from './picture.tsx';
import { kindWords, shownDate } from './record-words.ts';
import { languageName, plainWords, Words } from './words.tsx';
import { useMessages } from './interface.tsx';

/** 200 on the longer side: the very thumbnail that manifests name, so that it is made once. */
const FRAME = { width: 200, height: 200 };

/** Documents as pictures with their titles under them. */
export function DocumentGrid({
  documents,
  urls,
  eager = 0,
  remark,
}: {
  documents: readonly DocumentSummary[];
  urls: PublicUrls;
  /** So many at the beginning are in sight at once and are not loaded late. */
  eager?: number;
  /** What else to say of a document where it stands here. */
  remark?: (document: DocumentSummary) => string;
}): ReactElement {
  return (
    <ul className="document-grid">
      {documents.map((document, index) => (
        <li key={document.id} className="document-entry">
          <a className="document-link" href={urls.documentPage(document.id)}>
            <span className="document-picture">
              <LeafPicture
                page={document.firstImage}
                frame={FRAME}
                // The title under it names the link; read out twice it would only tire.
                alt=""
                urls={urls}
                lazy={index >= eager}
              />
            </span>
            <Words map={document.record.title} className="document-title" />
          </a>
          <DocumentFacts document={document} remark={remark?.(document)} />
        </li>
      ))}
    </ul>
  );
}

/** `Telegram, 7 October 1950` and `2 leaves, Russian, English`. */
function DocumentFacts({
  document: { record, pageCount, texts },
  remark,
}: {
  document: DocumentSummary;
  remark: string | undefined;
}): ReactElement {
  const messages = useMessages();
  const [date] = record.dates;
  const languages = new Set([...record.languages, ...texts.map(({ language }) => language)]);
  const first = [
    ...(record.kind === undefined ? [] : [kindWords(record.kind, messages.language)]),
    ...(date === undefined ? [] : [plainWords(shownDate(date, messages.language), messages.language)]),
  ];
  const second = [
    messages.leavesCount(pageCount),
    ...[...languages].map((tag) => languageName(tag, messages.language)),
  ];
  return (
    <p className="document-facts">
      {remark === undefined ? null : <span className="document-remark">{remark}</span>}
      {first.length === 0 ? null : <span>{first.join(', ')}</span>}
      <span>{second.join(', ')}</span>
    </p>
  );
}
