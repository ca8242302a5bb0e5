import { useEffect, useEffectEvent, useState, type PointerEvent, type RefObject } from 'react';

/**
 * The column of a grid in which a pointer began to select, from 0. A browser selects row by row and takes the other
 * columns along: the style sheet keeps them out while this is known. It lasts as long as the selection, which would be
 * seen in all columns again, and no longer: what is selected by keys may go where it likes.
 */
export function useSelectedColumn(grid: RefObject<HTMLElement | null>): {
  column: number | undefined;
  onPointerDown: (event: PointerEvent) => void;
} {
  const [column, setColumn] = useState<number>();
  const isKept = useEffectEvent((anchor: Node | null) => {
    const element = anchor instanceof Element ? anchor : (anchor?.parentElement ?? null);
    return grid.current?.contains(element) === true && columnOf(element) === column;
  });
  const isOn = column !== undefined;
  useEffect(() => {
    if (!isOn) return undefined;
    const look = () => {
      if (!isKept(window.getSelection()?.anchorNode ?? null)) setColumn(undefined);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [isOn]);
  return {
    column,
    onPointerDown: ({ target, button }) => {
      if (button === 0) setColumn(columnOf(target instanceof Element ? target : null));
    },
  };
}

function columnOf(place: Element | null): number | undefined {
  const cell = place?.closest('.desk-cell');
  const cells = [...(cell?.parentElement?.children ?? [])];
  return cell === null || cell === undefined ? undefined : cells.indexOf(cell);
}
