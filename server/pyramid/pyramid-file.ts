import { join } from 'node:path';

/** Raised when pyramids are built otherwise: old ones are then left alone and new ones are made beside them. */
const FORMAT_VERSION = 1;

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
