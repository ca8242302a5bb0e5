import { useEffect, useEffectEvent } from 'react';

/** Where keys are letters, or belong to something that is open. */
const OWN_KEYS = 'input, textarea, select, [contenteditable], dialog, [data-keeps-keys], [role=search]';

/** A letter that does something anywhere in the room, without a modifier. */
export function useKey(letter: string, act: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
    if (key !== letter || altKey || ctrlKey || metaKey || shiftKey || repeat) return;
    if (target instanceof Element && target.closest(OWN_KEYS) !== null) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    // Before anyone: the scan keeps the keys that it is given to itself.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
}
