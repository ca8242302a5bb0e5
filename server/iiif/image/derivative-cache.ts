import { close, fstat, lstat, open, read } from 'node:fs';
import { mkdir, open as openToWrite, readdir, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { WorkQueue } from '../../pyramid/work-queue.ts';
import {
  derivativeHead,
  derivativeLength,
  derivativePath,
  isDerivative,
  pictureIn,
  sweepDerivatives,
  temporaryPath,
} from './derivative-file.ts';

export type DerivativeCacheOptions = {
  /** Folder that may be deleted at any time. */
  cache: string;
  /** Bytes that the files may take on the disk; 0 keeps nothing and touches no folder. */
  limit: number;
  /** Told of each kind of trouble once. */
  log: { warn: (fields: object, message: string) => void };
  /** Milliseconds since 1970. */
  now?: () => number;
};

/** A kept file. `age`: of its last use, from `ageClass`; `cost`: what it takes on the disk. */
type Kept = { path: string; age: number; cost: number };

/** What a file takes on the disk is a multiple of it, with nearly every file system. */
const BLOCK = 4096;

/** A picture that takes a larger part of the limit would push out too much. */
const LARGEST_PART = 1 / 8;

/** Of any picture: more than the largest that the limits of an image allow. Bytes. */
const LARGEST = 512 * 1024 * 1024;

/** Room is made when the files take so much of the limit, so that writing need not wait for it ... */
const NEARLY_FULL = 15 / 16;

/** ... until they take no more than this, so that it is not made again for the next picture, however large. */
const ROOMY = 3 / 4;

/** When so much of the limit was written, files are counted again: other processes may have written as much. */
const COUNTED_AFTER = 1 / 4;

/** Bytes of pictures that may wait until they are written: a slow disk must not fill the memory. */
const WAITING = 32 * 1024 * 1024;

/** After a failure nothing is written for so long, in ms: what a full disk has left is for others. */
const PAUSE = 10_000;

/** In ms: a file that is used all the time is marked as used no more often. */
const MARKED_FOR = 10_000;

/** In ms: for so long at a time are files counted without a pause. */
const COUNTING = 5;

const DAY = 24 * 60 * 60 * 1000;

// Node's own promises of files cost half as much again as this.
const [openFile, statOpen, readFrom, look] = [
  promisify(open),
  promisify(fstat),
  promisify(read),
  promisify(lstat),
];

/**
 * Rendered pictures by name, in files. Bounded by what these take on the disk, over restarts and with other
 * processes in the same folder; what was used longest ago goes first. Pictures of scans that were replaced
 * are not asked for any more, and go that way.
 *
 * Nothing is known of the files but what they take together: the time of each is that of its last use, and they
 * are counted now and then. So a million of them need no memory. What another process writes is noticed when they
 * are counted: with each, they may take a quarter of the limit more until then.
 */
export class DerivativeCache {
  readonly #options: DerivativeCacheOptions;
  readonly #folder: string;
  readonly #now: () => number;
  /** One at a time, so that there is always a thread left for reading tiles. */
  readonly #writes = new WorkQueue({ running: 1, waiting: Infinity });
  /** By name; found by `get` as well. */
  readonly #waiting = new Map<string, Buffer>();
  #waitingBytes = 0;
  #failed = -Infinity;
  /** What the files take, as far as is known here. */
  #bytes = 0;
  /** What a picture takes that waits for room. */
  #next = 0;
  /** Written since files were last counted, or since counting them began: they may be counted already, or not. */
  #uncounted = 0;
  #tidying: Promise<void> | undefined;
  readonly #noted = new Set<string>();

  /** Touches nothing. */
  constructor(options: DerivativeCacheOptions) {
    this.#options = options;
    this.#folder = join(options.cache, 'derivatives');
    this.#now = options.now ?? Date.now;
  }

  /** A picture exactly as it was put; undefined if it is not there or not what it was. Never throws. */
  async get(name: string): Promise<Buffer | undefined> {
    if (this.#options.limit === 0) return undefined;
    const waiting = this.#waiting.get(name);
    if (waiting !== undefined) return waiting;
    const path = derivativePath(this.#folder, name);
    try {
      const file = await this.#read(path);
      const picture = pictureIn(file, name);
      if (picture !== undefined) return picture;
      this.#note('a kept picture was damaged', undefined);
      // A folder may stand there as well. It stays in the sum until files are counted again.
      await rm(path, { recursive: true, force: true });
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') this.#note('kept pictures cannot be read', error);
    }
    return undefined;
  }

  /** Keeps a picture, unless there is trouble or too much to do. Never throws. */
  async put(name: string, bytes: Buffer): Promise<void> {
    const cost = costOf(derivativeLength(name, bytes));
    const { limit } = this.#options;
    if (cost > Math.min(limit * LARGEST_PART, LARGEST)) return;
    if (this.#waiting.has(name)) return;
    // One may always wait, however large it is.
    if (this.#waiting.size > 0 && this.#waitingBytes + cost > WAITING) return;
    this.#waiting.set(name, bytes);
    this.#waitingBytes += cost;
    await this.#writes.run(() => this.#write(name, bytes, cost));
    this.#waiting.delete(name);
    this.#waitingBytes -= cost;
  }

  /**
   * Removes what killed processes left, counts what is there and, where that is too much, lets go of what was
   * used longest ago. To be called once at the start: everything else works meanwhile. Never throws.
   */
  tidy(): Promise<void> {
    if (this.#options.limit === 0) return Promise.resolve();
    this.#tidying ??= this.#tidy()
      .catch((error: unknown) => this.#pause('no room can be made for pictures', error))
      .finally(() => (this.#tidying = undefined));
    return this.#tidying;
  }

  /** @throws what the file system says. */
  async #read(path: string): Promise<Buffer> {
    const descriptor = await openFile(path, 'r');
    try {
      const found = await statOpen(descriptor);
      // Something else stands there: no picture is so large, and a folder cannot be read.
      if (!found.isFile() || found.size > LARGEST) return Buffer.alloc(0);
      const file = Buffer.allocUnsafeSlow(found.size);
      const { bytesRead } = await readFrom(descriptor, file, 0, file.length, 0);
      if (this.#now() - found.mtimeMs > MARKED_FOR) await this.#mark(path);
      return file.subarray(0, bytesRead);
    } finally {
      // Nothing was written, so there is nothing that closing could lose.
      close(descriptor, () => undefined);
    }
  }

  /** As used now. Where that cannot be done, what was written longest ago goes first. */
  async #mark(path: string): Promise<void> {
    const now = this.#now() / 1000;
    await utimes(path, now, now).catch(() => undefined);
  }

  /** Never throws. */
  async #write(name: string, bytes: Buffer, cost: number): Promise<void> {
    const { limit } = this.#options;
    if (this.#isPaused()) return;
    if (this.#bytes + cost > limit) {
      this.#next = cost;
      await this.tidy();
      this.#next = 0;
    }
    // No room could be made.
    if (this.#bytes + cost > limit) return;
    const temporary = temporaryPath(this.#folder);
    try {
      await inFolder(dirname(temporary), () => this.#fill(temporary, derivativeHead(name, bytes), bytes));
      const path = derivativePath(this.#folder, name);
      await inFolder(dirname(path), () => rename(temporary, path));
    } catch (error) {
      // Here, so that the next that waits knows of it.
      this.#pause('pictures cannot be kept', error);
      await rm(temporary, { force: true }).catch(() => undefined);
      return;
    }
    this.#bytes += cost;
    this.#uncounted += cost;
    if (this.#bytes > limit * NEARLY_FULL || this.#uncounted > limit * COUNTED_AFTER) void this.tidy();
  }

  /** @throws what the file system says. */
  async #fill(temporary: string, head: Buffer, bytes: Buffer): Promise<void> {
    const handle = await openToWrite(temporary, 'wx');
    try {
      await handle.writeFile(head);
      await handle.writeFile(bytes);
      const now = this.#now() / 1000;
      await handle.utimes(now, now);
    } finally {
      await handle.close();
    }
  }

  /** @throws what the file system says. */
  async #tidy(): Promise<void> {
    const { limit } = this.#options;
    await sweepDerivatives(this.#folder).catch((error: unknown) => {
      this.#note('what a killed process left cannot be removed', error);
    });
    const now = this.#now();
    this.#uncounted = 0;
    let counted = 0;
    const byAge = new Map<number, number>();
    for await (const { age, cost } of this.#files(now)) {
      counted += cost;
      byAge.set(age, (byAge.get(age) ?? 0) + cost);
    }
    this.#bytes = counted + this.#uncounted;
    if (this.#bytes + this.#next <= limit * NEARLY_FULL) return;

    // All that is older than `oldest`, and of that age as much as has to be.
    let excess = this.#bytes - limit * ROOMY;
    let oldest = -Infinity;
    for (const [age, cost] of [...byAge].sort(([one], [other]) => other - one)) {
      oldest = age;
      if (cost >= excess) break;
      excess -= cost;
    }
    for await (const { path, age, cost } of this.#files(now)) {
      if (age < oldest || (age === oldest && excess <= 0)) continue;
      if (age === oldest) excess -= cost;
      try {
        await rm(path, { force: true });
        this.#bytes -= cost;
      } catch (error) {
        this.#pause('kept pictures cannot be removed', error);
      }
    }
  }

  /** All kept files, in no order. Holds the names of one shard at a time, and leaves time for everything else. */
  async *#files(now: number): AsyncGenerator<Kept> {
    let since = performance.now();
    for (const shard of await this.#names(this.#folder)) {
      if (shard.length !== 2) continue;
      for (const file of await this.#names(join(this.#folder, shard))) {
        if (!isDerivative(shard, file)) continue;
        const path = join(this.#folder, shard, file);
        // Others take files away meanwhile.
        const found = await look(path).catch(() => undefined);
        if (found?.isFile() === true)
          yield { path, age: ageClass(now - found.mtimeMs), cost: costOf(found.size) };
        const spent = performance.now() - since;
        if (spent < COUNTING) continue;
        // Nobody who wants to end the process waits for it.
        await wait(spent, undefined, { ref: false });
        since = performance.now();
      }
    }
  }

  async #names(folder: string): Promise<string[]> {
    try {
      return await readdir(folder);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') this.#note('kept pictures cannot be counted', error);
      return [];
    }
  }

  #isPaused(): boolean {
    const since = this.#now() - this.#failed;
    // Clocks are set back at times.
    return since >= 0 && since < PAUSE;
  }

  #pause(trouble: string, error: unknown): void {
    this.#failed = this.#now();
    this.#note(trouble, error);
  }

  /** Trouble that goes on would fill the log, and the disk with it. */
  #note(trouble: string, error: unknown): void {
    const kind = `${trouble} ${codeOf(error) ?? ''}`;
    if (this.#noted.has(kind)) return;
    this.#noted.add(kind);
    this.#options.log.warn({ err: error, folder: this.#folder }, trouble);
  }
}

/** Makes the folder if it is not there, or not any more, and tries again. */
async function inFolder(folder: string, job: () => Promise<void>): Promise<void> {
  try {
    await job();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    await mkdir(folder, { recursive: true });
    await job();
  }
}

/**
 * Ages that differ by a hundredth are one, so that a few thousand numbers say how old a million files are.
 * @param age in ms. A day in the future is from a clock that was wrong: it must not be the last used for years.
 */
function ageClass(age: number): number {
  return age < -DAY ? Infinity : Math.floor(64 * Math.log2(Math.max(1, age)));
}

function costOf(length: number): number {
  return Math.ceil(length / BLOCK) * BLOCK;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
