import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
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
  let database: DatabaseSyncInstance | undefined;
  try {
    database = new DatabaseSync(join(stateFolder, 'ingest.lock'), { timeout: 0 });
    database.exec('begin exclusive');
  } catch (error) {
    database?.close();
    const words = error instanceof Error ? error.message : String(error);
    throw /locked|busy/i.test(words)
      ? new Failure('busy', 'Another ingest is at work on this archive; wait until it has ended', {
          cause: error,
        })
      : new Failure('write-failed', `The folder ${stateFolder} cannot be written: ${words}`, {
          cause: error,
        });
  }
  const held = database;
  return () => held.close();
}
