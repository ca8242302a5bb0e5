import { useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';

export type Area = { left: number; top: number; width: number; height: number };

/** By arrow keys; with Shift it goes farther. Parts of the whole. */
const STEP = 0.02;
const STRIDE = 0.1;

/**
 * A divider between two panes (ARIA 1.2 separator): dragged, moved by arrow keys, Home and End, and set back by a
 * double click or Enter.
 */
export function Splitter({
  direction,
  label,
  value,
  bounds: { least, most },
  areaAround,
  onMove,
  onReset,
}: {
  /** `along`: a line from top to bottom between panes side by side; `across`: between one above and one below. */
  direction: 'along' | 'across';
  label: string;
  /** Of what is divided, the part before the divider: 0 to 1. */
  value: number;
  bounds: { least: number; most: number };
  /** What is divided, in CSS pixels of the window, by the divider within it. */
  areaAround: (divider: HTMLElement) => Area | undefined;
  onMove: (value: number) => void;
  onReset: () => void;
}): ReactElement {
  const grip = useRef<number>(undefined);
  const isAlong = direction === 'along';
  const move = (next: number) => onMove(Math.min(Math.max(next, least), most));

  const partAt = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): number | undefined => {
    const area = areaAround(currentTarget);
    if (area === undefined) return undefined;
    const { left, top, width, height } = area;
    if (!isAlong) return (clientY - top) / height;
    const part = (clientX - left) / width;
    return isRightToLeft(currentTarget) ? 1 - part : part;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const far = event.shiftKey ? STRIDE : STEP;
    const onward = isRightToLeft(event.currentTarget) ? -far : far;
    const places: Readonly<Record<string, number>> = {
      ...(isAlong
        ? { ArrowRight: value + onward, ArrowLeft: value - onward }
        : { ArrowDown: value + far, ArrowUp: value - far }),
      ...{ Home: least, End: most },
    };
    const to = places[event.key];
    if (to === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (to === undefined) onReset();
    else move(to);
  };

  return (
    <div
      role="separator"
      tabIndex={0}
      className={`desk-splitter desk-splitter-${direction}`}
      aria-label={label}
      aria-orientation={isAlong ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(value * 100)}
      aria-valuemin={Math.round(least * 100)}
      aria-valuemax={Math.round(most * 100)}
      onKeyDown={onKeyDown}
      onDoubleClick={onReset}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = (partAt(event) ?? value) - value;
      }}
      onPointerMove={(event) => {
        const part = partAt(event);
        if (grip.current !== undefined && part !== undefined) move(part - grip.current);
      }}
      onPointerUp={() => (grip.current = undefined)}
      onPointerCancel={() => (grip.current = undefined)}
    />
  );
}

function isRightToLeft(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
