import { useMemo, useRef, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import type { Column } from '../iiif/canvas-texts.ts';
import { hasGuesses } from '../iiif/confirmed.ts';
import type { Canvas } from '../iiif/manifest.ts';
import { languageTag } from '../iiif/language-map.ts';
import { say } from '../messages/messages.ts';
import { useFollowing } from '../state/following.ts';
import type { Grid, Leaf, Leaves } from '../state/grids.ts';
import type { Spot } from '../state/light.ts';
import type { Handling } from '../state/lighting.ts';
import { useNarrow } from '../state/narrow.ts';
import { useOwnHeading, useOwnName } from '../state/own-room.ts';
import type { Panes } from '../state/panes.ts';
import type { Preferences } from '../state/preferences.ts';
import { blockWidths, templateOf } from '../state/weights.ts';
import { ColumnHeads } from './column-heads.tsx';
import { RowGrid } from './row-grid.tsx';
import { Legend } from './legend.tsx';
import { RowTools, type RowToolsProps } from './row-tools.tsx';

export type TextPaneProps = {
  leaves: Leaves;
  panes: Panes;
  /** Of all leaves, in their order. */
  grids: readonly Grid[];
  tools: RowToolsProps;
  onChoose: (keys: readonly string[]) => void;
  /** The reader has scrolled to a row. */
  onFollow: (spot: Spot) => void;
  /** What a grid is told of pointer, keys and light, by its number. */
  handling: (grid: number) => Handling;
  /** What stands below them. */
  foot: ReactNode;
};

/** The texts of the pages that are shown, side by side. */
export function TextPane({
  leaves,
  panes,
  grids,
  tools,
  onChoose,
  onFollow,
  handling,
  foot,
}: TextPaneProps): ReactElement {
  const { texts, preferences } = panes;
  const scroller = useRef<HTMLDivElement>(null);
  const pages = leaves.map(({ canvas }) => canvas.id).join(' ');
  useFollowing(scroller, preferences.follow && preferences.scan ? onFollow : undefined, pages);
  // Columns that belong together stand together: as the rows of the first page have them.
  const columns = inOrderOf(grids, leaves[0].canvas.id, panes.columns);
  const { size, spacing, mode, weights } = preferences;
  const style: CSSProperties = {
    '--columns': templateOf(columns.length, weights),
    '--text-scale': String(1.1 ** size),
    '--line-text': String(1.6 + 0.2 * spacing),
    '--row-air': `${5 + 4 * spacing}px`,
  };
  const shown = useMemo(
    () =>
      leaves.flatMap(({ found }) =>
        found.texts.filter(({ key }) => panes.columns.some((one) => one.key === key)),
      ),
    [leaves, panes.columns],
  );
  const named = useOwnName();
  const isAwaited = leaves.some(({ found }) => found.awaited > 0);
  // On a phone it scrolls away with the text, of which there would be little to see otherwise.
  const isNarrow = useNarrow();
  const top = (
    <>
      {texts.length === 0 ? null : <ColumnHeads {...{ panes, columns, onChoose }} />}
      {/* Empty, and not seen, where there is nothing to choose and nothing to explain. */}
      <div className="desk-tools">
        <RowTools {...tools} />
        <Legend texts={shown} />
      </div>
    </>
  );
  return (
    <section
      className={`desk-texts desk-texts-${mode} desk-texts-of-${Math.min(columns.length, 4)}`}
      aria-label={named(say('texts'))}
      style={style}
    >
      {isNarrow ? null : top}
      {/* Scrolls by itself, and is reachable by keys for that (its rows are, once there are some). */}
      <div className="desk-scroll" key={pages} ref={scroller}>
        {isNarrow ? top : null}
        {texts.length > 0 && columns.length === 0 ? <p className="desk-empty">{say('noneChosen')}</p> : null}
        {texts.length === 0 && isAwaited ? (
          <Skeleton words={say('loadingTexts')} />
        ) : (
          leaves.map((leaf) => (
            <LeafTexts
              key={leaf.canvas.id}
              {...{ leaf, columns, grids, handling }}
              {...{ mode, weights }}
              isOneOfSeveral={leaves.length > 1}
            />
          ))
        )}
      </div>
      {foot}
    </section>
  );
}

function LeafTexts({
  leaf: { canvas, found },
  columns,
  grids,
  weights,
  mode,
  isOneOfSeveral,
  handling,
}: {
  leaf: Leaf;
  columns: readonly Column[];
  grids: readonly Grid[];
  isOneOfSeveral: boolean;
} & Pick<Preferences, 'mode' | 'weights'> &
  Pick<TextPaneProps, 'handling'>): ReactElement {
  const Heading = useOwnHeading();
  const own = grids.flatMap((grid, number) => (grid.canvas === canvas.id ? [{ grid, number }] : []));
  const widths = blockWidths(
    own.map(({ grid }) => grid.columns.length),
    weights,
  );
  const blocks = own.map(({ grid, number }) => {
    const [first] = grid.texts;
    return first === undefined ? (
      <p key={number} className="desk-empty">
        {found.awaited === 0 ? say('textMissing') : ''}
      </p>
    ) : (
      <RowGrid
        key={number}
        label={labelOf(grid, own.length)}
        {...{ grid, number, mode }}
        handling={handling(number)}
      />
    );
  });
  return (
    <>
      {isOneOfSeveral ? <Heading className="desk-leaf-folio">{canvas.label}</Heading> : null}
      <Notes {...{ found, columns }} grids={own.map(({ grid }) => grid)} />
      {found.texts.length === 0 && found.awaited === 0 ? <NoTexts canvas={canvas} /> : null}
      {blocks.length < 2 ? (
        blocks
      ) : (
        <div className="desk-blocks" style={{ '--blocks': widths.map(({ block }) => block).join(' ') }}>
          {blocks.map((block, index) => (
            <div key={index} style={{ '--columns': widths[index]?.columns }}>
              {block}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function labelOf({ texts: [first, ...others] }: Grid, blocks: number): string {
  if (others.length > 0) return say('rowsBeside');
  return blocks > 1 && first !== undefined && first.label !== ''
    ? say('rowsOf', { text: first.label })
    : say('rows');
}

function inOrderOf(grids: readonly Grid[], canvas: string, columns: readonly Column[]): readonly Column[] {
  const order = grids.filter((grid) => grid.canvas === canvas).flatMap((grid) => grid.columns);
  return order.length === columns.length ? order.flatMap((column) => columns[column] ?? []) : columns;
}

/** What a reader has to know of these texts before trusting that they stand beside each other. */
function Notes({
  found,
  columns,
  grids,
}: Pick<Leaf, 'found'> & { columns: readonly Column[]; grids: readonly Grid[] }): ReactElement {
  const shown = columns.flatMap(({ key }) => found.texts.find((text) => text.key === key) ?? []);
  const omitted = shown.reduce((sum, text) => sum + text.omitted, 0);
  const worded = grids.filter(({ texts: [first] }) => first !== undefined);
  const isLinked = grids.some(({ kind }) => kind === 'linked');
  return (
    <>
      {found.failed.map((address) => (
        <Note key={address}>{say('textFailed', { address })}</Note>
      ))}
      {shown.some(({ unplaced }) => unplaced) ? <Note>{say('unplaced')}</Note> : null}
      {worded.length > 1 ? <Note>{say('notLinked')}</Note> : null}
      {isLinked && grids.some(({ texts }) => texts.some(hasGuesses)) ? (
        <Note>{say('linkedByMachine')}</Note>
      ) : null}
      {omitted > 0 ? <Note>{say('omitted', { count: omitted })}</Note> : null}
    </>
  );
}

function Note({ children }: { children: ReactNode }): ReactElement {
  return <p className="desk-note">{children}</p>;
}

function NoTexts({ canvas }: { canvas: Canvas }): ReactElement {
  return (
    <div className="desk-empty">
      <p>{say('noTexts')}</p>
      {canvas.summary === undefined ? null : (
        <p lang={languageTag(canvas.summary.language)}>{canvas.summary.values.join(' ')}</p>
      )}
    </div>
  );
}

/** Lines in the shape of what comes; seen only if it takes longer than an instant. */
export function Skeleton({ words }: { words: string }): ReactElement {
  return (
    <div className="desk-skeleton">
      <p className="desk-unseen">{words}</p>
      {Array.from({ length: 9 }, (_, index) => (
        <span key={index} aria-hidden="true" />
      ))}
    </div>
  );
}
