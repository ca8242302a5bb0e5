import { useContext, useSyncExternalStore } from 'react';
import { OwnRoomContext } from './own-room.ts';

/** Where panes stand below each other, as in the style sheets. */
export const NARROW = '(max-width: 800px)';

/** Whether there is no more width than on a phone: in the window, or for a room that shares it with another. */
export function useNarrow(): boolean {
  const { width } = useContext(OwnRoomContext);
  const isPhone = useNarrowWindow();
  return width === undefined ? isPhone : width === 'narrow';
}

/** Whether the scan stands above the texts, however the reader likes it elsewhere: two scans are best seen on a level. */
export function useStacked(): boolean {
  const { width } = useContext(OwnRoomContext);
  const isNarrow = useNarrow();
  return isNarrow || width === 'middling';
}

/** Whether the window is as narrow as a phone. */
export function useNarrowWindow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
