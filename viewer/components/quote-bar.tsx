import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { say } from '../messages/messages.ts';
import { roomAround, useOwnSelection } from '../state/own-room.ts';
import { besideSelection } from '../state/quote-place.ts';
import { selectedWords } from '../state/selected-words.ts';
import { Icon } from './icon.tsx';

/** A selection that does not change for so long is made. Milliseconds. */
const PAUSE = 150;

/** What the bar takes until it has been measured, in CSS pixels: as much as its words need, in whatever language. */
const GUESSED = { width: 150, height: 40 };

/** Offers evidence beside words that are selected in a text, and goes with the selection. */
export function QuoteBar({ onEvidence }: { onEvidence: () => void }): ReactElement | null {
  const [place, setPlace] = useState<{ left: number; top: number }>();
  const selected = useOwnSelection();
  const bar = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(GUESSED);
  const placed = useEffectEvent(() => setPlace(placeOf(selected(), size)));
  const isShown = place !== undefined;
  useLayoutEffect(() => {
    if (!isShown || bar.current === null) return;
    const { offsetWidth: width, offsetHeight: height } = bar.current;
    setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
  }, [isShown]);
  useLayoutEffect(() => {
    if (isShown) placed();
  }, [isShown, size]);
  useEffect(() => {
    let timer: number | undefined;
    const look = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => placed(), PAUSE);
    };
    const away = () => setPlace(undefined);
    document.addEventListener('selectionchange', look);
    window.addEventListener('resize', look);
    // Whatever scrolls takes the words with it, and the bar would be left standing.
    window.addEventListener('scroll', away, true);
    window.addEventListener('scrollend', look, true);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
      window.removeEventListener('resize', look);
      window.removeEventListener('scroll', away, true);
      window.removeEventListener('scrollend', look, true);
    };
  }, []);
  if (place === undefined) return null;
  return (
    <div
      ref={bar}
      className="desk-quote-bar"
      role="toolbar"
      aria-label={say('selection')}
      style={place}
      // Pressed, it must not take the selection away.
      onPointerDown={(event) => event.preventDefault()}
    >
      <button type="button" className="desk-quote-button" aria-keyshortcuts="e" onClick={onEvidence}>
        <Icon name="cite" />
        {say('evidenceShort')}
        <kbd aria-hidden="true">E</kbd>
      </button>
    </div>
  );
}

/** In the room; undefined where no words of a text are selected. */
function placeOf(
  selection: Selection | null,
  bar: { width: number; height: number },
): { left: number; top: number } | undefined {
  if (selection === null || selectedWords(selection).every(({ words }) => words.trim() === ''))
    return undefined;
  const lines = [...selection.getRangeAt(0).getClientRects()].filter(({ width }) => width > 0);
  const anchor = selection.anchorNode?.parentElement ?? null;
  const row = anchor?.closest('[role=row]')?.getBoundingClientRect();
  const place = besideSelection(lines, {
    bar,
    row,
    view: { left: 8, top: 52, right: window.innerWidth - 8, bottom: window.innerHeight - 8 },
    // There the system's own menu stands above what is selected.
    isTouched: window.matchMedia('(pointer: coarse)').matches,
  });
  if (place === undefined) return undefined;
  // In a room beside another it is placed within that.
  const { left = 0, top = 0 } = roomAround(selection.anchorNode)?.getBoundingClientRect() ?? {};
  return { left: place.left - left, top: place.top - top };
}
