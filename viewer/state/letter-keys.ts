import { useSyncExternalStore } from 'react';
import { signOf } from './keys.ts';

const NAME = 'diptych.letter-keys';

const listeners = new Set<() => void>();

/** For where there is no storage, or the browser keeps it from us. */
const fallback = { off: false };

/**
 * Whether keys that are a letter or a sign by themselves do anything. Whoever speaks to the computer may set off a
 * dozen of them with one word, and turns them off (WCAG 2.2 §2.1.4).
 */
export function letterKeysAreOn(): boolean {
  try {
    return window.localStorage.getItem(NAME) !== 'off';
  } catch {
    return !fallback.off;
  }
}

export function setLetterKeys(on: boolean): void {
  fallback.off = !on;
  try {
    if (on) window.localStorage.removeItem(NAME);
    else window.localStorage.setItem(NAME, 'off');
  } catch {
    // It holds until the page is left.
  }
  for (const listener of listeners) listener();
}

export function useLetterKeys(): boolean {
  return useSyncExternalStore(subscribe, letterKeysAreOn);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The letter or sign that a key alone stands for; undefined where the focus is where words are typed or in a dialog, or
 * such keys are turned off.
 */
export function letterOf(event: KeyboardEvent): string | undefined {
  const { target, isComposing } = event;
  if (isComposing || takesWords(target) || !letterKeysAreOn()) return undefined;
  // In an open menu letters go to its items.
  if (target instanceof Element && target.closest('[role=menu]') !== null) return undefined;
  return document.querySelector('dialog:modal') === null ? signOf(event) : undefined;
}

/** Whether what is typed there becomes words. */
export function takesWords(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type=radio], [type=checkbox], [type=range]), textarea, select') !== null)
  );
}
