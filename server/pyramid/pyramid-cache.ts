import { access } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { Failure } from '../model/failure.ts';
import type { PageImage } from '../model/page.ts';
import { buildPyramid } from './build.ts';
import { hashFile } from './hash-file.ts';
import { readPyramid, type Pyramid } from './levels.ts';
import { pyramidPath } from './pyramid-file.ts';
import { WorkQueue } from './work-queue.ts';

/** A built pyramid and where it lies. */
export type OpenPyramid = Pyramid & { path: string };

type PyramidCacheOptions = {
  /** Folder with `images/`. */
  archive: string;
  /** Folder that may be deleted at any time. */
  cache: string;
  maxPixels: number;
};

/** Pyramids built at the same time. */
const BUILDING = 2;

/** How many pyramids' levels are kept in mind; each is a few numbers. */
const REMEMBERED = 1000;

/** Requests for images whose pyramid is gone, beyond which the answer is `busy`. */
const WAITING_BUILDS = 32;

/**
 * The pyramids that ingest built, made again from the archive where somebody deleted or damaged them. A scan
 * that changed since it was ingested is not shown under the key of the one before it.
 */
export class PyramidCache {
  readonly #options: PyramidCacheOptions;
  readonly #building = new Map<string, Promise<void>>();
  readonly #known = new Map<string, OpenPyramid>();
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
    if (!(await exists(path))) {
      this.#known.delete(path);
      await this.#build(image, path);
    }
    const pyramid = this.#known.get(path) ?? (await this.#readOrRebuild(image, path));
    if (pyramid.width === image.width && pyramid.height === image.height) return pyramid;
    throw new Failure('image-file-damaged', {
      place: path,
      message: 'The pyramid of this image has another size than the image; delete it to have it built again',
    });
  }

  /** Many may ask for the same image at once: it is built once, and again if that failed. */
  #build(image: PageImage, path: string): Promise<void> {
    const started = this.#building.get(path);
    if (started !== undefined) return started;
    const building = this.#queue
      .run(async () => {
        const { archive, maxPixels } = this.#options;
        const source = sourceIn(archive, image.file);
        await checkSource(source, image);
        await buildPyramid(source, image.part, path, { maxPixels });
      })
      .finally(() => this.#building.delete(path));
    this.#building.set(path, building);
    return building;
  }

  /** Forgets a pyramid that could not be read: the next to open it looks at the file again. */
  distrust({ path }: OpenPyramid): void {
    this.#known.delete(path);
  }

  /** What is derived is made again where it is damaged. */
  async #readOrRebuild(image: PageImage, path: string): Promise<OpenPyramid> {
    try {
      return await this.#read(path);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'image-file-damaged') throw error;
      await this.#build(image, path);
      return this.#read(path);
    }
  }

  async #read(path: string): Promise<OpenPyramid> {
    const pyramid = { ...(await readPyramid(path)), path };
    const [oldest] = this.#known.keys();
    if (this.#known.size >= REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(path, pyramid);
    return pyramid;
  }
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

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
