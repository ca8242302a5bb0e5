import { buildPyramid, verifySource } from '../pyramid/build.ts';
import { pyramidPath } from '../pyramid/pyramid-file.ts';
import { inspectSource, type SourcePart } from '../pyramid/source-image.ts';
import { readOwnPyramid } from '../pyramid/tile-index.ts';
import type { Pool } from './pool.ts';

/** What ingest does with scans: build their pyramids, or (`diptych check`) only see whether it could. */
export interface Scans {
  /** @throws Failure */
  inspect(file: string): Promise<SourcePart[]>;
  /**
   * @param part which picture of the file, as `SourcePart` counts them.
   * @param key names the pyramid.
   * @returns whether there was anything to do.
   * @throws Failure
   */
  prepare(file: string, part: number, key: string): Promise<boolean>;
  /** Whether a pyramid is there. */
  has(key: string): Promise<boolean>;
}

export function buildingScans(cache: string, limits: { maxPixels: number }, pool: Pool): Scans {
  // One that was cut short, or another image's, is as good as none: what is derived is built again.
  const has = (key: string) =>
    readOwnPyramid(pyramidPath(cache, key)).then(
      () => true,
      () => false,
    );
  return {
    has,
    inspect: (file) => inspectSource(file, limits),
    prepare: (file, part, key) =>
      pool.run(async () => {
        if (await has(key)) return false;
        await buildPyramid(file, part, pyramidPath(cache, key), limits);
        return true;
      }),
  };
}

export function checkingScans(limits: { maxPixels: number }, pool: Pool): Scans {
  return {
    has: () => Promise.resolve(true),
    inspect: (file) => inspectSource(file, limits),
    prepare: (file, part) =>
      pool.run(async () => {
        await verifySource(file, part, limits);
        return true;
      }),
  };
}
