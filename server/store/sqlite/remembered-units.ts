/** Numbers of units that are kept: 16 MB of them. */
const MOST = 4_000_000;

/**
 * Which units were found by questions that are asked again: only those that were written since are looked for. It
 * may hold units that are gone: who asks knows which are there.
 */
export class RememberedUnits {
  readonly #known = new Map<string, { upTo: number; units: Uint32Array }>();
  #count = 0;

  /**
   * @param upTo the last unit there is.
   * @param ask for the units in a span, both ends included.
   */
  extend(question: string, upTo: number, ask: (first: number, last: number) => Uint32Array): Uint32Array {
    const known = this.#known.get(question);
    const fresh = known?.upTo === upTo ? undefined : ask((known?.upTo ?? 0) + 1, upTo);
    const units = known === undefined ? (fresh ?? new Uint32Array(0)) : joined(known.units, fresh);
    this.#known.delete(question);
    this.#known.set(question, { upTo, units });
    this.#count += units.length + 1 - (known === undefined ? 0 : known.units.length + 1);
    this.#forget();
    return units;
  }

  /** Those first that were asked longest ago. */
  #forget(): void {
    for (const [question, { units }] of this.#known) {
      if (this.#count <= MOST) break;
      this.#known.delete(question);
      this.#count -= units.length + 1;
    }
  }
}

function joined(known: Uint32Array, fresh: Uint32Array | undefined): Uint32Array {
  if (fresh === undefined || fresh.length === 0) return known;
  const units = new Uint32Array(known.length + fresh.length);
  units.set(known);
  units.set(fresh, known.length);
  return units;
}
