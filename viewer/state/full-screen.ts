import { useSyncExternalStore } from 'react';

/** Whether the room fills the screen, and a way to change that; undefined where the browser has none for it. */
export type FullScreen = { isFull: boolean; toggle: () => Promise<boolean> };

/** @param inside an element of the room, which goes to the screen as a whole. */
export function useFullScreen(inside: Element | undefined): FullScreen | undefined {
  const isFull = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
  const room = inside?.closest('.desk-room');
  // Phones of one maker have it for films only.
  if (room === undefined || room === null || !document.fullscreenEnabled) return undefined;
  return {
    isFull,
    toggle: async () => {
      try {
        if (document.fullscreenElement === null) await room.requestFullscreen();
        else await document.exitFullscreen();
        return true;
      } catch {
        // The reader, or whoever shows this page in theirs, does not want it.
        return false;
      }
    },
  };
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener('fullscreenchange', onChange);
  return () => document.removeEventListener('fullscreenchange', onChange);
}
