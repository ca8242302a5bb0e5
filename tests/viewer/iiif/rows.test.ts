import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, counterpartsOf, segmentsOf, type Block } from '../../../viewer/iiif/rows.ts';
import type { Segment } from '../../../viewer/iiif/text.ts';

const segment = (id: string, rest: Partial<Segment> = {}): Segment => ({
  id,
  value: id,
  lang: 'en',
  dir: 'ltr',
  renders: [],
  granularity: 'line',
  ...rest,
});
const box = (y: number) => ({ x: 10, y, width: 500, height: 40 });

const aligned = (...columns: (readonly Segment[])[]) => align(columns.map((segments) => ({ segments })));

/** `a+b|x` for a row of a and b beside x; blocks one after the other. */
function drawn(blocks: readonly Block[]): string[] {
  return blocks
    .flatMap(({ rows }) => rows)
    .map(({ cells }) => cells.map((cell) => cell.map(({ id }) => id).join('+')).join('|'));
}

const kinds = (blocks: readonly Block[]) => blocks.map(({ kind }) => kind);

describe('aligning two texts', () => {
  it('pairs each segment with the one that renders it', () => {
    const left = [segment('a'), segment('b')];
    const right = [segment('x', { renders: ['a'] }), segment('y', { renders: ['b'] })];
    const alignment = aligned(left, right);
    expect(kinds(alignment)).toEqual(['linked']);
    expect(drawn(alignment)).toEqual(['a|x', 'b|y']);
  });

  it('makes one row of all that is joined, however many on either side', () => {
    const left = ['a', 'b', 'c', 'd'].map((id) => segment(id));
    const right = [
      segment('x', { renders: ['a', 'b'] }),
      segment('y', { renders: ['c'] }),
      segment('z', { renders: ['c'] }),
      segment('w', { renders: ['d', 'nothing that is there'] }),
    ];
    expect(drawn(aligned(left, right))).toEqual(['a+b|x', 'c|y+z', 'd|w']);
  });

  it('follows links that lead from left to right just as well', () => {
    const left = [segment('x', { renders: ['a', 'b'] })];
    expect(drawn(aligned(left, [segment('a'), segment('b')]))).toEqual(['x|a+b']);
  });

  it('joins two translations of the same line, which name a text that is not shown', () => {
    const left = [segment('x1', { renders: ['a'] }), segment('x2', { renders: ['b', 'c'] })];
    const right = [segment('y1', { renders: ['a', 'b'] }), segment('y2', { renders: ['c'] })];
    expect(drawn(aligned(left, right))).toEqual(['x1+x2|y1+y2']);
  });

  it('keeps the order of the left text, and sets what only the right has after what it follows there', () => {
    const left = [segment('a'), segment('b'), segment('c')];
    const right = [
      segment('title'),
      segment('x', { renders: ['a'] }),
      segment('note'),
      segment('z', { renders: ['c'] }),
      segment('end'),
    ];
    expect(drawn(aligned(left, right))).toEqual(['|title', 'a|x', '|note', 'b|', 'c|z', '|end']);
  });

  it('takes an unlinked line between two of a row into that row', () => {
    const left = ['a', 'b', 'c', 'd'].map((id) => segment(id));
    const right = [segment('x', { renders: ['a', 'c'] }), segment('y', { renders: ['d'] })];
    expect(drawn(aligned(left, right))).toEqual(['a+b+c|x', 'd|y']);
  });

  it('pairs by the same place where nothing is linked', () => {
    const left = [segment('a', { box: box(0) }), segment('b', { box: box(50) }), segment('c')];
    const right = [segment('x', { box: box(0.2) }), segment('y', { box: box(50) }), segment('z')];
    const alignment = aligned(left, right);
    expect(kinds(alignment)).toEqual(['placed']);
    expect(drawn(alignment)).toEqual(['a|x', 'b|y', '|z', 'c|']);
  });

  it('says that texts without links and places are not paired, and gives each its own rows', () => {
    const alignment = aligned([segment('a'), segment('b')], [segment('x')]);
    expect(kinds(alignment)).toEqual(['single', 'single']);
    expect(alignment.map(({ columns }) => columns)).toEqual([[0], [1]]);
    expect(drawn(alignment)).toEqual(['a', 'b', 'x']);
  });

  it('gives one text single rows', () => {
    const alignment = aligned([segment('a'), segment('b')]);
    expect(kinds(alignment)).toEqual(['single']);
    expect(drawn(alignment)).toEqual(['a', 'b']);
  });

  it('sets a third text beside two, and makes one row of those that it joins', () => {
    const original = ['a', 'b', 'c'].map((id) => segment(id));
    const one = [segment('x', { renders: ['a'] }), segment('y', { renders: ['b'] })];
    const other = [segment('p', { renders: ['a', 'b'] }), segment('q', { renders: ['c'] })];
    expect(drawn(aligned(original, one, other))).toEqual(['a+b|x+y|p', 'c||q']);
    expect(drawn(aligned(one, original, other))).toEqual(['x+y|a+b|p', '|c|q']);
    expect(drawn(aligned(one, other, original))).toEqual(['x+y|p|a+b', '|q|c']);
  });

  it('joins two columns through a third, and sets one that nothing joins apart', () => {
    const [a, x] = [segment('a'), segment('x', { renders: ['a'], box: box(0) })];
    const blocks = aligned([a], [segment('apart')], [x], [segment('z', { box: box(0) })]);
    expect(blocks.map(({ columns }) => columns)).toEqual([[0, 2, 3], [1]]);
    expect(drawn(blocks)).toEqual(['a|x|z', 'apart']);
  });

  it('keeps a column without anything', () => {
    expect(aligned([segment('a')], [])).toEqual([
      { kind: 'single', columns: [0], rows: [{ cells: [[segment('a')]] }] },
      { kind: 'single', columns: [1], rows: [] },
    ]);
    expect(aligned()).toEqual([]);
  });

  it('shows every segment once, whatever is linked to what', () => {
    const indexes = fc.array(fc.nat(9), { maxLength: 4 });
    const links = fc.array(indexes, { maxLength: 10 });
    fc.assert(
      fc.property(fc.nat(10), links, links, (count, second, third) => {
        const run = (name: string, all: readonly number[][]) =>
          all.map((targets, index) =>
            segment(`${name}${index}`, { renders: targets.map((target) => `l${target}`) }),
          );
        const runs = [
          Array.from({ length: count }, (_, index) => segment(`l${index}`)),
          run('r', second),
          run('t', third),
        ];
        const blocks = aligned(...runs);
        runs.forEach((segments, column) => {
          const shown = blocks.flatMap(({ columns, rows }) =>
            rows.flatMap(({ cells }) => cells[columns.indexOf(column)] ?? []),
          );
          expect(shown.map(({ id }) => id).toSorted()).toEqual(segments.map(({ id }) => id).toSorted());
        });
        const rows = blocks.flatMap((block) => block.rows);
        expect(rows.every((row) => segmentsOf(row).length > 0)).toBe(true);
      }),
    );
  });

  it('is not stopped by five thousand segments that all render the same', () => {
    const many = (prefix: string) =>
      Array.from({ length: 5000 }, (_, index) => segment(`${prefix}${index}`, { renders: ['a'] }));
    const [block] = aligned(many('l'), many('r'), many('t'));
    expect(block?.rows.length).toBe(1);
  });
});

describe('the counterparts of a segment', () => {
  const row = {
    cells: [
      [segment('a'), segment('b'), segment('c')],
      [segment('x', { renders: ['a', 'b'] }), segment('y', { renders: ['b', 'c'] })],
    ],
  };

  it('are what it renders or what renders it, and itself', () => {
    expect([...counterpartsOf(row, 'x')]).toEqual(['a', 'b', 'x']);
    expect([...counterpartsOf(row, 'b')]).toEqual(['b', 'x', 'y']);
    expect([...counterpartsOf(row, 'nothing that is there')]).toEqual([]);
  });
});
