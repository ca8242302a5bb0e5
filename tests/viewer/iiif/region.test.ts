import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOnCanvas, formatRegion, parseRegion, wholeRegion } from '../../../viewer/iiif/region.ts';

const canvas = { width: 2000, height: 2800 };
const length = fc.integer({ min: 1, max: 9_000_000 });

describe('a region', () => {
  it('is read back as it was written, whatever rectangle it is', () => {
    const box = fc.record({ x: fc.nat(9_000_000), y: fc.nat(9_000_000), width: length, height: length });
    fc.assert(
      fc.property(box, (pixels) => {
        const region = { unit: 'pixel' as const, box: pixels };
        expect(parseRegion(formatRegion(region))).toEqual(region);
      }),
    );
    const share = fc.integer({ min: 1, max: 50_000 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(share, share, share, share, (x, y, width, height) => {
        const region = { unit: 'percent' as const, box: { x, y, width, height } };
        expect(parseRegion(formatRegion(region))).toEqual(region);
      }),
    );
  });

  it('is nothing else than four numbers', () => {
    expect(parseRegion('pixel:1,2,3,4')).toEqual({ unit: 'pixel', box: { x: 1, y: 2, width: 3, height: 4 } });
    for (const text of [
      '',
      '1,2,3',
      '1,2,0,4',
      '-1,2,3,4',
      '1,2,3,4,5',
      '1,2,3,4&t=1',
      'a,b,c,d',
      '1e9,1,1,1',
    ]) {
      expect(parseRegion(text), text).toBeUndefined();
    }
    expect(parseRegion(`${'1'.repeat(200)},1,1,1`)).toBeUndefined();
  });

  it('is cut to its canvas, and is nowhere where it lies outside', () => {
    const inside = parseRegion('1900,2700,200,200');
    expect(inside === undefined ? 'none' : boxOnCanvas(inside, canvas)).toEqual({
      ...{ x: 1900, y: 2700 },
      ...{ width: 100, height: 100 },
    });
    const percent = parseRegion('percent:25,50,50,25');
    expect(percent === undefined ? 'none' : boxOnCanvas(percent, canvas)).toEqual({
      ...{ x: 500, y: 1400 },
      ...{ width: 1000, height: 700 },
    });
    const outside = parseRegion('2000,0,10,10');
    expect(outside === undefined ? 'none' : boxOnCanvas(outside, canvas)).toBeUndefined();
  });

  it('in per cents is nowhere on a canvas whose size nobody knows', () => {
    const percent = parseRegion('percent:25,50,50,25');
    const unknown = { width: 0, height: 0 };
    expect(percent === undefined ? 'none' : boxOnCanvas(percent, unknown)).toBeUndefined();
    const box = { x: 1, y: 2, width: 3, height: 4 };
    expect(boxOnCanvas({ unit: 'pixel', box }, unknown)).toEqual(box);
  });

  it('covers in whole units what it was made of', () => {
    expect(wholeRegion({ x: -0.5, y: 1.2, width: 3, height: 0.1 }).box).toEqual({
      ...{ x: 0, y: 1 },
      ...{ width: 3, height: 1 },
    });
  });
});
