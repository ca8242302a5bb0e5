import type { ReactElement } from 'react';
import type { PublicUrls } from '../../http/public-urls.ts';
import { dateWords } from '../../language/date-words.ts';
import { formatReference } from '../../model/document.ts';
import type { DocumentResult } from '../../search/search.ts';
import { capitalised } from '../kind-words.ts';
import { messages } from '../messages.ts';
import { LeafPicture } from '../picture.tsx';
import { languageAttributes, plainWords, Words } from '../words.tsx';
import { FoundPassage } from './found-passage.tsx';
import type { SearchRequest } from './search-request.ts';
import { Snippet } from './snippet.tsx';

/** The thumbnail that manifests name, so that it is there already. */
const FRAME = { width: 200, height: 200 };
const RECORD_HITS_AT_MOST = 3;
const PASSAGES_AT_MOST = 3;

/** A document that was found: what it is, what of its record was hit, and passages of its texts. */
export function FoundDocument({
  result,
  request,
  urls,
}: {
  result: DocumentResult;
  request: SearchRequest;
  urls: PublicUrls;
}): ReactElement {
  const { document, record, recordHits, passages, placesCount, firstImage } = result;
  const shown = passages.slice(0, PASSAGES_AT_MOST);
  return (
    <li className={shown.length === 0 ? 'found found-pictured' : 'found'}>
      {shown.length > 0 ? null : (
        <a className="found-picture" href={urls.documentPage(document)} tabIndex={-1} aria-hidden="true">
          <LeafPicture page={firstImage} frame={FRAME} alt="" urls={urls} />
        </a>
      )}
      <article>
        <h2>
          <a href={urls.documentPage(document)}>
            <Title result={result} />
          </a>
        </h2>
        <Facts result={result} />
        {otherHits(result)
          .slice(0, RECORD_HITS_AT_MOST)
          .map(({ field, language, snippet }, index) => (
            <p key={index} className="found-record">
              <span className="found-field">{messages.search.recordField[field]}</span>{' '}
              <span {...languageAttributes(language)}>
                <Snippet parts={snippet} />
              </span>
            </p>
          ))}
        {recordHits.length === 0 && shown.length === 0 && record.summary !== undefined ? (
          <Words as="p" map={record.summary} className="found-summary" />
        ) : null}
        {shown.map((passage, index) => (
          <FoundPassage key={index} {...{ passage, result, request, urls }} />
        ))}
        {placesCount > shown.length ? (
          <p className="found-more">{messages.search.morePlaces(placesCount)}</p>
        ) : null}
      </article>
    </li>
  );
}

/** The title as it is read; its hit is marked where that is what was hit. */
function Title({ result: { record, recordHits } }: { result: DocumentResult }): ReactElement {
  const whole = plainWords(record.title);
  const hit = recordHits.find(
    ({ field, snippet }) => field === 'title' && snippet.map(({ text }) => text).join('') === whole,
  );
  if (hit === undefined) return <Words map={record.title} />;
  return (
    <span {...languageAttributes(hit.language)}>
      <Snippet parts={hit.snippet} />
    </span>
  );
}

/** What of the record was hit beside the title that is shown. */
function otherHits({ record, recordHits }: DocumentResult): DocumentResult['recordHits'] {
  const whole = plainWords(record.title);
  return recordHits.filter(
    ({ field, snippet }) => !(field === 'title' && snippet.map(({ text }) => text).join('') === whole),
  );
}

/** As `Telegram · 7 October 1950 · fond 7, opis 3, delo 12, listi 705-706 · 2 leaves`, each kept together on its line. */
function Facts({ result: { record, pageCount } }: { result: DocumentResult }): ReactElement {
  const [date] = record.dates;
  const facts = [
    ...(record.kind === undefined ? [] : [capitalised(record.kind)]),
    ...(date === undefined ? [] : [plainWords(dateWords(date))]),
    ...(record.reference === undefined || record.reference.levels.length === 0
      ? []
      : [formatReference(record.reference, undefined)]),
    messages.leavesCount(pageCount),
  ];
  return (
    <p className="found-facts">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}
