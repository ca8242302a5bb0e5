import type { Activity, Store } from '../../store/store.ts';

/** What an answer was made from: one thing of the store, or whatever document there is. */
export type Source = `${Activity['object']['type']}/${string}` | 'documents';

/** More changes at once, or more in mind, and everything counts as changed. */
const REMEMBERED = 1000;

/**
 * What changed in the store, also by another process, since answers were made. A moment is a number that grows
 * with every change that is seen.
 */
export class StoreChanges {
  readonly #store: Pick<Store, 'lastActivity' | 'activities'>;
  readonly #changed = new Map<Source, number>();
  /** Everything counts as changed at this moment. */
  #everything = 0;
  #moment = 0;
  #last: number | undefined;
  #looking: Promise<void> | undefined;

  constructor(store: Pick<Store, 'lastActivity' | 'activities'>) {
    this.#store = store;
  }

  /**
   * Looks, once for all requests that the event loop hands over together, so that what was withdrawn is not sent
   * once more.
   * @throws Failure `store-unusable`
   */
  async now(): Promise<number> {
    await (this.#looking ??= this.#look());
    return this.#moment;
  }

  /** Whether any of these changed after the moment. */
  changedSince(moment: number, sources: readonly Source[]): boolean {
    if (this.#everything > moment) return true;
    return sources.some((source) => (this.#changed.get(source) ?? 0) > moment);
  }

  async #look(): Promise<void> {
    setImmediate(() => {
      this.#looking = undefined;
    });
    const [before, last] = [this.#last, await this.#store.lastActivity()];
    if (last === before) return;
    const activities = before === undefined ? [] : await this.#store.activities(before, REMEMBERED);
    this.#last = last;
    this.#moment += 1;
    // After a backup was put in its place the store may be younger than it was.
    const all = before !== undefined && last > before && activities.length < REMEMBERED;
    if (!all || this.#changed.size + activities.length > REMEMBERED) {
      this.#changed.clear();
      this.#everything = this.#moment;
      return;
    }
    for (const { object } of activities) {
      this.#changed.set(`${object.type}/${object.id}`, this.#moment);
      if (object.type === 'document') this.#changed.set('documents', this.#moment);
    }
  }
}
