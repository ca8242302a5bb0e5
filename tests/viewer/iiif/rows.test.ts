import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, counterpartsOf, type Alignment } from '../../../viewer/iiif/rows.ts';
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

/** `a+b|x` for a row of a and b beside x. */
function drawn(alignment: Alignment): string[] {
  const rows = alignment.kind === 'unpaired' ? [...alignment.left, ...alignment.right] : alignment.rows;
  return rows.map(({ left, right }) =>
    [left, right].map((side) => side.map(({ id }) => id).join('+')).join('|'),
  );
}

describe('aligning two texts', () => {
  it('pairs each segment with the one that renders it', () => {
    const left = [segment('a'), segment('b')];
    const right = [segment('x', { renders: ['a'] }), segment('y', { renders: ['b'] })];
    const alignment = align(left, right);
    expect(alignment.kind).toBe('linked');
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
    expect(drawn(align(left, right))).toEqual(['a+b|x', 'c|y+z', 'd|w']);
  });

  it('follows links that lead from left to right just as well', () => {
    const left = [segment('x', { renders: ['a', 'b'] })];
    expect(drawn(align(left, [segment('a'), segment('b')]))).toEqual(['x|a+b']);
  });

  it('joins two translations of the same line, which name a text that is not shown', () => {
    const left = [segment('x1', { renders: ['a'] }), segment('x2', { renders: ['b', 'c'] })];
    const right = [segment('y1', { renders: ['a', 'b'] }), segment('y2', { renders: ['c'] })];
    expect(drawn(align(left, right))).toEqual(['x1+x2|y1+y2']);
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
    expect(drawn(align(left, right))).toEqual(['|title', 'a|x', '|note', 'b|', 'c|z', '|end']);
  });

  it('takes an unlinked line between two of a row into that row', () => {
    const left = ['a', 'b', 'c', 'd'].map((id) => segment(id));
    const right = [segment('x', { renders: ['a', 'c'] }), segment('y', { renders: ['d'] })];
    expect(drawn(align(left, right))).toEqual(['a+b+c|x', 'd|y']);
  });

  it('pairs by the same place where nothing is linked', () => {
    const left = [segment('a', { box: box(0) }), segment('b', { box: box(50) }), segment('c')];
    const right = [segment('x', { box: box(0.2) }), segment('y', { box: box(50) }), segment('z')];
    const alignment = align(left, right);
    expect(alignment.kind).toBe('placed');
    expect(drawn(alignment)).toEqual(['a|x', 'b|y', '|z', 'c|']);
  });

  it('says that texts without links and places are not paired, and gives each its own rows', () => {
    const alignment = align([segment('a'), segment('b')], [segment('x')]);
    expect(alignment.kind).toBe('unpaired');
    expect(drawn(alignment)).toEqual(['a|', 'b|', '|x']);
  });

  it('gives one text single rows', () => {
    const alignment = align([segment('a'), segment('b')], undefined);
    expect(alignment.kind).toBe('single');
    expect(drawn(alignment)).toEqual(['a|', 'b|']);
  });

  it('shows every segment once, whatever is linked to what', () => {
    const indexes = fc.array(fc.nat(9), { maxLength: 4 });
    fc.assert(
      fc.property(fc.nat(10), fc.array(indexes, { maxLength: 10 }), (count, links) => {
        const left = Array.from({ length: count }, (_, index) => segment(`l${index}`));
        const right = links.map((targets, index) =>
          segment(`r${index}`, { renders: targets.map((target) => `l${target}`) }),
        );
        const alignment = align(left, right);
        const rows = alignment.kind === 'unpaired' ? [...alignment.left, ...alignment.right] : alignment.rows;
        const ids = (side: 'left' | 'right') => rows.flatMap((row) => row[side].map(({ id }) => id));
        expect(ids('left').toSorted()).toEqual(left.map(({ id }) => id).toSorted());
        expect(ids('right').toSorted()).toEqual(right.map(({ id }) => id).toSorted());
        expect(rows.every((row) => row.left.length + row.right.length > 0)).toBe(true);
      }),
    );
  });

  it('is not stopped by five thousand segments that all render the same', () => {
    const many = (prefix: string) =>
      Array.from({ length: 5000 }, (_, index) => segment(`${prefix}${index}`, { renders: ['a'] }));
    const alignment = align(many('l'), many('r'));
    expect(alignment.kind === 'linked' && alignment.rows.length).toBe(1);
  });
});

describe('the counterparts of a segment', () => {
  const row = {
    left: [segment('a'), segment('b'), segment('c')],
    right: [segment('x', { renders: ['a', 'b'] }), segment('y', { renders: ['b', 'c'] })],
  };

  it('are what it renders or what renders it, and itself', () => {
    expect([...counterpartsOf(row, 'x')]).toEqual(['a', 'b', 'x']);
    expect([...counterpartsOf(row, 'b')]).toEqual(['b', 'x', 'y']);
    expect([...counterpartsOf(row, 'nothing that is there')]).toEqual([]);
  });
});
