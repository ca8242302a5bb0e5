import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Raised when pyramids are built otherwise: old ones are then left alone and new ones are made beside them. */
const FORMAT_VERSION = 3;

/**
 * Where the pyramid of an image lies: `pyramids/ab/abcd...-p1.tif`. The shard keeps folders small enough for
 * any file system; the name says content and format, so that a file is never replaced by different pixels.
 * @param cacheFolder the folder that may be deleted at any time.
 * @param key the image's, as the store has it.
 */
export function pyramidPath(cacheFolder: string, key: string): string {
  // Keys are made by ingest, never taken from a request: anything else here is a mistake of ours.
  if (!/^[a-z0-9][a-z0-9-]+$/.test(key)) throw new Error(`Not an image's key: ${key.slice(0, 80)}`);
  return join(cacheFolder, 'pyramids', key.slice(0, 2), `${key}-p${FORMAT_VERSION}.tif`);
}

const TEMPORARY_MARK = '.building-';

/** A temporary file so old was left by a process that was killed: no build takes an hour. */
const STALE_AFTER = 60 * 60 * 1000;

/** Where a pyramid is written until it is whole. */
export function temporaryPath(target: string): string {
  return `${target}${TEMPORARY_MARK}${randomUUID()}`;
}

/** Removes what killed processes left half-written. Other processes may be building at the same time. */
export async function sweepPyramids(cacheFolder: string): Promise<void> {
  const folder = join(cacheFolder, 'pyramids');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names.filter((name) => name.includes(TEMPORARY_MARK))) {
    const path = join(folder, name);
    const modified = (await stat(path).catch(() => undefined))?.mtimeMs ?? Infinity;
    if (Date.now() - modified > STALE_AFTER) await rm(path, { force: true });
  }
}
