import { useEffectEvent, useLayoutEffect } from 'react';
import { useIsOwn } from './own-room.ts';

/**
 * Escape pressed inside of what a selector names is for that alone: what the rest of the room would let go of by it
 * stays. To be called by what is there before the desk, since whoever listens first is asked first.
 *
 * @param onEscape answers false where Escape is not for it after all.
 */
export function useOwnEscape(selector: string, onEscape: () => boolean): void {
  const isOwn = useIsOwn();
  const escape = useEffectEvent((event: KeyboardEvent) => isOwn(event.target) && onEscape());
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      if (!(event.target instanceof Element && event.target.closest(selector) !== null)) return;
      if (!escape(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [selector]);
}
