import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Hangs up what has to be done when something is over. */
export type AtEnd = (end: () => void | Promise<void>) => void;

/** A new empty folder, removed when the running test ends, or what `atEnd` waits for. */
export function temporaryFolder(atEnd: AtEnd = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'diptych-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
