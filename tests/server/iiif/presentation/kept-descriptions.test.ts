import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { WrittenDescription } from '../../../../server/iiif/presentation/description.ts';
import {
  KeptDescriptions,
  type MadeDescription,
  type Moved,
} from '../../../../server/iiif/presentation/kept-descriptions.ts';
import { StoreChanges, type Source } from '../../../../server/iiif/presentation/store-changes.ts';
import type { Activity } from '../../../../server/store/store.ts';

let activities: Activity[];
let changes: StoreChanges;
let made: string[];

beforeEach(() => {
  activities = [];
  made = [];
  changes = new StoreChanges({
    lastActivity: () => Promise.resolve(activities.length),
    activities: (after, limit) => Promise.resolve(activities.slice(after, after + limit)),
  });
});

describe('kept descriptions', () => {
  it('are made once for as long as nothing changes that they were made from', async () => {
    const kept = new KeptDescriptions(changes, 100_000);
    const first = await words(kept, 'a', 'document/a');
    expect(await words(kept, 'a', 'document/a')).toBe(first);
    await change('b');
    expect(await words(kept, 'a', 'document/a')).toBe(first);
    await change('a');
    expect(await words(kept, 'a', 'document/a')).not.toBe(first);
    expect(made).toEqual(['a', 'a']);
  });

  it('are told apart by their key', async () => {
    const kept = new KeptDescriptions(changes, 100_000);
    await words(kept, 'a', 'document/a');
    await words(kept, 'b', 'document/a');
    expect(made).toEqual(['a', 'b']);
  });

  it('are made once for all who ask at the same time', async () => {
    const kept = new KeptDescriptions(changes, 100_000);
    await Promise.all(Array.from({ length: 20 }, () => words(kept, 'a', 'document/a')));
    expect(made).toEqual(['a']);
  });

  it('are made anew for who asks after a change, even while an older one is being made', async () => {
    const kept = new KeptDescriptions(changes, 100_000);
    const slow = deferred<MadeDescription>();
    const old = kept.get('a', () => slow.promise);
    await later();
    await change('a');
    expect(await words(kept, 'a', 'document/a')).toBe('{"words":"a 1"}');
    slow.resolve({ description: { frame: { words: 'old' } }, from: ['document/a'] });
    expect(jsonOf(await old)).toBe('{"words":"old"}');
    // The older one was written last, and still is not what counts.
    expect(await words(kept, 'a', 'document/a')).toBe('{"words":"a 2"}');
  });

  it('keep no failure, and nothing that moved', async () => {
    const kept = new KeptDescriptions(changes, 100_000);
    await expect(kept.get('a', () => Promise.reject(new Error('not there')))).rejects.toThrow('not there');
    expect(await kept.get('a', () => Promise.resolve({ movedTo: 'https://example.org/b' }))).toEqual({
      movedTo: 'https://example.org/b',
    });
    expect(await words(kept, 'a', 'document/a')).toBe('{"words":"a 1"}');
  });

  it('let go of what was used longest ago when they get too large', async () => {
    const kept = new KeptDescriptions(changes, 1000);
    await words(kept, 'a', 'document/a');
    await words(kept, 'b', 'document/b');
    await words(kept, 'a', 'document/a');
    await words(kept, 'c', 'document/c');
    await words(kept, 'a', 'document/a');
    expect(made).toEqual(['a', 'b', 'c']);
    await words(kept, 'b', 'document/b');
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keep nothing when there is no room', async () => {
    const kept = new KeptDescriptions(changes, 0);
    await words(kept, 'a', 'document/a');
    await words(kept, 'a', 'document/a');
    expect(made).toEqual(['a', 'a']);
  });

  it('are made a few at a time, each in its turn', async () => {
    const kept = new KeptDescriptions(changes, 100_000);
    let [running, most, done] = [0, 0, 0];
    const make = async (name: number): Promise<MadeDescription> => {
      running += 1;
      most = Math.max(most, running);
      await later();
      running -= 1;
      done += 1;
      if (name % 3 === 0) throw new Error('not this one');
      return { description: { frame: { name } }, from: [] };
    };
    const all = Array.from({ length: 20 }, (_, name) => kept.get(String(name), () => make(name)));
    await Promise.allSettled(all);
    expect(done).toBe(20);
    expect(most).toBe(4);
  });

  it('give their JSON too', async () => {
    const kept = new KeptDescriptions(changes, 100_000);
    const written = await kept.get('a', () => make('a', 'document/a'));
    if ('movedTo' in written) throw new Error('it did not move');
    const json = await kept.json(written);
    expect(json.toString()).toBe('{"words":"a 1"}');
    expect(await kept.json(written)).toBe(json);
  });

  it('unzip once for all who ask at the same time, even if it cannot be kept', async () => {
    const kept = new KeptDescriptions(changes, 0);
    const written = await kept.get('a', () => make('a', 'document/a'));
    if ('movedTo' in written) throw new Error('it did not move');
    const [one, other] = await Promise.all([kept.json(written), kept.json(written)]);
    expect(one).toBe(other);
    expect(await kept.json(written)).not.toBe(one);
  });
});

async function words(kept: KeptDescriptions, key: string, source: Source): Promise<string> {
  return jsonOf(await kept.get(key, () => make(key, source)));
}

function make(key: string, source: Source): Promise<MadeDescription> {
  made.push(key);
  return Promise.resolve({
    description: { frame: { words: `${key} ${made.length}` } },
    from: [source],
  });
}

function jsonOf(written: WrittenDescription | Moved): string {
  if ('movedTo' in written) throw new Error(`it moved to ${written.movedTo}`);
  return gunzipSync(written.gzip).toString();
}

async function change(id: string): Promise<void> {
  activities.push({
    sequence: activities.length + 1,
    time: '2026-01-01T00:00:00Z',
    type: 'Update',
    object: { type: 'document', id },
  });
  await later();
}

const later = () => new Promise((resolve) => setImmediate(resolve));

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve: (value: T) => resolve(value) };
}
