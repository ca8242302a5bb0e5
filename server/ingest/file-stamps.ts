import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../model/failure.ts';
import { hashFile } from '../pyramid/hash-file.ts';
import type { FileStamp } from '../store/store.ts';

/**
 * Content hashes of the archive's files. A file whose size and times are those of the last run is not read
 * again; the time of change is among them, since a copying tool may set the time of modification back.
 */
export class FileStamps {
  readonly #archive: string;
  readonly #known: ReadonlyMap<string, FileStamp>;
  readonly #fresh = new Map<string, FileStamp>();

  constructor(archive: string, known: ReadonlyMap<string, FileStamp>) {
    this.#archive = archive;
    this.#known = known;
  }

  /**
   * @param path archive-relative.
   * @returns sha-256 in hexadecimal.
   * @throws Failure `file-unreadable`
   */
  async hash(path: string): Promise<string> {
    const file = join(this.#archive, path);
    try {
      const { size, mtimeMs: modified, ctimeMs: changed } = await stat(file);
      const known = this.#fresh.get(path) ?? this.#known.get(path);
      if (known?.size === size && known.modified === modified && known.changed === changed) return known.hash;
      const hash = await hashFile(file);
      this.#fresh.set(path, { path, size, modified, changed, hash });
      return hash;
    } catch (error) {
      throw new Failure('file-unreadable', `${path} cannot be read: ${reason(error)}`, { cause: error });
    }
  }

  /** What was read since the last call, to be remembered. */
  takeFresh(paths: readonly string[]): FileStamp[] {
    return paths.flatMap((path) => {
      const stamp = this.#fresh.get(path);
      this.#fresh.delete(path);
      return stamp === undefined ? [] : [stamp];
    });
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
