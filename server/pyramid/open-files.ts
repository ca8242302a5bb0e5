import { close, open } from 'node:fs';
import { PartReader } from './part-reader.ts';

type OpenFile = { descriptor: number; users: number; dropped: boolean };

/**
 * Reads parts of files and keeps those that are read often open: no more of them than `most`, but for what is
 * being read at the moment.
 */
export class OpenFiles {
  readonly #most: number;
  readonly #reader = new PartReader();
  readonly #files = new Map<string, OpenFile>();
  readonly #opening = new Map<string, Promise<OpenFile>>();

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Fills a buffer from `at` on with what stands at `offset` in the file.
   * @returns the bytes read: fewer than asked for where the file ends before.
   * @throws what the file system says.
   */
  async read(path: string, buffer: Buffer, at: number, offset: number): Promise<number> {
    let file = this.#files.get(path);
    // One that was let go while this waited for it may be closed already.
    while (file === undefined || file.dropped) file = await this.#open(path);
    file.users += 1;
    this.#touch(path, file);
    try {
      return await this.#reader.read(file.descriptor, buffer, at, offset);
    } finally {
      file.users -= 1;
      closeUnused(file);
    }
  }

  /** The next read opens the file anew. */
  forget(path: string): void {
    const file = this.#files.get(path);
    if (file === undefined) return;
    this.#files.delete(path);
    file.dropped = true;
    closeUnused(file);
  }

  /** Many may want the same file at once: it is opened once. */
  #open(path: string): Promise<OpenFile> {
    const started = this.#opening.get(path);
    if (started !== undefined) return started;
    const opening = openFile(path)
      .then((file) => {
        this.forget(path);
        this.#files.set(path, file);
        return file;
      })
      .finally(() => this.#opening.delete(path));
    this.#opening.set(path, opening);
    return opening;
  }

  /** The last used stand at the end; the first are let go when there are too many. */
  #touch(path: string, file: OpenFile): void {
    if (file.dropped) return;
    this.#files.delete(path);
    this.#files.set(path, file);
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= this.#most) return;
      this.forget(oldest);
    }
  }
}

function openFile(path: string): Promise<OpenFile> {
  return new Promise((resolve, reject) => {
    open(path, 'r', (error, descriptor) => {
      if (error === null) resolve({ descriptor, users: 0, dropped: false });
      else reject(error);
    });
  });
}

function closeUnused(file: OpenFile): void {
  if (!file.dropped || file.users > 0) return;
  // Nothing was written, so there is nothing that closing could lose.
  close(file.descriptor, () => undefined);
}
