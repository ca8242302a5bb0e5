import { expect, it } from 'vitest';
import { seededRandom } from '../../../scripts/specimens/random.ts';
import { LINES_OF_A_DOCUMENT, MadeUpArchive } from './made-up-archive.ts';
import { QUERY_KINDS, queryPools } from './query-pools.ts';
import { Zipf } from './zipf.ts';

const archive = new MadeUpArchive();

it('makes the same document of the same number, whatever was made before', () => {
  const [first, again] = [archive.document(7), archive.document(7)];
  expect(again).toEqual(first);
  expect(new MadeUpArchive().document(7)).toEqual(first);
  expect(archive.document(8).texts).not.toEqual(first.texts);
});

it('makes as many lines as it says, half of them English, each of which renders the other', () => {
  const pair = [archive.document(0), archive.document(1)];
  const texts = pair.flatMap((document) => document.texts);
  const lines = texts.reduce((sum, { segments }) => sum + segments.length, 0);
  expect(lines).toBe(2 * LINES_OF_A_DOCUMENT);
  for (const {
    texts: [original, english],
  } of pair) {
    expect(english?.segments.map(({ renders }) => renders)).toEqual(original?.segments.map(({ id }) => [id]));
  }
});

it('draws the first word twice as often as the second and ten times as often as the tenth', () => {
  const [zipf, random] = [new Zipf(1000), seededRandom(1)];
  const counts = new Array<number>(1000).fill(0);
  for (let draw = 0; draw < 100_000; draw += 1) {
    const rank = zipf.draw(random);
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  const [first = 0, second = 0] = counts;
  expect(first / second).toBeCloseTo(2, 0);
  expect(first / (counts[9] ?? 0)).toBeGreaterThan(8);
  expect(first / (counts[9] ?? 0)).toBeLessThan(12);
});

it('has two hundred different questions of each kind at least, the same every time', () => {
  const pools = queryPools(archive, 100);
  expect([...pools.keys()]).toEqual([...QUERY_KINDS]);
  for (const pool of pools.values()) {
    expect(new Set(pool.map((query) => JSON.stringify(query))).size).toBe(pool.length);
    expect(pool.length).toBeGreaterThanOrEqual(200);
  }
  expect(queryPools(archive, 100)).toEqual(pools);
});
