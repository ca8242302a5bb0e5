import { describe, expect, it } from 'vitest';
import { startOfRange } from '../../../viewer/iiif/range.ts';

const canvas = (number: number) => ({ id: `https://example.org/canvas/${number}`, type: 'Canvas' });
const range = (name: string, items: unknown[], rest: object = {}) => ({
  ...{ id: `https://example.org/range/${name}`, type: 'Range', items },
  ...rest,
});
const start = (structures: unknown, name: string) =>
  startOfRange({ type: 'Manifest', structures }, `https://example.org/range/${name}`);

describe('where a range begins', () => {
  it('is its first canvas, or the first of the ranges in it', () => {
    const structures = [
      range('1', [canvas(1), canvas(2)]),
      range('2', [range('2-1', [range('2-1-1', [canvas(3)])]), canvas(4)]),
    ];
    expect(start(structures, '1')).toEqual({ canvas: canvas(1).id });
    expect(start(structures, '2')).toEqual({ canvas: canvas(3).id });
    expect(start(structures, '2-1-1')).toEqual({ canvas: canvas(3).id });
  });

  it('is its start, where it has one, and a part of a canvas where it has no more', () => {
    expect(start([range('1', [canvas(1), canvas(2)], { start: canvas(2) })], '1')).toEqual({
      canvas: canvas(2).id,
    });
    const part = {
      type: 'SpecificResource',
      source: canvas(5),
      selector: { type: 'FragmentSelector', value: 'xywh=1,2,3,4' },
    };
    const place = {
      canvas: canvas(5).id,
      region: { unit: 'pixel', box: { x: 1, y: 2, width: 3, height: 4 } },
    };
    expect(start([range('1', [part])], '1')).toEqual(place);
    expect(start([range('1', [{ ...canvas(5), id: `${canvas(5).id}#xywh=1,2,3,4` }])], '1')).toEqual(place);
  });

  it('is found in the flat list of Presentation 2 as well', () => {
    const flat = (name: string, rest: object) => ({
      ...{ '@id': `https://example.org/range/${name}`, '@type': 'sc:Range' },
      ...rest,
    });
    const structures = [
      flat('0', {
        viewingHint: 'top',
        ranges: ['https://example.org/range/1', 'https://example.org/range/2'],
      }),
      flat('1', { canvases: [canvas(1).id] }),
      flat('2', { canvases: [canvas(2).id], startCanvas: canvas(3).id }),
      flat('3', { members: [{ '@id': 'https://example.org/range/2', '@type': 'sc:Range' }] }),
    ];
    expect(start(structures, '0')).toEqual({ canvas: canvas(1).id });
    expect(start(structures, '2')).toEqual({ canvas: canvas(3).id });
    expect(start(structures, '3')).toEqual({ canvas: canvas(3).id });
  });

  it('is nowhere in a manifest that does not have it, or has nothing in it', () => {
    for (const structures of [
      undefined,
      null,
      7,
      [7, null, {}],
      [range('2', [canvas(1)])],
      [range('1', [])],
    ]) {
      expect(start(structures, '1'), JSON.stringify(structures)).toBeUndefined();
    }
    expect(startOfRange(null, 'x')).toBeUndefined();
  });

  it('is found though the range is only named again elsewhere', () => {
    const named = { id: 'https://example.org/range/1', type: 'Range' };
    const whole = range('1', [canvas(1)]);
    expect(start([whole, range('2', [named])], '1')).toEqual({ canvas: canvas(1).id });
    expect(start([range('2', [named]), whole], '2')).toEqual({ canvas: canvas(1).id });
  });

  it('is not looked for without end, though ranges name each other', () => {
    const one = { id: 'https://example.org/range/1', type: 'Range' };
    const two = { id: 'https://example.org/range/2', type: 'Range' };
    expect(
      start(
        [
          { ...one, items: [two] },
          { ...two, items: [one] },
        ],
        '1',
      ),
    ).toBeUndefined();
    const crowd = (other: object) => Array.from({ length: 3000 }, () => other);
    expect(
      start(
        [
          { ...one, items: crowd(two) },
          { ...two, items: crowd(one) },
        ],
        '1',
      ),
    ).toBeUndefined();
    const many = Array.from({ length: 50_000 }, (_, index) => range(String(index), [canvas(index)]));
    expect(start(many, '1')).toEqual({ canvas: canvas(1).id });
  });
});
