import { read, readSync } from 'node:fs';

type Reading = (descriptor: number, buffer: Buffer, at: number, offset: number) => number;

/** A read that takes so long, in ms, came from a disk and not from the system's memory. */
const SLOW = 1;

/** For so long, in ms, reads then go to other threads, where they keep nobody waiting. */
const PATIENT_FOR = 500;

/**
 * Reads a part of an open file, on the spot as long as the system has in memory what is read: to hand a tile over
 * to another thread and back costs as much again as all else that its answer takes. A disk is found out by its
 * slowness, and then has at most a read in every half second to itself.
 */
export class PartReader {
  readonly #readNow: Reading;
  readonly #clock: () => number;
  #patientUntil = -Infinity;

  constructor(readNow: Reading = atOnce, clock: () => number = () => performance.now()) {
    this.#readNow = readNow;
    this.#clock = clock;
  }

  /**
   * Fills a buffer from `at` on with what stands at `offset`.
   * @returns the bytes read: fewer than asked for where the file ends before.
   * @throws what the file system says.
   */
  async read(descriptor: number, buffer: Buffer, at: number, offset: number): Promise<number> {
    const started = this.#clock();
    if (started < this.#patientUntil) return elsewhere(descriptor, buffer, at, offset);
    const found = this.#readNow(descriptor, buffer, at, offset);
    const ended = this.#clock();
    if (ended - started > SLOW) this.#patientUntil = ended + PATIENT_FOR;
    return found;
  }
}

function atOnce(descriptor: number, buffer: Buffer, at: number, offset: number): number {
  return readSync(descriptor, buffer, at, buffer.length - at, offset);
}

/** Node's promises of files cost as much again as the reading. */
function elsewhere(descriptor: number, buffer: Buffer, at: number, offset: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(descriptor, buffer, at, buffer.length - at, offset, (error, bytesRead) => {
      if (error === null) resolve(bytesRead);
      else reject(error);
    });
  });
}
