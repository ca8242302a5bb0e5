import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { languageTag } from '../iiif/language-map.ts';
import type { Canvas } from '../iiif/manifest.ts';
import { say } from '../messages/messages.ts';
import { pageWindow, scrolledTo } from '../state/page-window.ts';
import type { Turning } from '../state/turning.ts';

/** A page's picture with its name. CSS pixels; `width` at least. */
const CELL = { width: 112, height: 184 };

/** What is only scrolled by is not fetched. Milliseconds. */
const GLANCE = 120;

/**
 * All pages as small pictures. Only those in view are drawn, and of them only those pictures fetched that are looked at
 * for a moment, however many pages there are. One is reached by the Tab key, the others by arrow keys.
 */
export function PageList({
  turning: { canvases, index, direction, turnTo },
  thumbnail,
  onChosen,
}: {
  turning: Turning;
  /** The address of a page's picture, by its canvas. */
  thumbnail: (canvasId: string) => string | undefined;
  onChosen: () => void;
}): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const [pane, setPane] = useState({ width: 0, height: 0 });
  const [scrolled, setScrolled] = useState(0);
  /** The page that keys have walked to; the one that is shown until they do. */
  const [walked, setWalked] = useState<number>();
  const [known, setKnown] = useState(index);
  if (known !== index) {
    setKnown(index);
    setWalked(undefined);
  }
  const reachable = walked ?? Math.max(index, 0);
  const { columns, height, first, end } = pageWindow(canvases.length, scrolled, pane, CELL);

  const measure = useEffectEvent(() => {
    const { current } = scroller;
    if (current === null) return;
    const { clientWidth: width, clientHeight: height } = current;
    const isNew = pane.height === 0;
    if (width !== pane.width || height !== pane.height) setPane({ width, height });
    if (isNew || width !== pane.width) show(Math.max(index, 0), { width, height }, true);
  });
  /** Brings a page into view; where it was not in view at all, into the middle. */
  const show = (page: number, { width, height }: typeof pane, centred = false) => {
    const { current } = scroller;
    if (current === null || height === 0) return;
    const now = pageWindow(canvases.length, current.scrollTop, { width, height }, CELL);
    const row = { columns: now.columns, paneHeight: height, cellHeight: CELL.height };
    // Where the drawing is not as high yet, it has to be before it can be scrolled.
    const [drawing] = current.children;
    if (drawing instanceof HTMLElement) drawing.style.height = `${now.height}px`;
    const top = Math.floor(page / now.columns) * CELL.height;
    current.scrollTop = centred ? top - (height - CELL.height) / 2 : scrolledTo(page, current.scrollTop, row);
    setScrolled(current.scrollTop);
  };
  useLayoutEffect(() => {
    measure();
    const observer = new ResizeObserver(() => measure());
    if (scroller.current !== null) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);
  const follow = useEffectEvent((page: number) => {
    if (page >= 0) show(page, pane);
  });
  useEffect(() => follow(index), [index]);

  const focused = useRef(false);
  useLayoutEffect(() => {
    if (walked === undefined || !focused.current) return;
    scroller.current?.querySelector<HTMLElement>(`[data-page="${walked}"]`)?.focus({ preventScroll: true });
  }, [walked]);
  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const right = direction === 'rtl' ? -1 : 1;
    const screen = Math.max(1, Math.floor(pane.height / CELL.height)) * columns;
    const last = canvases.length - 1;
    const to = {
      ArrowRight: reachable + right,
      ArrowLeft: reachable - right,
      ArrowDown: reachable + columns,
      ArrowUp: reachable - columns,
      PageDown: reachable + screen,
      PageUp: reachable - screen,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const page = Math.min(Math.max(to, 0), last);
    focused.current = true;
    setWalked(page);
    show(page, pane);
  };

  const drawn = Array.from({ length: Math.max(end - first, 0) }, (_, place) => first + place);
  // The one that has the focus stays though it is scrolled out of view: the focus would go with it.
  if (pane.height > 0 && reachable < canvases.length && !drawn.includes(reachable)) drawn.push(reachable);
  return (
    <div
      ref={scroller}
      className="desk-pages"
      dir={direction}
      onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop)}
    >
      <ol style={{ height }} onKeyDown={walk}>
        {drawn.map((page) => {
          const canvas = canvases[page];
          if (canvas === undefined) return null;
          return (
            <li
              key={canvas.id}
              aria-setsize={canvases.length}
              aria-posinset={page + 1}
              style={{
                insetBlockStart: Math.floor(page / columns) * CELL.height,
                insetInlineStart: `${((page % columns) / columns) * 100}%`,
                inlineSize: `${100 / columns}%`,
                blockSize: CELL.height,
              }}
            >
              <button
                type="button"
                className="desk-page"
                data-page={page}
                aria-current={page === index ? 'page' : undefined}
                tabIndex={page === reachable ? 0 : -1}
                onFocus={() => {
                  if (page !== reachable) setWalked(page);
                }}
                onClick={() => {
                  turnTo(page);
                  onChosen();
                }}
              >
                <Sheet canvas={canvas} address={thumbnail(canvas.id)} />
                <span className="desk-page-folio" dir="auto">
                  {canvas.label}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** A page's picture; a blank sheet of its proportions until that has come, where there is none, and where no leaf is held. */
function Sheet({
  canvas: { width, height, hasScan, summary },
  address,
}: {
  canvas: Canvas;
  address: string | undefined;
}): ReactElement {
  const [looked, setLooked] = useState(false);
  const [state, setState] = useState<'awaited' | 'shown' | 'failed'>('awaited');
  useEffect(() => {
    const timer = window.setTimeout(() => setLooked(true), GLANCE);
    return () => window.clearTimeout(timer);
  }, []);
  const ratio = width > 0 && height > 0 ? Math.min(Math.max(width / height, 0.4), 2.5) : 0.707;
  const shape = { aspectRatio: String(ratio) };
  return (
    <span className="desk-page-picture">
      {!hasScan ? (
        <span className="desk-page-sheet desk-page-missing" style={shape}>
          <span lang={languageTag(summary?.language)}>{summary?.values.join(' ') ?? say('leafNotHeld')}</span>
        </span>
      ) : state === 'shown' ? null : (
        <span className="desk-page-sheet" style={shape} />
      )}
      {hasScan && looked && address !== undefined && state !== 'failed' ? (
        // The page's name stands below it, and is the button's.
        <img
          className={state === 'shown' ? undefined : 'desk-page-awaited'}
          src={address}
          alt=""
          decoding="async"
          onLoad={() => setState('shown')}
          onError={() => setState('failed')}
        />
      ) : null}
    </span>
  );
}
