import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import type { Canvas } from '../iiif/manifest.ts';
import type { SearchService } from '../iiif/search-service.ts';
import { say } from '../messages/messages.ts';
import { letterOf } from '../state/letter-keys.ts';
import { useIsOwn, useOwnName } from '../state/own-room.ts';
import type { Searching } from '../state/searching.ts';
import type { SearchRun } from '../state/search-run.ts';
import { FinderField } from './finder-field.tsx';
import { Icon } from './icon.tsx';

/** The list of hits that belongs to the search. */
export type ListControl = { id: string; isOpen: boolean; onToggle: () => void };

/**
 * Searches in the document: a field, how many hits there are and which one is chosen, and the ways to the next and the
 * one before. On a phone it is a row of its own below the bar, which its button opens.
 */
export function Finder({
  service,
  searching,
  canvases,
  list,
}: {
  service: SearchService;
  searching: Searching;
  canvases: readonly Canvas[];
  list: ListControl;
}): ReactElement {
  const { run, step, clear } = searching;
  const [opened, setOpened] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const isOpen = opened || run !== undefined;

  const enter = () => {
    setOpened(true);
    const focus = () => {
      field.current?.focus();
      field.current?.select();
    };
    focus();
    // A row that was closed is there in the next frame.
    if (document.activeElement !== field.current) window.requestAnimationFrame(focus);
  };
  const leave = () => {
    setOpened(false);
    clear();
    // Where the button is seen the field is not any more.
    window.requestAnimationFrame(() => {
      if (opener.current?.checkVisibility() === true) opener.current.focus();
    });
  };

  const named = useOwnName();
  const isOwn = useIsOwn();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isOwn(event.target)) return;
    const { key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || document.querySelector('dialog[open]') !== null) return;
    if (key === 'F3' && run !== undefined) {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (letterOf(event) === '/') {
      event.preventDefault();
      enter();
    }
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    // Before anyone: the scan keeps the keys that it is given to itself.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);

  return (
    <>
      <button
        ref={opener}
        type="button"
        className="desk-button desk-finder-opener"
        aria-expanded={isOpen}
        aria-label={say('search')}
        title={say('searchKey')}
        onClick={isOpen ? leave : enter}
      >
        <Icon name="search" />
      </button>
      <div
        className={`desk-finder${isOpen ? ' desk-finder-open' : ''}`}
        role="search"
        aria-label={named(say('search'))}
      >
        <FinderField
          field={field}
          autocomplete={service.autocomplete}
          q={run?.q ?? ''}
          onAsk={(q, back) => {
            const isSame = run?.q === q && run.failure === undefined;
            if (isSame) step(back ? -1 : 1);
            else searching.ask(q);
          }}
          onLeave={leave}
        />
        {run === undefined ? null : (
          <div className="desk-finder-steps" role="group" aria-label={say('hits')}>
            <span className="desk-finder-count">{countOf(searching)}</span>
            <StepButton icon="up" name={say('previousHit')} run={run} onStep={() => step(-1)} />
            <StepButton icon="down" name={say('nextHit')} run={run} onStep={() => step(1)} />
            <button
              type="button"
              className="desk-button"
              aria-expanded={list.isOpen}
              aria-controls={list.isOpen ? list.id : undefined}
              aria-label={say('hitList')}
              title={say('hitList')}
              onClick={list.onToggle}
            >
              <Icon name="list" />
            </button>
            <button
              type="button"
              className="desk-button desk-finder-end"
              aria-label={say('searchClear')}
              title={say('searchClear')}
              onClick={() => {
                leave();
                field.current?.focus();
              }}
            >
              <Icon name="close" />
            </button>
          </div>
        )}
      </div>
      <p className="desk-unseen" role="status">
        {announcementOf(searching, canvases)}
      </p>
    </>
  );
}

function StepButton({
  icon,
  name,
  run: { hits },
  onStep,
}: {
  icon: 'up' | 'down';
  name: string;
  run: SearchRun;
  onStep: () => void;
}): ReactElement {
  return (
    <button
      type="button"
      className="desk-button"
      aria-label={name}
      title={name}
      aria-disabled={hits.length === 0}
      onClick={onStep}
    >
      <Icon name={icon} />
    </button>
  );
}

/** What there is of hits: `3 of 12`, `3 of 50+` while more may come. */
function countOf({ run, current }: Searching): string {
  if (run === undefined) return '';
  if (run.hits.length === 0)
    return run.waiting ? say('searchWaiting') : run.failure === undefined ? say('noHits') : '';
  const count = knownCount(run);
  return current === undefined ? hitsOf(run) : say('hitPosition', { number: current + 1, count });
}

export function hitsOf(run: SearchRun): string {
  const count = knownCount(run);
  return count === 0 ? say('noHits') : say('hitCount', { count });
}

/** A number, or words for one that may grow. */
function knownCount({ hits, total, next, waiting }: SearchRun): number | string {
  if (total !== undefined) return total;
  const mayGrow = next !== undefined || waiting;
  return mayGrow ? say('hitCountOpen', { count: hits.length }) : hits.length;
}

function announcementOf({ run, current }: Searching, canvases: readonly Canvas[]): string {
  if (run === undefined || (run.waiting && run.hits.length === 0)) return '';
  const hit = current === undefined ? undefined : run.hits[current];
  if (current === undefined || hit === undefined) return run.failure === undefined ? hitsOf(run) : '';
  const folio = canvases.find(({ id }) => id === hit.canvas)?.label;
  const gaps = {
    number: current + 1,
    count: knownCount(run),
    words: `${hit.before}${hit.match}${hit.after}`,
  };
  return folio === undefined ? say('hitAnnouncedNowhere', gaps) : say('hitAnnounced', { ...gaps, folio });
}
