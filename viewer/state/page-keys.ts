import { useEffect, useEffectEvent } from 'react';
import { letterOf, takesWords } from './letter-keys.ts';
import { useIsOwn } from './own-room.ts';
import type { Turning } from './turning.ts';

/** Turns pages by keys: everywhere but in fields, dialogs, and where a key scrolls what has the focus. */
export function usePageKeys({ canvases, next, previous, turnTo }: Turning): void {
  const isOwn = useIsOwn();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isOwn(event.target)) return;
    const to = { next, previous, first: 0, last: canvases.length - 1 };
    const way = wayOf(event);
    if (way === undefined || canvases.length === 0) return;
    event.preventDefault();
    turnTo(to[way]);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    // Before anyone: the scan keeps the keys that it is given to itself.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}

function wayOf(event: KeyboardEvent): 'next' | 'previous' | 'first' | 'last' | undefined {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  const letter = letterOf(event);
  if (letter === 'n' || letter === 'p') return letter === 'n' ? 'next' : 'previous';
  if (takesWords(target) || altKey || metaKey || shiftKey) return undefined;
  if (document.querySelector('dialog[open]') !== null) return undefined;
  if (ctrlKey) return key === 'Home' ? 'first' : key === 'End' ? 'last' : undefined;
  // Elsewhere these scroll what is longer than its pane.
  const scrolls =
    target !== document.body &&
    !(target instanceof Element && (target.closest('.desk-scan') !== null || target.matches('[data-room]')));
  if (scrolls) return undefined;
  return key === 'PageDown' ? 'next' : key === 'PageUp' ? 'previous' : undefined;
}
