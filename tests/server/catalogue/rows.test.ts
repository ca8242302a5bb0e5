import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../server/model/text.ts';
import { pairSegments, type Pairing } from '../../../server/catalogue/rows.ts';
import { segment } from '../../support/stored-document.ts';

const line = (id: string, changes: Parameters<typeof segment>[3] = {}) => segment(id, id, ['1'], changes);
const lines = (...ids: string[]): Segment[] => ids.map((id) => line(id));

/** `a b|x`: the ids of each row. */
function shown(pairing: Pairing): string[] {
  if (pairing.kind === 'unpaired') return [];
  const ids = (side: readonly Segment[]) => side.map(({ id }) => id).join(' ');
  return pairing.rows.map(({ left, right }) => `${ids(left)}|${ids(right)}`);
}

describe('pairSegments', () => {
  it('makes one row of all that links join, however many on either side', () => {
    const right = [
      line('x', { renders: ['a', 'b'] }),
      line('y', { renders: ['c'] }),
      line('z', { renders: ['c'] }),
    ];
    const pairing = pairSegments(lines('a', 'b', 'c'), right, 'right-renders-left');
    expect(pairing.kind).toBe('linked');
    expect(shown(pairing)).toEqual(['a b|x', 'c|y z']);
  });

  it('leaves what nothing renders alone in its row, and what renders nothing after its neighbour', () => {
    const right = [line('n'), line('x', { renders: ['b'] }), line('m')];
    expect(shown(pairSegments(lines('a', 'b', 'c'), right, 'right-renders-left'))).toEqual([
      '|n',
      'a|',
      'b|x',
      '|m',
      'c|',
    ]);
  });

  it('takes a page number between two lines of one sentence into the row of that sentence', () => {
    const right = [line('x', { renders: ['a', 'c'] })];
    expect(shown(pairSegments(lines('a', 'page-number', 'c', 'd'), right, 'right-renders-left'))).toEqual([
      'a page-number c|x',
      'd|',
    ]);
  });

  it('keeps the order of the original where a translation turns it round', () => {
    const right = [line('x', { renders: ['b'] }), line('y', { renders: ['a'] })];
    expect(shown(pairSegments(lines('a', 'b'), right, 'right-renders-left'))).toEqual(['a|y', 'b|x']);
  });

  it('follows links from left to right as well', () => {
    const left = [line('x', { renders: ['a'] }), line('y', { renders: ['b'] })];
    expect(shown(pairSegments(left, lines('a', 'b'), 'left-renders-right'))).toEqual(['x|a', 'y|b']);
  });

  it('joins two translations of one text by what both render', () => {
    const left = [line('s1', { renders: ['a'] }), line('s2', { renders: ['b', 'c'] })];
    const right = [line('s1', { renders: ['a', 'b'] }), line('s2', { renders: ['d'] })];
    expect(shown(pairSegments(left, right, 'same'))).toEqual(['s1 s2|s1', '|s2']);
  });

  it('does not take the id of one text for the same id of another', () => {
    const right = [line('s2', { renders: ['s1'] })];
    expect(pairSegments(lines('s1', 's2'), right, 'none')).toEqual({ kind: 'unpaired' });
  });

  it('pairs by equal places where nothing is linked', () => {
    const box = { x: 1, y: 2, width: 30, height: 40 };
    const right = [line('x', { box: { ...box, y: 90 } }), line('y', { box })];
    const pairing = pairSegments([line('a', { box }), line('b')], right, 'right-renders-left');
    expect(pairing.kind).toBe('placed');
    expect(shown(pairing)).toEqual(['|x', 'a|y', 'b|']);
  });

  it('says so where neither links nor places join anything', () => {
    expect(pairSegments(lines('a'), lines('x'), 'right-renders-left')).toEqual({ kind: 'unpaired' });
    expect(pairSegments([], [], 'right-renders-left')).toEqual({ kind: 'unpaired' });
  });

  it('loses nothing and repeats nothing when thousands render the same line', () => {
    const many = (name: string) =>
      Array.from({ length: 5000 }, (_, index) => line(`${name}${index}`, { renders: ['one'] }));
    const pairing = pairSegments(many('a'), many('b'), 'same');
    expect(
      pairing.kind === 'unpaired' ? [] : pairing.rows.map(({ left, right }) => [left.length, right.length]),
    ).toEqual([[5000, 5000]]);
  });
});
