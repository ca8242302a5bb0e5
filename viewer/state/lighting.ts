import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { NumberedHit } from '../iiif/hit-marks.ts';
import { lineHeightOf, placesOf, rowAt } from '../iiif/lit-boxes.ts';
import type { Canvas } from '../iiif/manifest.ts';
import type { Row } from '../iiif/rows.ts';
import { framedFirst, wantedFirst } from './framed.ts';
import type { Grid, Leaves } from './grids.ts';
import { holds, isIn, litPlaces, nameOf, spotWhere, type Light, type Spot } from './light.ts';
import type { Opening } from './mount.ts';
import { useIsOwn } from './own-room.ts';
import { boxesOn, isMarkedIn, segmentOf, usePageHits, type FoundHits } from './page-hits.ts';
import type { CanvasPoint, Lit, Room } from './room-context.ts';

/**
 * A row to scroll to; another object each time that it is asked for. `entered`: the reader begins there, as at the
 * fragment of an address, and so do the keys and the reading aloud. `marked`: it is about the words marked in it.
 */
export type WantedRow = Spot & { entered?: boolean; marked?: boolean };

/** An annotation that a link leads to, until it is found. */
type Sought = { canvas: string; annotation: string };

/** What a grid is told of pointer, keys and light. */
export type Handling = {
  hovered: { row: number; segment: string | undefined } | undefined;
  current: number | undefined;
  /** The row to scroll to, if it is one of this grid's. */
  wanted: WantedRow | undefined;
  onHover: (spot: Spot | undefined, segment: string | undefined) => void;
  /** @param segment that was clicked in it. */
  onPick: (spot: Spot, segment?: string) => void;
};

export type Lighting = {
  handling: (grid: number) => Handling;
  /** What the scan needs of the room, but where it answers. */
  scan: Omit<Room, 'onScanFailed' | 'visible' | 'shown' | 'leaves'>;
  /** Where something was found, by canvas. */
  hits: ReturnType<typeof usePageHits>['places'];
  /** The row that is picked, the annotation of it that was meant, and whether it was picked by its place on the scan. */
  current: { row: Row; canvas: string; segment: string; isOnScan: boolean } | undefined;
  bySegment: ReturnType<typeof usePageHits>['bySegment'];
  /** Lets go of what a link led to, or a hit. */
  letGo: () => void;
  /** Shows the reader's row again where rows were wrapped anew. */
  hold: () => void;
  /** The reader has scrolled to this row, and the scan goes along. */
  follow: (spot: Spot) => void;
};

/** A pointer that stays so long looks at what it is on. Milliseconds. */
const REST = 250;

/** Keys that go somewhere. */
const LEADING_KEYS = new Set([
  ...['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['Tab', 'Enter', ' ', 'Escape'],
]);

/**
 * The light that scan and texts share: what the pointer is on, what was picked, what a link or a hit leads to, and
 * what is brought into view for that.
 *
 * @param bring puts a text into a column that is not shown, by its key.
 */
export function useLighting({
  leaves,
  canvas,
  grids,
  opening,
  searched,
  bring,
}: {
  leaves: Leaves;
  /** The one of them that the reader has turned to. */
  canvas: Canvas;
  grids: readonly Grid[];
  /** What of the canvas that is shown first a link leads to. */
  opening: Pick<Opening, 'region' | 'annotation'>;
  searched: FoundHits;
  bring: (key: string) => void;
}): Lighting {
  const lineHeight = useMemo(() => lineHeightOf(leaves.flatMap(({ found }) => found.texts)), [leaves]);
  const [hovered, setHovered] = useState<Light>();
  const [current, setCurrent] = useState<Light>();
  const [framed, setFramed] = useState(() => framedFirst(opening, canvas));
  const [wanted, setWanted] = useState(() => wantedFirst(framed, canvas));
  const [scrolled, setScrolled] = useState<WantedRow>();
  const [sought, setSought] = useState<Sought | undefined>(() => soughtFirst(opening, canvas.id));

  const isShown = (id: string) => leaves.some((one) => one.canvas.id === id);
  const [turnedTo, setTurnedTo] = useState(canvas.id);
  if (turnedTo !== canvas.id) {
    setTurnedTo(canvas.id);
    // Who turns to the other of two pages has left the row of the one, which would take them back to it.
    if (current !== undefined && current.canvas !== canvas.id && isShown(current.canvas))
      setCurrent(undefined);
  }
  const gridOf = ({ grid }: Spot): Grid | undefined => grids[grid];
  const rowOf = (spot: Spot): Row | undefined => gridOf(spot)?.rows[spot.row];
  const spotOf = (segment: string) => spotWhere(grids, ({ id }) => id === segment);
  const lightOf = (
    spot: Spot,
    { segment, onText = false }: { segment?: string | undefined; onText?: boolean } = {},
  ): Light | undefined => {
    const [row, grid] = [rowOf(spot), gridOf(spot)];
    const named = row === undefined || grid === undefined ? undefined : nameOf(row, grid.rows);
    return named === undefined || grid === undefined
      ? undefined
      : { canvas: grid.canvas, segment: segment ?? named.id, spot, narrow: segment !== undefined, onText };
  };
  /** Where the light's annotation stands now: in the same row, or in another since texts were changed. */
  const placeOf = (light: Light | undefined): Spot | undefined => {
    if (light === undefined || !isShown(light.canvas)) return undefined;
    const known = rowOf(light.spot);
    return known !== undefined && holds(known, light.segment) ? light.spot : spotOf(light.segment);
  };
  const hoveredSpot = placeOf(hovered);
  const currentSpot = placeOf(current);
  const currentRow = currentSpot === undefined ? undefined : rowOf(currentSpot);

  const spotAt = ({ canvas: home, point }: CanvasPoint): Spot | undefined => {
    const candidates = grids.flatMap(({ rows, canvas: own }, grid) => {
      const row = own === home ? rowAt(rows, point) : undefined;
      return row === undefined ? [] : [{ grid, row }];
    });
    return candidates[0];
  };

  /** Of what a link led to, or a hit: the reader goes on from there. */
  const letGo = () => {
    setFramed(undefined);
    setSought(undefined);
    searched.onLetGo();
  };
  const light = (spot: Spot, segment?: string) => {
    // A pointer that rests somewhere must not keep its row lit while keys walk on.
    setHovered(undefined);
    setFramed(undefined);
    setSought(undefined);
    const found = lightOf(spot, { onText: true });
    if (found !== undefined) setCurrent({ ...found, segment: segment ?? found.segment });
  };
  const look = (spot: Spot, how: 'legible' | 'panned') => {
    const [row, home] = [rowOf(spot), gridOf(spot)?.canvas];
    if (row === undefined || home === undefined) return;
    const boxes = placesOf(row);
    setWanted(how === 'panned' ? { canvas: home, boxes, how } : { canvas: home, boxes, how, lineHeight });
  };
  const pick = (spot: Spot, segment?: string) => {
    if (rowOf(spot) === undefined) return;
    letGo();
    light(spot, segment);
    look(spot, 'legible');
  };

  const isSettled = leaves.every(({ found }) => found.awaited === 0);
  const textOf = (segment: string | undefined) =>
    leaves
      .flatMap(({ found }) => found.texts)
      .find(({ segments }) => segments.some(({ id }) => id === segment));

  const seek = useEffectEvent(() => {
    if (sought === undefined || !isShown(sought.canvas)) return;
    const { annotation } = sought;
    const spot = spotOf(annotation);
    const text = textOf(annotation);
    if (spot !== undefined) {
      pick(spot, annotation);
      setScrolled({ ...spot, entered: true });
    } else if (text !== undefined) {
      // It is in a text that does not stand here: once that does, it is sought again.
      bring(text.key);
    } else if (framed !== undefined) {
      // It is nobody's words, such as a bookmark: a part of the page as any other.
      const part = { ...framed, how: 'framed' } as const;
      setFramed(part);
      setWanted(wantedFirst(part, canvas));
      setSought(undefined);
    }
  });
  useEffect(() => {
    // Before all texts have come, another one may still take the place of that which has the line.
    if (isSettled) seek();
  }, [isSettled, grids]);

  const pageHits = usePageHits(searched, leaves);
  const seekHit = useEffectEvent((hit: NumberedHit) => {
    const home = hit.hit.canvas ?? canvas.id;
    const boxes = boxesOn(hit.hit, home);
    if (boxes.length > 0) setWanted({ canvas: home, boxes, how: 'legible', lineHeight });
    const name = segmentOf(hit, pageHits.bySegment);
    const marked = spotWhere(grids, (segment) => isMarkedIn(segment, hit.number, pageHits.bySegment));
    const spot = marked ?? (name === undefined ? undefined : spotOf(name));
    const text = textOf(name);
    if (spot !== undefined) {
      light(spot, name);
      setScrolled({ ...spot, entered: isIdle(), marked: true });
    } else {
      setCurrent(undefined);
      // In a text that does not stand here: once that does, the hit is sought again.
      if (text !== undefined) bring(text.key);
    }
  });
  const { seeking } = searched;
  const isHere = seeking !== undefined && isShown(seeking.hit.canvas ?? canvas.id);
  useEffect(() => {
    if (isHere && isSettled) seekHit(seeking);
  }, [seeking, isHere, isSettled, grids]);

  const litSpot = hoveredSpot ?? currentSpot;
  const lit: Lit =
    litSpot === undefined && framed !== undefined && isShown(framed.canvas)
      ? framed
      : {
          canvas: (litSpot === undefined ? undefined : gridOf(litSpot)?.canvas) ?? canvas.id,
          places: litPlaces(
            litSpot === undefined ? undefined : rowOf(litSpot),
            hoveredSpot === undefined ? undefined : hovered,
          ),
          how: 'washed',
        };

  const lookAtHovered = useEffectEvent(() => {
    const home = hoveredSpot === undefined ? undefined : gridOf(hoveredSpot)?.canvas;
    if (home !== undefined) setWanted({ canvas: home, boxes: lit.places, how: 'panned' });
  });
  useEffect(() => {
    // What the pointer is on in the scan is in view.
    if (hovered?.onText !== true) return undefined;
    const timer = window.setTimeout(lookAtHovered, REST);
    return () => window.clearTimeout(timer);
  }, [hovered]);

  const isOwn = useIsOwn();
  const press = useEffectEvent(({ key, target }: KeyboardEvent) => {
    if (!isOwn(target)) return;
    // The last input wins: what the pointer rests on is dropped until it moves again.
    if (LEADING_KEYS.has(key)) setHovered(undefined);
    if (key !== 'Escape') return;
    if (current === undefined && framed === undefined) searched.onEscape();
    setCurrent(undefined);
    letGo();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      // The keys of a dialog, a menu and the search are their own: Escape closes it and leaves the line that it is about.
      // So they are of a dialog while the focus is in the browser's own bar, which Tab comes to behind it.
      if (document.querySelector('dialog:modal') !== null) return;
      if (!(target instanceof Element && target.closest('dialog, [role=search], [data-keeps-keys]') !== null))
        press(event);
    };
    // Of the window and before anyone: the scan keeps the keys that it is given to itself.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);

  return {
    handling: (grid) => ({
      hovered:
        hoveredSpot?.grid === grid
          ? { row: hoveredSpot.row, segment: hovered?.narrow === true ? hovered.segment : undefined }
          : undefined,
      current: currentSpot?.grid === grid ? currentSpot.row : undefined,
      wanted: scrolled,
      onHover: (spot, segment) =>
        setHovered(spot === undefined ? undefined : lightOf(spot, { segment, onText: true })),
      onPick: (spot, segment) => {
        const [row, rows] = [rowOf(spot), gridOf(spot)?.rows ?? []];
        const isName = row !== undefined && segment !== undefined && isIn(row, segment, rows);
        pick(spot, isName ? segment : undefined);
      },
    }),
    scan: {
      canvasId: canvas.id,
      lit,
      wanted: wanted !== undefined && isShown(wanted.canvas) ? wanted : undefined,
      onPoint: (at) => {
        const spot = at === undefined ? undefined : spotAt(at);
        const next = spot === undefined ? undefined : lightOf(spot);
        if (next?.segment !== hovered?.segment || next?.narrow !== hovered?.narrow) setHovered(next);
        return next !== undefined;
      },
      onPick: (at) => {
        const spot = spotAt(at);
        letGo();
        setCurrent(spot === undefined ? undefined : lightOf(spot));
        setScrolled(spot);
      },
    },
    current:
      currentRow === undefined || current === undefined
        ? undefined
        : {
            row: currentRow,
            canvas: current.canvas,
            segment: current.segment,
            isOnScan: !current.onText,
          },
    hits: pageHits.places,
    bySegment: pageHits.bySegment,
    letGo,
    hold: () => {
      if (currentSpot !== undefined) setScrolled({ ...currentSpot, marked: true });
    },
    follow: (spot) => look(spot, 'panned'),
  };
}

function soughtFirst({ annotation }: Pick<Opening, 'annotation'>, canvas: string): Sought | undefined {
  return annotation === undefined ? undefined : { canvas, annotation };
}

/** Whether the keyboard is among the rows or nowhere, and may be taken to another row. */
function isIdle(): boolean {
  const { activeElement } = document;
  return (
    activeElement === null ||
    activeElement === document.body ||
    activeElement.matches('[data-room]') ||
    activeElement.closest('.desk-grid') !== null
  );
}
