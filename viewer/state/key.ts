import { useEffect, useEffectEvent } from 'react';
import { letterOf } from './letter-keys.ts';
import { useIsOwn } from './own-room.ts';

/** A letter or sign that does something anywhere in the room, where keys of one letter are not turned off. */
export function useKey(sign: string, act: () => void): void {
  const isOwn = useIsOwn();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isOwn(event.target) || event.repeat || letterOf(event) !== sign) return;
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
