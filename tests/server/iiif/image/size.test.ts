import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, limitsOf } from '../../../../server/iiif/image-limits.ts';
import { formatSize, parseSize, resolveSize } from '../../../../server/iiif/image/size.ts';

const REGION = { width: 1003, height: 701 };
const LIMITS = { maxWidth: 3000, maxHeight: 3000, maxArea: 4_000_000 };
const resolve = (text: string, region = REGION, limits = LIMITS) => {
  const { width, height } = resolveSize(parseSize(text), region, limits);
  return [width, height];
};

describe('size', () => {
  it.each([
    ['max', [1003, 701]],
    ['500,', [500, 349]],
    [',350', [501, 350]],
    ['pct:50', [502, 351]],
    ['pct:33.3', [334, 233]],
    ['pct:100', [1003, 701]],
    ['300,600', [300, 600]],
    ['1003,701', [1003, 701]],
    ['!300,600', [300, 210]],
    ['!600,300', [429, 300]],
  ])('makes %s smaller', (text, size) => {
    expect(resolve(text)).toEqual(size);
  });

  it.each([
    ['^max', [2392, 1672]],
    ['^2006,', [2006, 1402]],
    ['^,1402', [2006, 1402]],
    ['^pct:150', [1505, 1052]],
    ['^1500,100', [1500, 100]],
    ['^!2000,2000', [2000, 1398]],
    ['^500,', [500, 349]],
  ])('makes %s larger where it says so', (text, size) => {
    expect(resolve(text)).toEqual(size);
  });

  it.each(['1004,', ',702', 'pct:100.1', '1004,10', '10,702', '9999,9999'])(
    'does not enlarge for %s',
    (text) => {
      expect(() => resolve(text)).toThrow(expect.objectContaining({ code: 'image-size-upscales' }));
    },
  );

  it('gives of !w,h around a smaller region the region itself: Image API 3.0 §4.2', () => {
    expect(resolve('!2000,3000')).toEqual([1003, 701]);
    expect(resolve('!99999999999999999999,99999999999999999999')).toEqual([1003, 701]);
  });

  it.each([
    '^3001,',
    '^,3001',
    '^3000,3000',
    '^pct:300',
    '^99999999999999999999,',
    '^pct:99999999999999999999',
  ])('refuses %s above the limits', (text) => {
    expect(() => resolve(text)).toThrow(expect.objectContaining({ code: 'image-size-too-large' }));
  });

  it('gives of max and !w,h what the limits allow', () => {
    const limits = { maxWidth: 500, maxHeight: 500, maxArea: 100_000 };
    expect(resolve('max', REGION, limits)).toEqual([378, 264]);
    expect(resolve('^max', REGION, limits)).toEqual([378, 264]);
    expect(resolve('!600,600', REGION, limits)).toEqual([378, 264]);
    expect(resolve('^!600,600', REGION, limits)).toEqual([378, 264]);
  });

  it.each(['10,', '!10,10', 'pct:1'])('refuses %s where a side would have no pixel', (text) => {
    expect(() => resolve(text, { width: 1000, height: 1 })).toThrow(
      expect.objectContaining({ code: 'image-size-invalid' }),
    );
  });

  it.each([
    '',
    '^',
    'full',
    'MAX',
    ',',
    '!',
    '!,',
    '!10,',
    '!,10',
    '^!10,',
    '0,',
    ',0',
    '0,0',
    '10,0',
    '!0,10',
    'pct:0',
    '-10,',
    '10,-10',
    'NaN,',
    'Infinity,',
    '1e2,',
    '10.5,',
    '10,10,10',
    '10',
    'pct:',
    'pct:-5',
    'pct:NaN',
    'pct:1e1',
    'pct:5,',
    '!pct:50',
    '^^max',
    '!^10,10',
    ' 10,10',
    '10,10 ',
    '10,10\0',
    '..',
  ])('does not read %j', (text) => {
    expect(() => parseSize(text)).toThrow(expect.objectContaining({ code: 'image-size-invalid' }));
  });

  it.each([
    ['1003,701', 'max'],
    ['pct:100', 'max'],
    ['500,', '500,349'],
    ['^500,', '500,349'],
    ['^1003,', 'max'],
    ['^2006,', '^2006,1402'],
    ['^max', '^max'],
    ['^2392,1672', '^max'],
    ['!2000,2000', 'max'],
  ])('writes %s in one way only: %s', (text, canonical) => {
    expect(formatSize(resolveSize(parseSize(text), REGION, LIMITS), REGION, LIMITS)).toBe(canonical);
  });

  it('stays within the limits whatever is asked, and its canonical form asks for the same', () => {
    const side = fc.integer({ min: 1, max: 70_000 });
    const asked = fc.oneof(
      fc.constantFrom('max', '^max'),
      fc.tuple(fc.constantFrom('', '^', '!', '^!'), side, side).map(([sign, w, h]) => `${sign}${w},${h}`),
      fc.tuple(fc.constantFrom('', '^'), side).map(([sign, w]) => `${sign}${w},`),
      fc
        .tuple(fc.constantFrom('', '^'), fc.double({ min: 0.01, max: 500, noNaN: true }))
        .map(([sign, n]) => `${sign}pct:${n.toFixed(3)}`),
    );
    let answered = 0;
    fc.assert(
      fc.property(asked, side, side, (text, width, height) => {
        const region = { width, height };
        const limits = limitsOf(region);
        let size;
        try {
          size = resolveSize(parseSize(text), region, limits);
        } catch {
          return;
        }
        answered += 1;
        expect(isWithin(size, limits)).toBe(true);
        expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
        if (!text.startsWith('^')) {
          expect(size.width).toBeLessThanOrEqual(width);
          expect(size.height).toBeLessThanOrEqual(height);
        }
        const again = parseSize(formatSize(size, region, limits));
        expect(resolveSize(again, region, limits)).toEqual(size);
      }),
      { numRuns: 1000 },
    );
    expect(answered).toBeGreaterThan(200);
  });
});
