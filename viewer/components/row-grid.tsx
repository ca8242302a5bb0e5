import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
} from 'react';
import { lineNumbers } from '../iiif/line-numbers.ts';
import type { Row } from '../iiif/rows.ts';
import type { Text } from '../iiif/text.ts';
import type { Spot } from '../state/light.ts';
import { PointerMotion } from '../state/pointer-motion.ts';
import { RowView } from './row-view.tsx';

/**
 * `entered`: the reader begins there, as at the fragment of an address, and so do the keys and the reading aloud.
 * `marked`: it is about the words that are marked in it.
 */
export type WantedRow = Spot & { entered?: boolean; marked?: boolean };

export type RowGridProps = {
  label: string;
  /** Which grid of the page this is. */
  grid: number;
  rows: readonly Row[];
  left: Text | undefined;
  right: Text | undefined;
  hovered: { row: number; segment: string | undefined } | undefined;
  current: number | undefined;
  /** The row to scroll to; another object each time that it is asked for. */
  wanted: WantedRow | undefined;
  onHover: (spot: Spot | undefined, segment: string | undefined) => void;
  onPick: (spot: Spot) => void;
};

/**
 * Rows that arrow keys walk (ARIA 1.2 grid, one row focusable at a time). Pointer and focus are listened to
 * here, so that rows need no functions of their own and stay as they are when another one lights up.
 */
export function RowGrid(props: RowGridProps): ReactElement {
  const { label, grid, rows, left, right, hovered, current, wanted, onHover, onPick } = props;
  const element = useRef<HTMLDivElement>(null);
  const [pointer] = useState(() => new PointerMotion());
  const numbers = useMemo(() => lineNumbers(left?.segments ?? []), [left]);
  const rowElement = (index: number) => element.current?.querySelector<HTMLElement>(`[data-row="${index}"]`);

  useEffect(() => {
    if (wanted?.grid !== grid) return;
    const row = rowElement(wanted.row);
    if (wanted.entered === true) row?.focus({ preventScroll: true });
    const block = wanted.entered === true ? 'center' : 'nearest';
    row?.scrollIntoView({ block, behavior: 'instant' });
    // Of a row that is higher than the pane.
    if (wanted.marked === true)
      row?.querySelector('.desk-mark-current')?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }, [wanted, grid]);

  const walk = (event: KeyboardEvent) => {
    const here = rowOf(event.target);
    if (here === undefined || !isRow(event.target)) return;
    const to = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      Home: 0,
      End: rows.length - 1,
      Enter: here,
      ' ': here,
    }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const row = Math.min(Math.max(to, 0), rows.length - 1);
    rowElement(row)?.focus({ preventScroll: true });
    rowElement(row)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    onPick({ grid, row });
  };

  return (
    <div
      ref={element}
      role="grid"
      className={`desk-grid${left !== undefined && right !== undefined ? ' desk-grid-double' : ''}`}
      aria-label={label}
      aria-rowcount={rows.length}
      onKeyDown={walk}
      onPointerMove={(event: PointerEvent) => {
        // Rows that scroll by under a pointer at rest are not pointed at.
        if (!pointer.isMoving(event) || event.pointerType === 'touch') return;
        const [row, segment] = [rowOf(event.target), segmentOf(event.target)];
        if (row === hovered?.row && segment === hovered?.segment) return;
        onHover(row === undefined ? undefined : { grid, row }, segment);
      }}
      onPointerLeave={() => onHover(undefined, undefined)}
      onClick={(event: MouseEvent) => {
        const row = rowOf(event.target);
        // Whoever marks words to copy them does not want the scan to move.
        if (row !== undefined && !isSelecting()) onPick({ grid, row });
      }}
      onFocus={(event: FocusEvent) => {
        const row = rowOf(event.target);
        if (row !== undefined && row !== current && event.target.matches(':focus-visible'))
          onPick({ grid, row });
      }}
    >
      {rows.map((row, index) => (
        <RowView
          key={index}
          {...{ row, index, left, right }}
          numbers={numbers}
          lit={hovered?.row === index || current === index}
          current={current === index}
          reachable={index === (current ?? 0)}
          litSegment={hovered?.row === index ? hovered.segment : undefined}
        />
      ))}
    </div>
  );
}

function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.role === 'row';
}

function rowOf(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined;
  return row === undefined ? undefined : Number(row);
}

function segmentOf(target: EventTarget): string | undefined {
  return target instanceof Element
    ? target.closest<HTMLElement>('[data-segment]')?.dataset.segment
    : undefined;
}

function isSelecting(): boolean {
  const selection = window.getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString().trim() !== '';
}
