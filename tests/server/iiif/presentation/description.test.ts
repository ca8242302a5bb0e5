import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unzipDescription, writeDescription } from '../../../../server/iiif/presentation/description.ts';

describe('a written description', () => {
  it.each([
    ['short', { frame: { label: 'Зима', list: [] } }, '{"label":"Зима","list":[]}'],
    [
      'with items',
      { frame: { a: '[]"', items: [] }, items: [1, { b: [] }] },
      '{"a":"[]\\"","items":[1,{"b":[]}]}',
    ],
    ['with no items', { frame: { items: [] }, items: [] }, '{"items":[]}'],
    [
      'with items deep in its frame',
      { frame: { sequences: [{ a: 1, canvases: [] }] }, items: ['x', 'y'] },
      '{"sequences":[{"a":1,"canvases":["x","y"]}]}',
    ],
  ])('%s is the JSON of the whole', async (_, description, json) => {
    const written = await writeDescription(description);
    expect(gunzipSync(written.gzip).toString()).toBe(json);
    expect((await unzipDescription(written)).toString()).toBe(json);
    expect(written.length).toBe(Buffer.byteLength(json));
    expect(written.hash).toBe(createHash('sha256').update(json).digest('base64url').slice(0, 27));
  });

  it('is the JSON of the whole when it is long', async () => {
    const items = Array.from({ length: 5000 }, (_, number) => ({
      number,
      words: `лист № ${number} `.repeat(5),
    }));
    const written = await writeDescription({ frame: { label: 'x'.repeat(100_000), items: [] }, items });
    const json = JSON.stringify({ label: 'x'.repeat(100_000), items });
    expect((await unzipDescription(written)).toString()).toBe(json);
    expect(written.length).toBe(Buffer.byteLength(json));
    expect(written.gzip.length).toBeLessThan(json.length / 10);
  });

  it('makes its items while it is written, and lets others have their turn', async () => {
    let made = 0;
    const items = function* () {
      for (; made < 1000; made += 1) yield 'x'.repeat(1000);
    };
    const writing = writeDescription({ frame: { items: [] }, items: items() });
    const turns: number[] = [];
    while (made < 1000) {
      await new Promise((resolve) => setImmediate(resolve));
      turns.push(made);
    }
    expect(turns[0]).toBeLessThan(500);
    expect(new Set(turns).size).toBeGreaterThan(3);
    await writing;
  });

  it('fails as its items fail', async () => {
    const items = function* () {
      for (let number = 0; number < 200; number += 1) yield 'x'.repeat(1000);
      throw new Error('no more');
    };
    await expect(writeDescription({ frame: { items: [] }, items: items() })).rejects.toThrow('no more');
  });

  it('has a place for its items', async () => {
    await expect(writeDescription({ frame: { items: [], after: 1 }, items: [1] })).rejects.toThrow(
      'empty list',
    );
    await expect(writeDescription({ frame: { text: '[]}' }, items: [1] })).rejects.toThrow('empty list');
  });
});
