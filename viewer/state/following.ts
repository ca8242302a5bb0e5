import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { Spot } from './light.ts';

/** Text that has stood still for so long is being read. Milliseconds. */
const REST = 180;

/** Where in the pane the eye is: a third from the top. */
const EYE = 1 / 3;

/**
 * Tells which row is being read after the reader has scrolled the texts: once, when they stand still, so that the scan
 * moves at most once for each stroke of the wheel. Rows that were scrolled to by the room itself are not told.
 *
 * @param onRow undefined: nobody wants to know.
 * @param pages another page is another pane.
 */
export function useFollowing(
  scroller: RefObject<HTMLElement | null>,
  onRow: ((spot: Spot) => void) | undefined,
  pages: string,
): void {
  const tell = useEffectEvent((element: HTMLElement) => {
    const { top, left, width, height } = element.getBoundingClientRect();
    const middle = document.elementFromPoint(left + width / 2, top + height * EYE);
    const row = middle?.closest<HTMLElement>('[data-row]');
    const grid = row?.closest<HTMLElement>('[data-grid]');
    if (row !== null && row !== undefined && grid !== null && grid !== undefined)
      onRow?.({ grid: Number(grid.dataset.grid), row: Number(row.dataset.row) });
  });
  const isOn = onRow !== undefined;
  useEffect(() => {
    const element = scroller.current;
    if (element === null || !isOn) return undefined;
    let timer: number | undefined;
    let byReader = false;
    const onInput = () => (byReader = true);
    const onScroll = () => {
      window.clearTimeout(timer);
      if (!byReader) return;
      timer = window.setTimeout(() => {
        byReader = false;
        tell(element);
      }, REST);
    };
    const inputs = ['wheel', 'touchmove', 'pointerdown'] as const;
    for (const input of inputs) element.addEventListener(input, onInput, { passive: true });
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      window.clearTimeout(timer);
      for (const input of inputs) element.removeEventListener(input, onInput);
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, isOn, pages]);
}
