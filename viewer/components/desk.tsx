import { useEffect, useEffectEvent, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { hasGuesses } from '../iiif/confirmed.ts';
import { placesOf } from '../iiif/lit-boxes.ts';
import type { Canvas } from '../iiif/manifest.ts';
import type { Statement } from '../iiif/statement.ts';
import { say } from '../messages/messages.ts';
import { useChosenLine } from '../state/chosen-line.ts';
import { gridsOf, type Leaves } from '../state/grids.ts';
import { useLighting, type Lighting } from '../state/lighting.ts';
import type { Opening } from '../state/mount.ts';
import { useNarrow } from '../state/narrow.ts';
import type { FoundHits } from '../state/page-hits.ts';
import type { Panes } from '../state/panes.ts';
import { RoomContext, type HitPlaces, type ScannedLeaf } from '../state/room-context.ts';
import { lineOf, meantIn, type Whereabouts } from '../state/whereabouts.ts';
import { Guard } from './failure-pane.tsx';
import { LineBar, type LineDialog } from './line-bar.tsx';
import { HitsContext } from './marked-words.tsx';
import { ScanPane } from './scan-pane.tsx';
import { Spread } from './spread.tsx';
import { TextPane } from './text-pane.tsx';

const NOTHING_FOUND: HitPlaces = { others: [], current: [], isWords: false };

/** The scan and the texts of the pages that are shown, and the light that both share. */
export function Desk({
  windowId,
  leaves,
  canvas,
  panes,
  imageFailed,
  statement,
  opening,
  onLeaf,
  onLine,
  onOpen,
  whereabouts,
  searched,
  panel,
}: {
  windowId: string;
  leaves: Leaves;
  /** The one of them that the reader has turned to. */
  canvas: Canvas;
  panes: Panes;
  imageFailed: string | undefined;
  statement: Statement | undefined;
  /** What of the canvas that is shown first a link leads to. */
  opening: Pick<Opening, 'region' | 'annotation'>;
  /** The reader goes on at the other of two pages. */
  onLeaf: (canvasId: string) => void;
  /** The reader has stayed at a line of a text, or let go of it; a hit is a place of the search. */
  onLine: (line: { canvas: string; annotation: string } | undefined) => void;
  /** Opens what is about the line that is chosen. */
  onOpen: (dialog: LineDialog) => void;
  whereabouts: Whereabouts;
  searched: FoundHits;
  /** What stands beside scan and texts. */
  panel: ReactNode;
}): ReactElement {
  const { columns, preferences, prefer, choose } = panes;
  const { unit, trusting } = preferences;
  const { grids, units } = useMemo(
    () => gridsOf(leaves, columns, { unit, trusting }),
    [leaves, columns, unit, trusting],
  );
  const bring = (key: string) =>
    choose(
      withText(
        columns.map((column) => column.key),
        key,
      ),
    );
  const lighting = useLighting({ leaves, canvas, grids, opening, searched, bring });
  const [unloaded, setUnloaded] = useState<{ canvas: string; address: string }>();

  const goOn = useEffectEvent(onLeaf);
  const leafOfReader = lighting.current?.canvas ?? canvas.id;
  useEffect(() => {
    if (leafOfReader !== canvas.id) goOn(leafOfReader);
  }, [leafOfReader, canvas.id]);

  const isListed = panel !== null;
  const isNarrow = useNarrow();
  const isChosen = lighting.current !== undefined;
  const hold = useEffectEvent(() => lighting.hold());
  // Rows are wrapped anew or get less room, and the reader's row would be lost out of view.
  useEffect(() => hold(), [isListed, isNarrow && isChosen, preferences]);

  const named = meantBy(lighting.current, panes.isChosen);
  const line =
    lighting.current === undefined || searched.seeking !== undefined
      ? undefined
      : { canvas: lighting.current.canvas, annotation: named };
  useChosenLine(line?.annotation, () => onLine(line));
  useEffect(() => {
    const { current } = lighting;
    const home = leaves.find((leaf) => leaf.canvas.id === current?.canvas)?.canvas;
    whereabouts.line.current = () =>
      current === undefined || home === undefined ? undefined : lineOf(current.row, named, home);
    whereabouts.reading.current = () => ({
      texts: leaves.flatMap(({ found }) => found.texts),
      shown: columns.flatMap(({ text }) => text ?? []),
      meant: current === undefined ? [] : meantIn(current.row.cells),
    });
  });

  const marks = useMemo(
    () => ({ bySegment: lighting.bySegment, current: searched.current }),
    [lighting.bySegment, searched.current],
  );
  const { current } = lighting;
  const shown = useMemo(
    () => (preferences.texts ? columns.flatMap(({ text }) => text ?? []) : []),
    [columns, preferences.texts],
  );

  const scanned = useMemo(
    () =>
      leaves.map(({ canvas: one, found }): ScannedLeaf => ({
        canvas: one,
        shown: found.texts.filter(({ key }) => shown.some((text) => text.key === key)),
        hits: lighting.hits.get(one.id) ?? NOTHING_FOUND,
      })),
    [leaves, shown, lighting.hits],
  );
  const pages = leaves.map((leaf) => ({ folio: leaf.canvas.label, texts: leaf.found.texts }));
  const hasScan = leaves.some((leaf) => leaf.canvas.hasScan);

  return (
    <RoomContext.Provider
      value={{
        ...lighting.scan,
        shown,
        leaves: scanned,
        visible: whereabouts.visible,
        onScanFailed: (address) => setUnloaded({ canvas: canvas.id, address }),
      }}
    >
      <HitsContext.Provider value={marks}>
        <div className="desk-panes">
          {panel}
          <Spread
            {...{ preferences, prefer }}
            isScanless={!hasScan}
            scan={
              <Guard about={canvas.id}>
                <ScanPane
                  windowId={windowId}
                  {...{ canvas, hasScan }}
                  pages={pages}
                  failed={
                    imageFailed !== undefined
                      ? say('scanFailed', { address: imageFailed })
                      : unloaded?.canvas === canvas.id
                        ? say('imageFailed', { address: unloaded.address })
                        : undefined
                  }
                  picked={current?.isOnScan === true ? current.row : undefined}
                  placeless={hasScan && current !== undefined && placesOf(current.row).length === 0}
                  statement={statement}
                />
              </Guard>
            }
            texts={
              <Guard about={canvas.id}>
                <TextPane
                  {...{ leaves, panes, grids }}
                  handling={lighting.handling}
                  foot={isNarrow && isChosen ? <LineBar onOpen={onOpen} /> : null}
                  onFollow={lighting.follow}
                  onChoose={(keys) => {
                    searched.onLetGo();
                    choose(keys);
                  }}
                  tools={{
                    units,
                    unit,
                    onUnit: (next) => prefer({ unit: next }),
                    confirmedOnly: columns.some(({ text }) => hasGuesses(text)) ? trusting : undefined,
                    onConfirmedOnly: (value) => prefer({ trusting: value }),
                  }}
                />
              </Guard>
            }
          />
        </div>
      </HitsContext.Provider>
    </RoomContext.Provider>
  );
}

/** The columns with one more text: in place of the last, which it most likely is another version of. */
function withText(keys: readonly string[], key: string): readonly string[] {
  if (keys.includes(key)) return keys;
  return keys.length < 2 ? [...keys, key] : [...keys.slice(0, -1), key];
}

/** Whoever has chosen a translation means that one, and a link to its line leads back to it. */
function meantBy(current: Lighting['current'], isChosen: boolean): string {
  if (current === undefined) return '';
  const { row, segment } = current;
  const ids = isChosen ? row.cells.slice(1).flatMap((cell) => cell.map(({ id }) => id)) : [];
  return ids.includes(segment) ? segment : (ids[0] ?? segment);
}
