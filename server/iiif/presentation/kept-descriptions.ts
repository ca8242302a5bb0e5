import { MemoryCache } from '../../pyramid/memory-cache.ts';
import {
  unzipDescription,
  writeDescription,
  type Description,
  type WrittenDescription,
} from './description.ts';
import type { Source, StoreChanges } from './store-changes.ts';

/** A description with all that it was made from. */
export type MadeDescription = { description: Description; from: readonly Source[] };

/** The thing is found under another address now. */
export type Moved = { movedTo: string };

type Make = () => Promise<MadeDescription | Moved>;

type Entry = Omit<WrittenDescription, 'gzip'> & {
  from: readonly Source[];
  /** When its making began: see `StoreChanges`. */
  moment: number;
};

/** How many are kept in mind, each a few short texts; their bytes have a bound of their own. */
const REMEMBERED = 20_000;

/** So many are made at the same time: that of a very long document takes some megabytes until it is written. */
const AT_ONCE = 4;

/**
 * Descriptions, made once for as long as nothing changes that they were made from. Bounded by their bytes: what
 * was used longest ago goes first.
 */
export class KeptDescriptions {
  readonly #changes: StoreChanges;
  readonly #bytes: MemoryCache;
  readonly #entries = new Map<string, Entry>();
  readonly #making = new Map<string, Promise<WrittenDescription | Moved>>();
  readonly #unzipping = new Map<string, Promise<Buffer>>();
  readonly #waiting: (() => void)[] = [];
  #free = AT_ONCE;

  /** @param limit in bytes; 0 keeps nothing. */
  constructor(changes: StoreChanges, limit: number) {
    this.#changes = changes;
    this.#bytes = new MemoryCache(limit);
  }

  /**
   * @param key the same for the same description.
   * @throws whatever `make` throws; that is not kept, nor is where a thing moved to.
   */
  async get(key: string, make: Make): Promise<WrittenDescription | Moved> {
    const moment = await this.#changes.now();
    const entry = this.#entries.get(key);
    if (entry !== undefined && !this.#changes.changedSince(entry.moment, entry.from)) {
      const gzip = this.#bytes.get(entry.hash);
      if (gzip !== undefined) return { ...entry, gzip };
    }
    // Who asks after a change must not get what was begun before it.
    const name = `${moment} ${key}`;
    const begun = this.#making.get(name);
    if (begun !== undefined) return begun;
    const making = this.#inTurn(() => this.#make(key, moment, make));
    this.#making.set(name, making);
    try {
      return await making;
    } finally {
      this.#making.delete(name);
    }
  }

  /** Its JSON, once for all who cannot unzip and ask at the same time; it is kept too. */
  async json(written: WrittenDescription): Promise<Buffer> {
    const name = `${written.hash} json`;
    const kept = this.#bytes.get(name) ?? this.#unzipping.get(name);
    if (kept !== undefined) return kept;
    const unzipping = unzipDescription(written);
    this.#unzipping.set(name, unzipping);
    try {
      const json = await unzipping;
      this.#bytes.set(name, json);
      return json;
    } finally {
      this.#unzipping.delete(name);
    }
  }

  async #make(key: string, moment: number, make: Make): Promise<WrittenDescription | Moved> {
    const made = await make();
    if ('movedTo' in made) return made;
    const { description, from } = made;
    const { hash, length, gzip } = await writeDescription(description);
    this.#entries.delete(key);
    this.#entries.set(key, { hash, length, from, moment });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= REMEMBERED) break;
      this.#entries.delete(oldest);
    }
    this.#bytes.set(hash, gzip);
    return { hash, length, gzip };
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
