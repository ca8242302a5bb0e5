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
import type { Grid } from '../state/grids.ts';
import type { Handling } from '../state/lighting.ts';
import { PointerMotion } from '../state/pointer-motion.ts';
import type { ReadingMode } from '../state/preferences.ts';
import { useSelectedColumn } from '../state/selected-column.ts';
import { RowView } from './row-view.tsx';

export type RowGridProps = {
  label: string;
  /** Which of those that are shown this is. */
  number: number;
  grid: Grid;
  mode: ReadingMode;
  handling: Handling;
};

/**
 * Rows that arrow keys walk (ARIA 1.2 grid, one row focusable at a time). Pointer and focus are listened to
 * here, so that rows need no functions of their own and stay as they are when another one lights up.
 */
export function RowGrid(props: RowGridProps): ReactElement {
  const { label, number: grid, mode, handling } = props;
  const { rows, texts } = props.grid;
  const { hovered, current, wanted, onHover, onPick } = handling;
  const [first] = texts;
  const element = useRef<HTMLDivElement>(null);
  const selected = useSelectedColumn(element);
  const [pointer] = useState(() => new PointerMotion());
  const numbers = useMemo(() => lineNumbers(first?.segments ?? []), [first]);
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

  useEffect(() => {
    const focused = document.activeElement;
    // Other rows may take the place of those that were there: the keys stay with the words that they were on.
    if (current === undefined || focused === null || element.current?.contains(focused) !== true) return;
    if (isRow(focused) && rowOf(focused) !== current) rowElement(current)?.focus({ preventScroll: true });
  }, [current, rows]);

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
      className={`desk-grid${texts.length > 1 ? ' desk-grid-several' : ''}`}
      aria-label={label}
      aria-rowcount={rows.length}
      data-grid={grid}
      data-selected-column={selected.column}
      onPointerDown={selected.onPointerDown}
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
        if (row !== undefined && !isSelecting()) onPick({ grid, row }, segmentOf(event.target));
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
          {...{ row, index, texts, numbers, mode }}
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
