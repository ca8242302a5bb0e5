import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { Agent } from '../model/document.ts';
import { inLanguage } from '../model/language-map.ts';
import type { StoredDocument } from '../store/store.ts';
import type { CitedSource } from './citation/cited.ts';
import { PrintedCitation } from './print-parts.tsx';
import { referenceWords, shownDate } from './record-words.ts';
import { LeafPicture } from './picture.tsx';
import { leavesNotHeld } from './leaves-not-held.ts';
import { OtherSummaries } from './other-summaries.tsx';
import { DateTime } from './time-words.tsx';
import { languageAttributes, nameForm, Paragraphs, plainWords, Words } from './words.tsx';
import { useMessages } from './interface.tsx';
import type { InterfaceLanguage } from '../http/interface-language.ts';

/** On a wide screen the first leaf takes about a third of the page. */
const FRAME = { width: 360, height: 480 };

/** What the document is, at a glance: title, when, where and between whom, its first leaf and its summary. */
export function DocumentOpening({
  document,
  cited,
  urls,
}: {
  document: StoredDocument;
  cited: CitedSource;
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  const { record, pages } = document;
  const first = pages.find(({ image }) => image !== undefined);
  const title = plainWords(record.title, messages.language);
  const readable = first !== undefined || document.texts.length > 0;
  return (
    <>
      <header className="opening">
        <Words as="h1" map={record.title} />
        <OtherTitles document={document} />
        <Circumstances document={document} />
        <PrintedCitation source={cited} />
      </header>
      <div className="overview">
        <a className="overview-leaf" href={urls.read(document.id)} tabIndex={-1} aria-hidden="true">
          <LeafPicture
            page={first ?? pages[0]}
            frame={FRAME}
            alt={first === undefined ? '' : messages.firstLeaf(first.folio, title)}
            urls={urls}
            lazy={false}
          />
        </a>
        <div className="overview-words">
          {record.summary === undefined ? null : (
            <>
              <Paragraphs map={record.summary} className="lead" />
              <OtherSummaries summary={record.summary} />
            </>
          )}
          {record.reference === undefined ? null : (
            <p className="reference">
              {referenceWords(
                record.reference,
                record.reference.repository === undefined
                  ? undefined
                  : plainWords(record.reference.repository, messages.language),
                messages.language,
              )}
            </p>
          )}
          <Holding document={document} />
          {readable ? (
            <p>
              <a className="button" href={urls.read(document.id)}>
                {first === undefined ? messages.readInRoom : messages.readBesideScan}
              </a>
            </p>
          ) : null}
        </div>
      </div>
    </>
  );
}

/** The title as it stands in other languages, each in its own. */
function OtherTitles({ document: { record } }: { document: StoredDocument }): ReactElement {
  const messages = useMessages();
  const shown = inLanguage(record.title, messages.language).language;
  return (
    <>
      {Object.entries(record.title)
        .filter(([language, values]) => language !== shown && values.length > 0)
        .slice(0, 3)
        .map(([language, values]) => (
          <p key={language} className="other-title" {...languageAttributes(language, messages.language)}>
            {values.join('; ')}
          </p>
        ))}
    </>
  );
}

/** One line: date as written, place, sender to recipient; nothing where nothing is known. */
function Circumstances({ document: { record } }: { document: StoredDocument }): ReactElement | null {
  const messages = useMessages();
  const [date] = record.dates;
  const place = record.places.find(({ role }) => role !== undefined && ORIGIN_ROLES.has(role.toLowerCase()));
  const [from, to] = [names(record.creators, messages.language), names(record.recipients, messages.language)];
  const parts = [
    ...(date === undefined
      ? []
      : [
          <span key="date">
            <DateTime date={date}>
              <Words map={shownDate(date, messages.language)} />
            </DateTime>
          </span>,
        ]),
    ...(place === undefined
      ? []
      : [<span key="place">{nameForm(place.name, messages.language).value}</span>]),
    ...(from === '' && to === ''
      ? []
      : [<span key="people">{to === '' ? from : messages.sentTo(from, to)}</span>]),
  ];
  return parts.length === 0 ? null : <p className="circumstances">{parts}</p>;
}

/** A place may be where a document comes from or merely be spoken of: only the role tells. */
const ORIGIN_ROLES = new Set(['origin', 'sent', 'sent from', 'written', 'written at', 'place of writing']);

function names(agents: readonly Agent[], language: InterfaceLanguage): string {
  return agents.map(({ name }) => nameForm(name, language).value).join(', ');
}

/** How many leaves there are and which of them no scan is held of. */
function Holding({ document: { pages } }: { document: StoredDocument }): ReactElement {
  const messages = useMessages();
  const { count, folios } = leavesNotHeld({ pages }, messages);
  const words =
    count === 0 ? [] : [count === pages.length ? messages.noScan : messages.leavesNotHeld(folios)];
  return <p className="holding">{[messages.leavesCount(pages.length), ...words].join(' · ')}</p>;
}
