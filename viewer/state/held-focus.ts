import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { roomAround, useIsOwn } from './own-room.ts';

/**
 * Keeps the keyboard in the room when the page is turned under it: rows go with their page, and whoever was among them
 * would begin anew at the top of everything. The focus is on the new page's texts then, which it scrolls; no row is
 * chosen, for that would move the scan. The arrow down enters the rows.
 *
 * @param page what is turned: when it changes, rows go.
 */
export function useHeldFocus(page: string | undefined): void {
  const last = useRef<EventTarget | null>(null);
  const room = useRef<HTMLElement | null>(null);
  const isOwn = useIsOwn();
  const note = useEffectEvent((target: EventTarget | null) => {
    last.current = isOwn(target) ? target : null;
    if (isOwn(target)) room.current = roomAround(target);
  });
  useEffect(() => {
    // The focus leaves what is removed without a word, so where it was is written down when it comes.
    const onFocus = ({ target }: FocusEvent) => note(target);
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);

  useLayoutEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    if (!isLost || !(last.current instanceof Element) || last.current.isConnected) return;
    focusTexts(room.current);
  }, [page]);
}

/**
 * The keyboard on what scrolls the texts, from where the arrow down enters their rows; nothing where there are none.
 * @param room of which; null where there is one room only.
 */
export function focusTexts(room: HTMLElement | null): void {
  const texts = (room ?? document).querySelector<HTMLElement>('.desk-scroll');
  if (texts === null) return;
  texts.tabIndex = -1;
  texts.onkeydown = ({ key, target }) => {
    if (key !== 'ArrowDown' || target !== texts) return;
    texts.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
  };
  texts.focus({ preventScroll: true });
}
