import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { StoreChanges } from '../../../../server/iiif/presentation/store-changes.ts';
import { openSqliteStore } from '../../../../server/store/sqlite/sqlite-store.ts';
import type { Activity, Store } from '../../../../server/store/store.ts';
import { ingestedDocument } from '../../../support/stored-document.ts';
import { collections } from '../../../support/telegram.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let file: string;
let store: Store;
let changes: StoreChanges;

beforeEach(async () => {
  file = join(temporaryFolder(), 'store.sqlite');
  store = openSqliteStore(file);
  onTestFinished(() => store.close());
  await store.putCollections(collections());
  await store.putDocument(ingestedDocument());
  changes = new StoreChanges(store);
});

/** What is seen at once is not looked for again before the event loop's next turn. */
const later = () => new Promise((resolve) => setImmediate(resolve));

describe('changes of the store', () => {
  it('are none for as long as nothing changes', async () => {
    const moment = await changes.now();
    await later();
    expect(await changes.now()).toBe(moment);
    expect(changes.changedSince(moment, ['document/telegram', 'documents', 'collection/top'])).toBe(false);
  });

  it('are those of the things that changed, also by another process', async () => {
    const before = await changes.now();
    const elsewhere = openSqliteStore(file);
    await elsewhere.putDocument(ingestedDocument({ id: 'letter' }));
    await elsewhere.close();
    await later();
    const after = await changes.now();
    expect(after).toBeGreaterThan(before);
    const changed = (source: Parameters<StoreChanges['changedSince']>[1][number]) =>
      changes.changedSince(before, [source]);
    expect(changed('document/letter')).toBe(true);
    expect(changed('documents')).toBe(true);
    expect(changed('collection/cold-war')).toBe(true);
    expect(changed('document/telegram')).toBe(false);
    expect(changed('collection/annexes')).toBe(false);
    expect(changes.changedSince(before, ['document/telegram', 'document/letter'])).toBe(true);
    expect(changes.changedSince(after, ['document/letter', 'documents'])).toBe(false);
  });

  it('of a collection alone are no changes of documents', async () => {
    const before = await changes.now();
    await store.putCollections(collections().slice(0, 2));
    await later();
    await changes.now();
    expect(changes.changedSince(before, ['collection/annexes'])).toBe(true);
    expect(changes.changedSince(before, ['documents', 'document/telegram'])).toBe(false);
  });

  it.each([999, 1000, 5000])(
    'that are too many to look at one by one are changes of everything: %i',
    async (count) => {
      const log = new Log();
      const watched = new StoreChanges(log);
      log.add('first');
      const before = await watched.now();
      for (let number = 0; number < count; number += 1) log.add(`d-${number}`);
      await later();
      await watched.now();
      expect(watched.changedSince(before, ['document/d-0'])).toBe(true);
      expect(watched.changedSince(before, ['document/never-changed'])).toBe(count >= 1000);
      expect(log.read).toBeLessThanOrEqual(1000);
    },
  );

  it('are kept in mind up to a bound', async () => {
    const log = new Log();
    const watched = new StoreChanges(log);
    const before = await watched.now();
    for (let round = 0; round < 3; round += 1) {
      for (let number = 0; number < 400; number += 1) log.add(`d-${round}-${number}`);
      await later();
      await watched.now();
    }
    expect(watched.changedSince(before, ['document/never-changed'])).toBe(true);
    expect(watched.changedSince(await watched.now(), ['document/d-0-0'])).toBe(false);
  });

  it('are changes of everything when an older store is put in its place', async () => {
    const log = new Log();
    const watched = new StoreChanges(log);
    log.add('a');
    log.add('b');
    const before = await watched.now();
    log.forgetLast();
    await later();
    await watched.now();
    expect(watched.changedSince(before, ['document/never-changed'])).toBe(true);
  });

  it('are looked for again after the store could not be read', async () => {
    let broken = true;
    const log = new Log();
    const watched = new StoreChanges({
      lastActivity: () => (broken ? Promise.reject(new Error('locked')) : log.lastActivity()),
      activities: (after, limit) => log.activities(after, limit),
    });
    await expect(watched.now()).rejects.toThrow('locked');
    broken = false;
    await later();
    await expect(watched.now()).resolves.toBeGreaterThanOrEqual(0);
  });
});

/** Activities without a store. */
class Log implements Pick<Store, 'lastActivity' | 'activities'> {
  read = 0;
  readonly #all: Activity[] = [];

  add(id: string): void {
    this.#all.push({
      sequence: this.#all.length + 1,
      time: '2026-01-01T00:00:00Z',
      type: 'Update',
      object: { type: 'document', id },
    });
  }

  forgetLast(): void {
    this.#all.pop();
  }

  lastActivity(): Promise<number> {
    return Promise.resolve(this.#all.length);
  }

  activities(after: number, limit: number): Promise<Activity[]> {
    const found = this.#all.slice(after, after + limit);
    this.read = Math.max(this.read, found.length);
    return Promise.resolve(found);
  }
}
