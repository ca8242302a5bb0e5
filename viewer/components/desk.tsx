import { useEffect, useEffectEvent, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { confirmedOnly, hasGuesses } from '../iiif/confirmed.ts';
import { chooseTexts, type CanvasTexts, type Choice, type Shown } from '../iiif/canvas-texts.ts';
import { lineHeightOf, placesOf, rowAt } from '../iiif/lit-boxes.ts';
import type { Canvas } from '../iiif/manifest.ts';
import type { NumberedHit } from '../iiif/hit-marks.ts';
import { align, type Alignment, type Row } from '../iiif/rows.ts';
import { sentenceRows } from '../iiif/sentence-rows.ts';
import type { Statement } from '../iiif/statement.ts';
import type { Point, Text } from '../iiif/text.ts';
import { say } from '../messages/messages.ts';
import { framedFirst, wantedFirst } from '../state/framed.ts';
import { holds, litPlaces, spotWhere, type Light, type Spot } from '../state/light.ts';
import type { Opening } from '../state/mount.ts';
import { boxesOn, isMarkedIn, segmentOf, usePageHits, type FoundHits } from '../state/page-hits.ts';
import { RoomContext, type Lit, type Room } from '../state/room-context.ts';
import { lineOf, meantIn, type Whereabouts } from '../state/whereabouts.ts';
import { Guard } from './failure-pane.tsx';
import { HitsContext } from './marked-words.tsx';
import type { WantedRow } from './row-grid.tsx';
import type { RowUnit } from './row-tools.tsx';
import { ScanPane } from './scan-pane.tsx';
import { gridsOf, TextPane, type TextPaneProps } from './text-pane.tsx';

/** An annotation that a link leads to, until it is found. */
type Sought = { canvas: string; annotation: string };

/** A pointer that stays so long looks at what it is on. Milliseconds. */
const REST = 250;

/** Keys that go somewhere. */
const LEADING_KEYS = new Set([
  ...['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['Tab', 'Enter', ' ', 'Escape'],
]);

/** The scan and the texts of one page, and the light that both share. */
export function Desk({
  windowId,
  canvas,
  found,
  imageFailed,
  statement,
  opening,
  whereabouts,
  searched,
  panel,
}: {
  windowId: string;
  canvas: Canvas;
  found: CanvasTexts;
  imageFailed: string | undefined;
  statement: Statement | undefined;
  /** What of the canvas that is shown first a link leads to. */
  opening: Pick<Opening, 'region' | 'annotation'>;
  whereabouts: Whereabouts;
  searched: FoundHits;
  /** What stands beside scan and texts. */
  panel: ReactNode;
}): ReactElement {
  const [choice, setChoice] = useState<Choice>({});
  const [shown, setShown] = useState<Shown>({});
  const [unit, setUnit] = useState<RowUnit>('sentences');
  const [onlyConfirmed, setOnlyConfirmed] = useState(false);
  const chosen = useMemo(() => chooseTexts(found.texts, choice, shown), [found, choice, shown]);
  const isGuessed = hasGuesses(chosen.left) || hasGuesses(chosen.right);
  const { left, right, missing } = useMemo(() => {
    const trusted = (text: Text | undefined) =>
      text === undefined || !onlyConfirmed ? text : confirmedOnly(text);
    return { ...chosen, left: trusted(chosen.left), right: trusted(chosen.right) };
  }, [chosen, onlyConfirmed]);
  const [leftKey, rightKey] = [left?.key, right?.key];
  useEffect(() => {
    // Before all texts have come, a later one may still take the place of an earlier.
    if (found.awaited > 0) return;
    setShown((before) => ({ left: leftKey ?? before.left, right: rightKey ?? before.right }));
  }, [found, leftKey, rightKey]);
  const bySentence = useMemo(
    () => (left === undefined || right === undefined ? undefined : sentenceRows(left, right)),
    [left, right],
  );
  const alignment = useMemo((): Alignment | undefined => {
    if (bySentence !== undefined && unit === 'sentences') return { kind: 'linked', rows: bySentence };
    if (missing) return align([], right?.segments);
    const first = left ?? right;
    return first === undefined
      ? undefined
      : align(first.segments, left === undefined ? undefined : right?.segments);
  }, [left, right, missing, bySentence, unit]);
  const lineHeight = useMemo(() => lineHeightOf(found.texts), [found]);
  const grids = useMemo(() => gridsOf(alignment), [alignment]);

  const [unloaded, setUnloaded] = useState<{ canvas: string; address: string }>();
  const [hovered, setHovered] = useState<Light>();
  const [current, setCurrent] = useState<Light>();
  const [framed, setFramed] = useState(() => framedFirst(opening, canvas));
  const [wanted, setWanted] = useState(() => wantedFirst(framed, canvas));
  const [scrolled, setScrolled] = useState<WantedRow>();
  const [sought, setSought] = useState<Sought | undefined>(() => soughtFirst(opening, canvas));

  const rowOf = ({ grid, row }: Spot): Row | undefined => grids[grid]?.rows[row];
  const lightOf = (
    spot: Spot,
    { segment, onText = false }: { segment?: string | undefined; onText?: boolean } = {},
  ): Light | undefined => {
    const row = rowOf(spot);
    const [first] = row === undefined ? [] : [...row.left, ...row.right];
    return first === undefined
      ? undefined
      : { canvas: canvas.id, segment: segment ?? first.id, spot, narrow: segment !== undefined, onText };
  };
  /** Where the light's annotation stands now: in the same row, or in another since texts were changed. */
  const placeOf = (light: Light | undefined): Spot | undefined => {
    if (light?.canvas !== canvas.id) return undefined;
    const known = rowOf(light.spot);
    return known !== undefined && holds(known, light.segment) ? light.spot : spotOf(light.segment);
  };
  const spotOf = (segment: string) => spotWhere(grids, ({ id }) => id === segment);
  const hoveredSpot = placeOf(hovered);
  const currentSpot = placeOf(current);

  const currentRow = currentSpot === undefined ? undefined : rowOf(currentSpot);

  const spotAt = (point: Point): Spot | undefined => {
    const candidates = grids.flatMap(({ rows }, grid) => {
      const row = rowAt(rows, point);
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
    const found = lightOf(spot);
    if (found !== undefined) setCurrent({ ...found, segment: segment ?? found.segment });
  };
  const pick = (spot: Spot, segment?: string) => {
    const row = rowOf(spot);
    if (row === undefined) return;
    letGo();
    light(spot, segment);
    setWanted({ canvas: canvas.id, boxes: placesOf(row), how: 'legible', lineHeight });
  };

  const seek = useEffectEvent(() => {
    if (sought?.canvas !== canvas.id) return;
    const { annotation } = sought;
    const spot = spotOf(annotation);
    const text = found.texts.find(({ segments }) => segments.some(({ id }) => id === annotation));
    if (spot !== undefined) {
      pick(spot, annotation);
      setScrolled({ ...spot, entered: true });
    } else if (text !== undefined) {
      // It is in a text that does not stand here: once that does, it is sought again.
      setChoice((before) => ({ ...before, right: text.key }));
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
    if (found.awaited === 0) seek();
  }, [found, grids]);

  const pageHits = usePageHits(searched, canvas.id, found);
  const seekHit = useEffectEvent((hit: NumberedHit) => {
    const boxes = boxesOn(hit.hit, canvas.id);
    if (boxes.length > 0) setWanted({ canvas: canvas.id, boxes, how: 'legible', lineHeight });
    const name = segmentOf(hit, pageHits.bySegment);
    const marked = spotWhere(grids, (segment) => isMarkedIn(segment, hit.number, pageHits.bySegment));
    const spot = marked ?? (name === undefined ? undefined : spotOf(name));
    const text = found.texts.find(({ segments }) => segments.some(({ id }) => id === name));
    if (spot !== undefined) {
      light(spot, name);
      setScrolled({ ...spot, entered: isIdle(), marked: true });
    } else {
      setCurrent(undefined);
      // In a text that does not stand here: once that does, the hit is sought again.
      if (text !== undefined)
        setChoice((before) => (before.right === text.key ? before : { ...before, right: text.key }));
    }
  });
  const { seeking } = searched;
  const isHere = seeking !== undefined && (seeking.hit.canvas ?? canvas.id) === canvas.id;
  const isSettled = found.awaited === 0;
  useEffect(() => {
    if (isHere && isSettled) seekHit(seeking);
  }, [seeking, isHere, isSettled, grids]);

  const isListed = panel !== null;
  const hold = useEffectEvent(() => {
    if (currentSpot !== undefined) setScrolled({ ...currentSpot, marked: true });
  });
  // Rows are wrapped anew, and the reader's row would be lost out of view.
  useEffect(() => hold(), [isListed]);

  const litSpot = hoveredSpot ?? currentSpot;
  const lit: Lit =
    litSpot === undefined && framed?.canvas === canvas.id
      ? framed
      : {
          places: litPlaces(
            litSpot === undefined ? undefined : rowOf(litSpot),
            hoveredSpot === undefined ? undefined : hovered,
          ),
          how: 'washed',
        };

  const look = useEffectEvent(() => {
    if (hoveredSpot !== undefined) setWanted({ canvas: canvas.id, boxes: lit.places, how: 'panned' });
  });
  useEffect(() => {
    // What the pointer is on in the scan is in view.
    if (hovered?.onText !== true) return undefined;
    const timer = window.setTimeout(look, REST);
    return () => window.clearTimeout(timer);
  }, [hovered]);

  const room: Room = {
    canvasId: canvas.id,
    lit,
    hits: pageHits.places,
    wanted: wanted?.canvas === canvas.id ? wanted : undefined,
    visible: whereabouts.visible,
    onPoint: (point) => {
      const spot = point === undefined ? undefined : spotAt(point);
      const light = spot === undefined ? undefined : lightOf(spot);
      if (light?.segment !== hovered?.segment || light?.narrow !== hovered?.narrow) setHovered(light);
      return light !== undefined;
    },
    onPick: (point) => {
      const spot = spotAt(point);
      letGo();
      setCurrent(spot === undefined ? undefined : lightOf(spot));
      setScrolled(spot);
    },
    onScanFailed: (address) => setUnloaded({ canvas: canvas.id, address }),
  };

  const press = useEffectEvent((key: string) => {
    // The last input wins: what the pointer rests on is dropped until it moves again.
    if (LEADING_KEYS.has(key)) setHovered(undefined);
    if (key !== 'Escape') return;
    if (current === undefined && framed === undefined) searched.onEscape();
    setCurrent(undefined);
    letGo();
  });
  useEffect(() => {
    const onKey = ({ key, target }: KeyboardEvent) => {
      // The keys of a dialog and of the search are their own: Escape closes it and leaves the line that it is about.
      if (!(target instanceof Element && target.closest('dialog, [role=menu], [role=search]') !== null))
        press(key);
    };
    // Of the window and before anyone: the scan keeps the keys that it is given to itself.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);

  // Whoever has chosen a translation means that one, and a link to its line leads back to it.
  const inChosen = choice.right === undefined ? [] : (currentRow?.right.map(({ id }) => id) ?? []);
  const picked = current?.segment ?? '';
  const named = inChosen.includes(picked) ? picked : (inChosen[0] ?? picked);
  useEffect(() => {
    whereabouts.line.current = () =>
      currentRow === undefined ? undefined : lineOf(currentRow, named, canvas);
    whereabouts.reading.current = () => ({
      texts: found.texts,
      shown: [left, right].filter((text) => text !== undefined),
      meant: currentRow === undefined ? [] : meantIn([currentRow.left, currentRow.right]),
    });
  });

  const handling: TextPaneProps['handling'] = (grid) => ({
    hovered:
      hoveredSpot?.grid === grid
        ? { row: hoveredSpot.row, segment: hovered?.narrow === true ? hovered.segment : undefined }
        : undefined,
    current: currentSpot?.grid === grid ? currentSpot.row : undefined,
    wanted: scrolled,
    onHover: (spot, segment) =>
      setHovered(spot === undefined ? undefined : lightOf(spot, { segment, onText: true })),
    onPick: (spot) => pick(spot),
  });

  const choose = (side: 'left' | 'right', key: string | null) => {
    const [own, other] = side === 'left' ? [left, right] : [right, left];
    const otherSide = side === 'left' ? 'right' : 'left';
    // The text of the other column changes places with this one's: nobody reads a text beside itself. Else it
    // stays, though it stood there unasked: what one column shows must not change with the other.
    searched.onLetGo();
    const swapped = other?.key === key ? (own?.key ?? null) : (other?.key ?? choice[otherSide]);
    setChoice({ [side]: key, [otherSide]: swapped });
  };

  const marks = useMemo(
    () => ({ bySegment: pageHits.bySegment, current: searched.current }),
    [pageHits, searched.current],
  );

  return (
    <RoomContext.Provider value={room}>
      <HitsContext.Provider value={marks}>
        <div className={`desk-panes${canvas.hasScan ? '' : ' desk-panes-scanless'}`}>
          {panel}
          <Guard about={canvas.id}>
            <ScanPane
              windowId={windowId}
              canvas={canvas}
              failed={
                imageFailed !== undefined
                  ? say('scanFailed', { address: imageFailed })
                  : unloaded?.canvas === canvas.id
                    ? say('imageFailed', { address: unloaded.address })
                    : undefined
              }
              placeless={canvas.hasScan && currentRow !== undefined && placesOf(currentRow).length === 0}
              statement={statement}
            />
          </Guard>
          <Guard about={canvas.id}>
            <TextPane
              {...{ canvas, found, left, right, missing, alignment, handling }}
              tools={{
                unit: bySentence === undefined ? undefined : unit,
                onUnit: setUnit,
                confirmedOnly: isGuessed ? onlyConfirmed : undefined,
                onConfirmedOnly: setOnlyConfirmed,
              }}
              onChoose={choose}
            />
          </Guard>
        </div>
      </HitsContext.Provider>
    </RoomContext.Provider>
  );
}

function soughtFirst({ annotation }: Pick<Opening, 'annotation'>, canvas: Canvas): Sought | undefined {
  return annotation === undefined ? undefined : { canvas: canvas.id, annotation };
}

/** Whether the keyboard is among the rows or nowhere, and may be taken to another row. */
function isIdle(): boolean {
  const { activeElement } = document;
  return (
    activeElement === null || activeElement === document.body || activeElement.closest('.desk-grid') !== null
  );
}
