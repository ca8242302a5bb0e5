import { useEffect, useEffectEvent, useMemo, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { directionOf } from '../iiif/direction.ts';
import { languageTag } from '../iiif/language-map.ts';
import type { Canvas } from '../iiif/manifest.ts';
import type { Hit } from '../iiif/search-answer.ts';
import { languageName, say, type MessageKey } from '../messages/messages.ts';
import { useOwnHeading } from '../state/own-room.ts';
import type { Cut, SearchRun } from '../state/search-run.ts';
import { hitsOf } from './finder.tsx';

const CUT: Record<Cut, MessageKey> = {
  'too-many': 'hitsTooMany',
  'other-server': 'hitsOtherServer',
  circular: 'hitsCircular',
};

/** All hits with their page and the words around them; one is reached by the Tab key, the others by arrow keys. */
export function HitList({
  run,
  current,
  canvases,
  onChoose,
  onMore,
}: {
  run: SearchRun;
  current: number | undefined;
  canvases: readonly Canvas[];
  onChoose: (number: number) => void;
  /** The end of what has come is in view. */
  onMore: () => void;
}): ReactElement {
  const Heading = useOwnHeading();
  const list = useRef<HTMLOListElement>(null);
  const entryOf = (number: number) => list.current?.querySelector<HTMLElement>(`[data-hit="${number}"]`);
  const folios = useMemo(() => new Map(canvases.map((canvas) => [canvas.id, canvas.label])), [canvases]);
  useEffect(() => {
    if (current !== undefined) entryOf(current)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }, [current]);
  const walk = (event: KeyboardEvent) => {
    const here = event.target instanceof HTMLElement ? Number(event.target.dataset.hit ?? NaN) : NaN;
    const last = run.hits.length - 1;
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: last }[event.key];
    if (to === undefined || Number.isNaN(here)) return;
    event.preventDefault();
    entryOf(Math.min(Math.max(to, 0), last))?.focus();
  };
  return (
    <>
      <Heading className="desk-hits-head">{say('hitsFor', { hits: hitsOf(run), q: run.q })}</Heading>
      <div className="desk-hits-scroll">
        <ol ref={list} onKeyDown={walk}>
          {run.hits.map((hit, number) => (
            <li key={number}>
              <button
                type="button"
                className="desk-hit"
                data-hit={number}
                aria-current={number === current ? 'true' : undefined}
                tabIndex={number === (current ?? 0) ? 0 : -1}
                onClick={() => onChoose(number)}
              >
                <Entry hit={hit} folio={folios.get(hit.canvas ?? '') ?? say('hitOnNoPage')} />
              </button>
            </li>
          ))}
        </ol>
        {run.next === undefined ? null : <More key={run.hits.length} onMore={onMore} />}
        {run.waiting ? <p className="desk-hits-note">{say('searchWaiting')}</p> : null}
        {run.elsewhere === 0 ? null : (
          <p className="desk-hits-note">{say('hitsElsewhere', { count: run.elsewhere })}</p>
        )}
        {run.cut === undefined ? null : <p className="desk-hits-note">{say(CUT[run.cut])}</p>}
      </div>
    </>
  );
}

function Entry({ hit, folio }: { hit: Hit; folio: string }): ReactElement {
  const { before, match, after, language } = hit;
  return (
    <>
      <span className="desk-hit-where">
        <span>{folio}</span>
        {language === '' ? null : <span>{languageName(language)}</span>}
      </span>
      <span className="desk-hit-words" lang={languageTag(language)} dir={directionOf(language)}>
        {before}
        <mark className="desk-mark">{match}</mark>
        {after}
      </span>
    </>
  );
}

/** Asks for more as soon as it comes into view, or by hand. */
function More({ onMore }: { onMore: () => void }): ReactElement {
  const button = useRef<HTMLButtonElement>(null);
  const more = useEffectEvent(onMore);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) more();
    });
    if (button.current !== null) observer.observe(button.current);
    return () => observer.disconnect();
  }, []);
  return (
    <button ref={button} type="button" className="desk-again" onClick={onMore}>
      {say('hitsMore')}
    </button>
  );
}
