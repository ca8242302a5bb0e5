import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRegion, parseRegion, resolveRegion } from '../../../../server/iiif/image/region.ts';

const IMAGE = { width: 1003, height: 701 };
const resolve = (text: string) => resolveRegion(parseRegion(text), IMAGE);

describe('region', () => {
  it.each([
    ['full', { x: 0, y: 0, width: 1003, height: 701 }],
    ['square', { x: 151, y: 0, width: 701, height: 701 }],
    ['10,20,30,40', { x: 10, y: 20, width: 30, height: 40 }],
    ['0,0,1003,701', { x: 0, y: 0, width: 1003, height: 701 }],
    ['pct:0,0,50,50', { x: 0, y: 0, width: 502, height: 351 }],
    ['pct:50,50,50,50', { x: 502, y: 351, width: 501, height: 350 }],
    ['pct:41.6,7.5,40.,.5', { x: 417, y: 53, width: 401, height: 3 }],
  ])('takes %s for its pixels', (text, box) => {
    expect(resolve(text)).toEqual(box);
  });

  it.each([
    ['1000,700,512,512', { x: 1000, y: 700, width: 3, height: 1 }],
    ['0,0,99999999999999999999,99999999999999999999', { x: 0, y: 0, width: 1003, height: 701 }],
    ['pct:90,90,90,90', { x: 903, y: 631, width: 100, height: 70 }],
  ])('clips %s to the image', (text, box) => {
    expect(resolve(text)).toEqual(box);
  });

  it.each([
    '1003,0,1,1',
    '0,701,1,1',
    '99999999999999999999,0,1,1',
    'pct:100,0,10,10',
    'pct:101,0,10,10',
    'pct:0,0,0.01,10',
  ])('finds nothing of %s on the image', (text) => {
    expect(() => resolve(text)).toThrow(expect.objectContaining({ code: 'image-region-outside' }));
  });

  it.each([
    '',
    'FULL',
    'full ',
    '0,0,0,10',
    '0,0,10,0',
    '-1,0,10,10',
    '0,0,-10,10',
    '1.5,0,10,10',
    'NaN,0,10,10',
    'Infinity,0,10,10',
    '1e3,0,10,10',
    '0x10,0,10,10',
    '1,2,3',
    '1,2,3,4,5',
    '1,2,3,',
    ' 1,2,3,4',
    'pct:1,2,3',
    'pct:-1,0,10,10',
    'pct:0,0,0,10',
    'pct:1e1,0,10,10',
    'pct:NaN,0,10,10',
    'pct:.,0,10,10',
    'pct:',
    'pct:full',
    '..',
    '0,0,10,10/../..',
    '٣,٣,٣,٣',
    '1,2,3,4\0',
  ])('does not read %j', (text) => {
    expect(() => parseRegion(text)).toThrow(expect.objectContaining({ code: 'image-region-invalid' }));
  });

  it('makes of neighbours in percent neighbours in pixels', () => {
    // On images that are wide enough for a tenth of a percent to be a pixel: of less there may be nothing.
    const cut = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(cut, fc.integer({ min: 1000, max: 20_000 }), (tenths, width) => {
        const image = { width, height: 100 };
        const left = resolveRegion(parseRegion(`pct:0,0,${tenths / 10},100`), image);
        const right = resolveRegion(parseRegion(`pct:${tenths / 10},0,${100 - tenths / 10},100`), image);
        expect(left.width).toBe(right.x);
        expect(right.x + right.width).toBe(width);
      }),
    );
  });

  it('is written full where it is the whole image, and in pixels else', () => {
    expect(formatRegion(resolve('pct:0,0,100,100'), IMAGE)).toBe('full');
    expect(formatRegion(resolve('1000,700,512,512'), IMAGE)).toBe('1000,700,3,1');
  });
});
