/**
 * What an entry costs besides its bytes: name, buffer object and place in the map. So that ten million empty
 * entries are not free.
 */
const ENTRY_BYTES = 300;

/**
 * Bytes in memory by name, bounded by their sum; what was used longest ago goes first. Who gets a buffer
 * shares it with all others and must not write into it.
 */
export class MemoryCache {
  readonly #limit: number;
  /** Maps keep the order of insertion: the last used are at the end. */
  readonly #entries = new Map<string, Buffer>();
  #bytes = 0;

  /** @param limit in bytes; 0 keeps nothing. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Bytes held, with what keeping them costs: never above the limit. */
  get bytes(): number {
    return this.#bytes;
  }

  get(name: string): Buffer | undefined {
    const bytes = this.#entries.get(name);
    if (bytes === undefined) return undefined;
    this.#entries.delete(name);
    this.#entries.set(name, bytes);
    return bytes;
  }

  /** What is larger than the whole bound is not kept. */
  set(name: string, bytes: Buffer): void {
    const before = this.#entries.get(name);
    if (before !== undefined) this.#remove(name, before);
    const cost = costOf(bytes);
    if (cost > this.#limit) return;
    for (const [oldest, held] of this.#entries) {
      if (this.#bytes + cost <= this.#limit) break;
      this.#remove(oldest, held);
    }
    this.#entries.set(name, bytes);
    this.#bytes += cost;
  }

  #remove(name: string, bytes: Buffer): void {
    this.#entries.delete(name);
    this.#bytes -= costOf(bytes);
  }
}

/** A small buffer may be a view of a larger one, which it keeps alive: tiles are not, they have their own. */
function costOf(bytes: Buffer): number {
  return bytes.length + ENTRY_BYTES;
}
