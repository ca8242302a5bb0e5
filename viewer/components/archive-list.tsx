import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { entriesWith, type Entry } from '../iiif/collection.ts';
import { languageTag, type Wording } from '../iiif/language-map.ts';
import { say } from '../messages/messages.ts';
import { useCollection } from '../state/collection.ts';
import { Icon } from './icon.tsx';

/** More nobody looks through; words make the list shorter. */
const MOST_SHOWN = 50;

/**
 * The documents of the collection that a document is in, and the way to all others of its archive, up and down. One
 * entry is reached by the Tab key, the others by arrow keys.
 */
export function ArchiveList({
  start,
  read,
  language,
  onChoose,
}: {
  start: Entry;
  /** The address of the manifest that is being read. */
  read: string;
  language: string;
  onChoose: (address: string) => void;
}): ReactElement {
  const [field, heading] = [useId(), useId()];
  const [place, setPlace] = useState(start);
  const [query, setQuery] = useState('');
  const [walked, setWalked] = useState(0);
  const { asked, again } = useCollection(place.address, language);
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const collection = asked !== undefined && 'collection' in asked ? asked.collection : undefined;
  const found = useMemo(
    () => (collection === undefined ? [] : entriesWith(query, collection)),
    [collection, query],
  );
  const shown = found.slice(0, MOST_SHOWN);
  const reachable = Math.min(walked, shown.length - 1);

  const enter = (entry: Entry) => {
    setPlace(entry);
    setQuery('');
    setWalked(0);
    // What was pressed may be gone by then.
    title.current?.focus();
  };
  const focusOn = (number: number) => {
    setWalked(number);
    list.current?.querySelectorAll<HTMLElement>('button')[number]?.focus();
  };
  const walk = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    const to = { ArrowDown: reachable + 1, ArrowUp: reachable - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0) input.current?.focus();
    else focusOn(Math.min(to, last));
  };
  useEffect(() => {
    if (list.current !== null) list.current.scrollTop = 0;
  }, [query, collection]);

  const { above } = collection ?? {};
  return (
    <section className="desk-archive" aria-labelledby={heading}>
      <p className="desk-copy-hint">{say('besideFromArchive')}</p>
      <h3 ref={title} id={heading} tabIndex={-1}>
        <Title title={place.title ?? collection?.title} />
      </h3>
      {above === undefined ? null : (
        <button type="button" className="desk-archive-up" onClick={() => enter(above)}>
          <Icon name="up" />
          <span>{say('besideUp', { title: above.title?.values.join(', ') ?? say('besideUntitled') })}</span>
        </button>
      )}
      <div className="desk-copy">
        <label htmlFor={field}>{say('besideFilter')}</label>
        <div className="desk-copy-row">
          <input
            ref={input}
            id={field}
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={({ target }) => {
              setQuery(target.value);
              setWalked(0);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || shown.length === 0) return;
              event.preventDefault();
              focusOn(reachable);
            }}
          />
        </div>
      </div>
      {shown.length === 0 ? null : (
        <ul ref={list} aria-labelledby={heading} onKeyDown={walk}>
          {shown.map((entry, number) => (
            <li key={`${number} ${entry.address}`}>
              <button
                type="button"
                className="desk-archive-entry"
                tabIndex={number === reachable ? 0 : -1}
                onFocus={() => setWalked(number)}
                onClick={() => (entry.kind === 'collection' ? enter(entry) : onChoose(entry.address))}
              >
                <Title title={entry.title} />
                {entry.kind === 'collection' ? (
                  <span className="desk-archive-kind">{say('besideCollection')}</span>
                ) : entry.address === read ? (
                  <span className="desk-archive-kind">{say('besideIsRead')}</span>
                ) : null}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="desk-copy-hint">
        {asked === undefined
          ? say('besideListAsking')
          : collection === undefined
            ? ''
            : collection.entries.length === 0
              ? say('besideEmpty')
              : found.length === 0
                ? say('besideNothing')
                : found.length > shown.length
                  ? say('besideListCut', { shown: shown.length, found: found.length })
                  : say('besideListed', countsOf(found))}
      </p>
      {asked !== undefined && 'failure' in asked ? (
        <div className="desk-beside-failure" role="alert">
          <p>{say('besideListFailed', { reason: asked.failure })}</p>
          <button type="button" className="desk-again" onClick={again}>
            {say('tryAgain')}
          </button>
        </div>
      ) : null}
    </section>
  );
}

function Title({ title }: { title: Wording | undefined }): ReactElement {
  return <span lang={languageTag(title?.language)}>{title?.values.join(', ') ?? say('besideUntitled')}</span>;
}

function countsOf(entries: readonly Entry[]): { documents: number; collections: number } {
  const documents = entries.filter(({ kind }) => kind === 'document').length;
  return { documents, collections: entries.length - documents };
}
