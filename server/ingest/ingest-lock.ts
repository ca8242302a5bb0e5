import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { Failure } from '../model/failure.ts';

/**
 * Two ingests at once would mint the same ids. The lock is an open transaction on an empty database: the
 * operating system lets go of it when the process dies, so that a killed ingest leaves nothing to clean up.
 *
 * @returns lets go of it.
 * @throws Failure `busy`
 */
export async function takeIngestLock(stateFolder: string): Promise<() => void> {
  await mkdir(stateFolder, { recursive: true }).catch((error: unknown) => {
    throw new Failure('write-failed', `The folder ${stateFolder} cannot be made: ${String(error)}`, {
      cause: error,
    });
  });
  const database = new DatabaseSync(join(stateFolder, 'ingest.lock'), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    throw new Failure('busy', 'Another ingest is at work on this archive; wait until it has ended', {
      cause: error,
    });
  }
  return () => database.close();
}
