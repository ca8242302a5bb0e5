import { useSyncExternalStore } from 'react';

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
 * The letter or sign that a key stands for, small; undefined where it is no such key, something is held down with it,
 * the focus is where words are typed or in a dialog, or such keys are turned off. On a keyboard of another script it is the letter at
 * the same place of the Latin one: `n` for `т`.
 */
export function letterOf(event: KeyboardEvent): string | undefined {
  const { key, code, target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  if (key.length !== 1 || takesWords(target) || !letterKeysAreOn()) return undefined;
  if (document.querySelector('dialog[open]') !== null) return undefined;
  const [, latin] = /^Key([A-Z])$/.exec(code) ?? [];
  const isForeign = /\p{L}/u.test(key) && !/[a-z]/i.test(key);
  if (isForeign) return latin?.toLowerCase();
  // A capital is another key than its letter.
  return key;
}

/** Whether what is typed there becomes words. */
export function takesWords(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type=radio], [type=checkbox]), textarea, select') !== null)
  );
}
