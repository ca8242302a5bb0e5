import { isRecord } from '../iiif/json.ts';

/** At the latest so long after there was time for it. Milliseconds. */
const PATIENCE = 2000;

/**
 * Does what nobody waits for once there is time for it; never where the reader saves data, since it fetches what may
 * not be wanted. Answers how to call it off.
 */
export function whenIdle(act: () => void): (() => void) | undefined {
  if (savesData()) return undefined;
  // Not every browser says when it is idle.
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = window.setTimeout(act, PATIENCE / 4);
    return () => window.clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(act, { timeout: PATIENCE });
  return () => window.cancelIdleCallback(handle);
}

function savesData(): boolean {
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
  return isRecord(connection) && connection.saveData === true;
}
