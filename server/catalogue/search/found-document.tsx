import type { ReactElement } from 'react';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { DocumentRecord } from '../../model/document.ts';
import type { DocumentResult } from '../../search/search.ts';
import { kindWords, referenceWords, shownDate } from '../record-words.ts';
import { LeafPicture } from '../picture.tsx';
import { languageAttributes, plainWords, Words } from '../words.tsx';
import { FoundPassage } from './found-passage.tsx';
import type { SearchRequest } from './search-request.ts';
import { plainSnippet, Snippet } from './snippet.tsx';
import { useLanguage, useMessages } from '../interface.tsx';
import type { InterfaceLanguage } from '../../http/interface-language.ts';

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
  const messages = useMessages();
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
        {otherHits(result, messages.language)
          .slice(0, RECORD_HITS_AT_MOST)
          .map(({ field, language, snippet }, index) => (
            <p key={index} className="found-record">
              <span className="found-field">{messages.search.recordField[field]}</span>{' '}
              <span {...languageAttributes(language, messages.language)}>
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
          <p className="found-more">
            <a href={urls.readSearching(document, request.q)}>{messages.search.morePlaces(placesCount)}</a>
          </p>
        ) : null}
      </article>
    </li>
  );
}

/** The title as it is read; its hit is marked where that is what was hit. */
function Title({ result: { record, recordHits } }: { result: DocumentResult }): ReactElement {
  const language = useLanguage();
  const hit = recordHits.find((candidate) => isShownTitle(candidate, record, language));
  if (hit === undefined) return <Words map={record.title} />;
  return (
    <span {...languageAttributes(hit.language, language)}>
      <Snippet parts={hit.snippet} />
    </span>
  );
}

/** What of the record was hit beside what is shown of it anyway. */
function otherHits(
  { record, recordHits }: DocumentResult,
  language: InterfaceLanguage,
): DocumentResult['recordHits'] {
  return recordHits.filter((hit) => hit.field !== 'kind' && !isShownTitle(hit, record, language));
}

function isShownTitle(
  { field, snippet }: RecordHit,
  { title }: DocumentRecord,
  language: InterfaceLanguage,
): boolean {
  return field === 'title' && plainSnippet(snippet) === plainWords(title, language);
}

type RecordHit = DocumentResult['recordHits'][number];

/** As `Telegram · 7 October 1950 · fond 7, opis 3, delo 12, listi 705-706 · 2 leaves`, each kept together on its line. */
function Facts({ result: { record, recordHits, pageCount } }: { result: DocumentResult }): ReactElement {
  const messages = useMessages();
  const { kind, reference } = record;
  const [date] = record.dates;
  const kindHit = recordHits.find(({ field }) => field === 'kind');
  const facts = [
    ...(date === undefined ? [] : [plainWords(shownDate(date, messages.language), messages.language)]),
    ...(reference === undefined || reference.levels.length === 0
      ? []
      : [referenceWords(reference, undefined, messages.language)]),
    messages.leavesCount(pageCount),
  ];
  return (
    <p className="found-facts">
      {kind === undefined ? null : (
        <span>
          {kindHit === undefined ? kindWords(kind, messages.language) : <Snippet parts={kindHit.snippet} />}
        </span>
      )}
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}
