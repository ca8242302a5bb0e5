import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divide, isPartKey, keyAbove, type Part } from '../../../../server/iiif/presentation/part.ts';
import { isIdentifier } from '../../../../server/model/identifier.ts';
import type { DocumentSummary } from '../../../../server/store/store.ts';
import { record } from '../../../support/stored-document.ts';

/** Few characters, so that ids begin alike and one is the beginning of another. */
const id = fc
  .array(fc.constantFrom('a', 'b', '1', '-'), { minLength: 1, maxLength: 8 })
  .map((characters) => characters.join(''))
  .filter(isIdentifier);
const ids = fc.uniqueArray(id, { maxLength: 60 });
const most = fc.integer({ min: 1, max: 6 });

describe('the parts of a collection', () => {
  it('hold every document once, and list no more than the limit', async () => {
    await fc.assert(
      fc.asyncProperty(ids, most, async (all, limit) => {
        const { places } = await walk(all, limit);
        expect(places.map(([document]) => document).toSorted()).toEqual(all.toSorted());
      }),
    );
  });

  it('hold the documents whose ids begin with their keys, and know what lists them', async () => {
    await fc.assert(
      fc.asyncProperty(ids, most, async (all, limit) => {
        const { places, listed } = await walk(all, limit);
        for (const [document, keys] of places) {
          for (const key of keys) expect(document.startsWith(key)).toBe(true);
        }
        for (const [key, above] of listed) {
          expect(isPartKey(key)).toBe(true);
          expect(await keyAbove(documents(all), 'fond', key, limit)).toBe(above);
        }
      }),
    );
  });

  it('depend on which documents there are, and not on the order in which they came', async () => {
    await fc.assert(
      fc.asyncProperty(ids, most, async (all, limit) => {
        expect(new Map((await walk(all.toReversed(), limit)).places)).toEqual(
          new Map((await walk(all, limit)).places),
        );
      }),
    );
  });

  it('hold what they held when a document is added', async () => {
    await fc.assert(
      fc.asyncProperty(ids, id, most, async (all, added, limit) => {
        const before = await walk(all, limit);
        for (const [document, keys] of before.places) {
          for (const key of keys) {
            const below = await walk([...new Set([...all, added])], limit, key);
            expect(below.places.map(([one]) => one)).toContain(document);
          }
        }
      }),
    );
  });

  it('skip what all ids begin with, and list the one that has nothing more', async () => {
    const all = ['letter', 'letter-1', 'letter-10', 'letter-2', 'letters'];
    expect((await divide(documents(all), 'fond', '', 3)).parts).toEqual([
      { key: 'letter-' },
      { key: 'letters' },
    ]);
    expect((await divide(documents(all), 'fond', '', 3)).documents.map((one) => one.id)).toEqual(['letter']);
    expect((await divide(documents(all), 'fond', 'letter-', 2)).parts.map(({ key }) => key)).toEqual([
      'letter-1',
      'letter-2',
    ]);
  });

  it('are told above which part they stand when nobody lists them', async () => {
    const all = ['letter-1', 'letter-10', 'letter-2', 'memo'];
    expect(await keyAbove(documents(all), 'fond', 'lett', 2)).toBe('l');
    expect(await keyAbove(documents(all), 'fond', 'letter-10', 2)).toBe('letter-1');
    expect(await keyAbove(documents(all), 'fond', 'letter-10', 9)).toBe('');
  });

  it.each(['', '-a', 'A', 'a/b', 'a%', 'a{', 'a'.repeat(129), 'é'])('have no key %j', (key) => {
    expect(isPartKey(key)).toBe(false);
  });
});

type Place = [document: string, keys: string[]];

/** All documents under a key with the keys that lead to each, and all parts with the key of what lists each. */
async function walk(
  all: readonly string[],
  limit: number,
  from = '',
): Promise<{ places: Place[]; listed: [key: string, above: string][] }> {
  const places: Place[] = [];
  const listed: [string, string][] = [];
  const waiting: { key: string; keys: string[] }[] = [{ key: from, keys: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { key, keys } = next;
    const { parts, documents: here } = await divide(documents(all), 'fond', key, limit);
    expect(here.length).toBeLessThanOrEqual(limit);
    expect(parts.length).toBeLessThanOrEqual(37);
    for (const one of here) places.push([one.id, keys]);
    for (const part of parts.map(keyOf)) {
      listed.push([part, key]);
      waiting.push({ key: part, keys: [...keys, part] });
    }
  }
  return { places, listed };
}

function keyOf({ key }: Part): string {
  return key;
}

/** What a store knows of a collection of these documents. */
function documents(all: readonly string[]): Parameters<typeof divide>[0] {
  const beginning = (prefix: string) => all.filter((one) => one.startsWith(prefix)).toSorted();
  return {
    documentsBeginning: (_collection, prefix, { after = '', limit }) =>
      Promise.resolve(
        beginning(prefix)
          .filter((one) => one > after)
          .slice(0, limit)
          .map(summary),
      ),
    idSpan: (_collection, prefix) => {
      const [first, last] = [beginning(prefix).at(0), beginning(prefix).at(-1)];
      return Promise.resolve(first === undefined || last === undefined ? undefined : { first, last });
    },
    countBeginning: (_collection, prefix, atMost = Infinity) =>
      Promise.resolve(Math.min(beginning(prefix).length, atMost)),
  };
}

function summary(id: string): DocumentSummary {
  return { id, collection: 'fond', position: 0, record: record(), pageCount: 0, texts: [], updated: '' };
}
