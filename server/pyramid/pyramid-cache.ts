import { rm, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Size } from '../model/box.ts';
import { Failure } from '../model/failure.ts';
import type { PageImage } from '../model/page.ts';
import { buildPyramid } from './build.ts';
import { hashFile } from './hash-file.ts';
import { OpenFiles } from './open-files.ts';
import { pyramidPath } from './pyramid-file.ts';
import { isSound, readOwnPyramid, type Extent, type Pyramid } from './tile-index.ts';
import { WorkQueue } from './work-queue.ts';

/** A built pyramid and where it lies. */
export type OpenPyramid = Pyramid & { path: string };

type PyramidCacheOptions = {
  /** Folder with `images/`. */
  archive: string;
  /** Folder that may be deleted at any time. */
  cache: string;
  maxPixels: number;
  /** Told of every pyramid that was found missing or damaged, and is made again. */
  onLost?: (failure: Failure) => void;
};

/**
 * `stamp`: tells this very file from one that has taken its place; `checked`: when it was looked at, in ms;
 * `sound`: every byte of it was found to be as it was written.
 */
type Known = { pyramid: OpenPyramid; stamp: string; checked: number; sound: boolean };

/** Pyramids built at the same time. */
const BUILDING = 2;

/** Requests for images whose pyramid is gone, beyond which the answer is `busy`. */
const WAITING_BUILDS = 32;

/** How many tiles' places are kept in mind: of ten thousand usual pages, at some 100 bytes each. */
const MOST_KNOWN_TILES = 500_000;

const MOST_OPEN_FILES = 256;

/** For so long, in ms, a file is taken to be where and what it was. Reading it finds out in any case. */
const TRUSTED_FOR = 2000;

/**
 * The pyramids that ingest built, made again from the archive where somebody deleted or damaged them. A scan
 * that changed since it was ingested is not shown under the key of the one before it.
 */
export class PyramidCache {
  readonly #options: PyramidCacheOptions;
  readonly #building = new Map<string, Promise<void>>();
  readonly #mending = new Map<string, Promise<void>>();
  readonly #known = new Map<string, Known>();
  #knownTiles = 0;
  readonly #files = new OpenFiles(MOST_OPEN_FILES);
  readonly #queue = new WorkQueue({ running: BUILDING, waiting: WAITING_BUILDS });

  constructor(options: PyramidCacheOptions) {
    this.#options = options;
  }

  /**
   * @throws Failure `busy`, and where it has to be built again `file-unreadable`, `image-file-damaged`,
   *   `image-file-too-large`, `write-failed`.
   */
  async open(image: PageImage): Promise<OpenPyramid> {
    const path = pyramidPath(this.#options.cache, image.key);
    const known = this.#known.get(path);
    const now = performance.now();
    const trusted = known !== undefined && now - known.checked < TRUSTED_FOR;
    return checkSize(trusted ? known.pyramid : await this.#look(image, path, now), image);
  }

  /**
   * The same for who reads pixels and no checksums, as the image library does: a file that has changed since it was
   * looked at is read whole once, and built again if a byte is not what it was.
   * @throws as `open`.
   */
  async openSound(image: PageImage): Promise<OpenPyramid> {
    const path = pyramidPath(this.#options.cache, image.key);
    const pyramid = await this.#look(image, path, performance.now());
    if (this.#known.get(path)?.sound !== true) {
      await this.#mend(image, path, damaged(path, 'This pyramid was changed since it was built'));
      return this.open(image);
    }
    return checkSize(pyramid, image);
  }

  /**
   * Does something with a pyramid; if that fails because the file is damaged or was taken away, does it once
   * more with the pyramid built again.
   * @param how `sound` for a job that reads pixels and no checksums.
   * @throws what `open` throws; what `job` throws, if there was nothing to mend or it did not help.
   */
  async use<T>(
    image: PageImage,
    job: (pyramid: OpenPyramid) => Promise<T>,
    how: 'quick' | 'sound' = 'quick',
  ): Promise<T> {
    const pyramid = await (how === 'sound' ? this.openSound(image) : this.open(image));
    try {
      return await job(pyramid);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'image-file-damaged') throw error;
      await this.#mend(image, pyramid.path, error);
      return job(await this.open(image));
    }
  }

  /**
   * Bytes of a pyramid, with `header` before them.
   * @throws Failure `image-file-damaged` if they are not what was written there.
   */
  async read({ path }: OpenPyramid, { offset, length, sum }: Extent, header?: Buffer): Promise<Buffer> {
    const from = header?.length ?? 0;
    const bytes = Buffer.allocUnsafeSlow(from + length);
    header?.copy(bytes);
    let found: number;
    try {
      found = await this.#files.read(path, bytes, from, offset);
    } catch (cause) {
      throw damaged(path, 'This pyramid cannot be read', cause);
    }
    if (found === length && crc32(from === 0 ? bytes : bytes.subarray(from)) === sum) return bytes;
    throw damaged(path, 'This pyramid was changed since it was built');
  }

  /** Looks whether the file is still the one that is known. */
  async #look(image: PageImage, path: string, now: number): Promise<OpenPyramid> {
    const stamp = await stampOf(path);
    const known = this.#known.get(path);
    if (known !== undefined && known.stamp === stamp) {
      known.checked = now;
      // The last looked at are at the end, the first are forgotten first.
      this.#known.delete(path);
      this.#known.set(path, known);
      return known.pyramid;
    }
    this.#forget(path);
    if (stamp === undefined) await this.#build(image, path, damaged(path, 'This pyramid is gone'));
    return this.#readOrRebuild(image, path);
  }

  /** What is derived is made again where it is damaged, or something else stands in its place. */
  async #readOrRebuild(image: PageImage, path: string): Promise<OpenPyramid> {
    try {
      return await this.#read(path);
    } catch (error) {
      const failure = error instanceof Failure ? error : damaged(path, 'This pyramid cannot be read', error);
      if (failure.code !== 'image-file-damaged') throw failure;
      await this.#build(image, path, failure);
      return this.#read(path);
    }
  }

  async #read(path: string): Promise<OpenPyramid> {
    const stamp = await stampOf(path);
    const pyramid = { ...(await readOwnPyramid(path)), path };
    if (stamp !== undefined)
      this.#remember(path, { pyramid, stamp, checked: performance.now(), sound: false });
    return pyramid;
  }

  /** Builds it again if it is not sound. Many requests want to know at once: it is looked at once. */
  #mend(image: PageImage, path: string, failure: Failure): Promise<void> {
    const started = this.#mending.get(path);
    if (started !== undefined) return started;
    const mending = (async () => {
      const stamp = await stampOf(path);
      const sound = await isSound(path);
      const known = this.#known.get(path);
      if (sound && known?.stamp === stamp && known !== undefined) known.sound = true;
      else this.#forget(path);
      if (sound) return;
      // Gone at once, so that the next ingest makes it again should that not be possible now.
      await rm(path, { force: true }).catch(() => undefined);
      await this.#build(image, path, failure);
    })().finally(() => this.#mending.delete(path));
    this.#mending.set(path, mending);
    return mending;
  }

  /** Many may ask for the same image at once: it is built once, and again if that failed. */
  #build(image: PageImage, path: string, why: Failure): Promise<void> {
    const started = this.#building.get(path);
    if (started !== undefined) return started;
    const building = this.#queue
      .run(async () => {
        const { archive, maxPixels, onLost } = this.#options;
        onLost?.(why);
        const source = sourceIn(archive, image.file);
        await checkSource(source, image);
        await buildPyramid(source, image.part, path, { maxPixels });
      })
      .finally(() => this.#building.delete(path));
    this.#building.set(path, building);
    return building;
  }

  #remember(path: string, known: Known): void {
    this.#forget(path);
    this.#known.set(path, known);
    this.#knownTiles += tilesOf(known.pyramid);
    for (const oldest of this.#known.keys()) {
      if (this.#knownTiles <= MOST_KNOWN_TILES || oldest === path) return;
      this.#forget(oldest);
    }
  }

  #forget(path: string): void {
    const known = this.#known.get(path);
    if (known !== undefined) this.#knownTiles -= tilesOf(known.pyramid);
    this.#known.delete(path);
    this.#files.forget(path);
  }
}

/** A scan of another size was put under the same key: no build can change that. */
function checkSize(pyramid: OpenPyramid, { width, height }: Size): OpenPyramid {
  if (pyramid.width === width && pyramid.height === height) return pyramid;
  throw damaged(
    pyramid.path,
    'The pyramid of this image has another size than the image; delete it to have it built again',
  );
}

function tilesOf({ levels }: Pyramid): number {
  return levels.reduce((sum, { tiles }) => sum + tiles.length, 0);
}

/** Undefined: there is no such file. */
async function stampOf(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? undefined : `${found.ino} ${found.size} ${found.mtimeMs}`;
}

/** @throws Failure `file-unreadable` if the file is not the one that the key was made of. */
async function checkSource(source: string, { key, file }: PageImage): Promise<void> {
  const hash = await hashFile(source).catch((cause: unknown) => {
    throw new Failure('file-unreadable', { place: file, message: 'This scan cannot be read' }, { cause });
  });
  if (key === hash || key.startsWith(`${hash}-`)) return;
  throw new Failure('file-unreadable', {
    place: file,
    message: 'The scan in the archive is not the one that was ingested; run npx diptych ingest',
  });
}

/** Links are followed as ingest followed them; a path that climbs out of the archive is none of ingest's. */
function sourceIn(archive: string, file: string): string {
  const source = resolve(archive, file);
  if (source.startsWith(resolve(archive) + sep)) return source;
  throw new Failure('file-unreadable', {
    place: file,
    message: 'The scan of this page lies outside of the archive',
  });
}

function damaged(path: string, message: string, cause?: unknown): Failure {
  return new Failure('image-file-damaged', { place: path, message }, { cause });
}
