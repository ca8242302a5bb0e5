import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiVersion } from '../../../../server/iiif/image/api-version.ts';
import { isWithin, limitsOf, type ImageLimits } from '../../../../server/iiif/image-limits.ts';
import { formatSize, parseSize, resolveSize, type SizeRules } from '../../../../server/iiif/image/size.ts';
import type { Box, Size } from '../../../../server/model/box.ts';

const REGION = { width: 1003, height: 701 };
const LIMITS = { maxWidth: 3000, maxHeight: 3000, maxArea: 4_000_000 };

/** As if the region lay somewhere inside of a larger image. */
function inside({ width, height }: Size, limits: ImageLimits = LIMITS): [region: Box, rules: SizeRules] {
  const image = { width: width + 1000, height: height + 1000 };
  return [
    { x: 7, y: 7, width, height },
    { image, limits, refuseLargerBoxes: false },
  ];
}

function resolve(text: string, region = REGION, limits = LIMITS, version: ApiVersion = 3): number[] {
  const { width, height } = resolveSize(parseSize(text, version), ...inside(region, limits));
  return [width, height];
}

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
    expect(() => parseSize(text, 3)).toThrow(expect.objectContaining({ code: 'image-size-invalid' }));
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
    const [region, rules] = inside(REGION);
    expect(formatSize(resolveSize(parseSize(text, 3), region, rules), region, rules, 3)).toBe(canonical);
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
      fc.property(asked, fc.constantFrom(2, 3), side, side, (text, version, width, height) => {
        const limits = limitsOf({ width, height });
        const [region, rules] = inside({ width, height }, limits);
        let size;
        try {
          size = resolveSize(parseSize(text, version), region, rules);
        } catch {
          return;
        }
        answered += 1;
        expect(isWithin(size, limits)).toBe(true);
        expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
        if (version === 3 ? !text.startsWith('^') : text.startsWith('!')) {
          expect(size.width).toBeLessThanOrEqual(width);
          expect(size.height).toBeLessThanOrEqual(height);
        }
        const again = parseSize(formatSize(size, region, rules, version), version);
        expect(resolveSize(again, region, rules)).toEqual(size);
      }),
      { numRuns: 1000 },
    );
    expect(answered).toBeGreaterThan(200);
  });

  it('refuses !w,h around a smaller region where it is told to', () => {
    const [region, rules] = inside(REGION);
    const strict = { ...rules, refuseLargerBoxes: true };
    const refused = expect.objectContaining({ code: 'image-size-upscales' });
    for (const version of [2, 3] as const) {
      expect(() => resolveSize(parseSize('!2000,3000', version), region, strict)).toThrow(refused);
      expect(resolveSize(parseSize('!2000,701', version), region, strict)).toEqual(REGION);
      expect(resolveSize(parseSize('!300,600', version), region, strict)).toEqual({
        width: 300,
        height: 210,
      });
    }
    expect(resolveSize(parseSize('^!2000,3000', 3), region, strict)).toEqual({ width: 2000, height: 1398 });
  });

  it('keeps to the proportions where one side is asked for, also of a tile', () => {
    expect(resolveSize(parseSize('91,', 3), EDGE_TILE, EDGE_RULES)).toEqual({ width: 91, height: 515 });
    expect(resolveSize(parseSize(',512', 3), EDGE_TILE, EDGE_RULES)).toEqual({ width: 91, height: 512 });
  });
});

/** 181 pixels are left at the right edge: half of them are 90.5, of 1024 rows 512. */
const EDGE_TILE = { x: 1024, y: 0, width: 181, height: 1024 };
const EDGE_RULES = { image: { width: 1205, height: 2000 }, limits: LIMITS, refuseLargerBoxes: false };

describe('size in version 2.1', () => {
  it.each([
    ['full', [1003, 701]],
    ['max', [1003, 701]],
    ['500,', [500, 349]],
    ['2006,', [2006, 1402]],
    [',1402', [2006, 1402]],
    ['pct:150', [1505, 1052]],
    ['1500,100', [1500, 100]],
    ['!300,600', [300, 210]],
    ['!2000,3000', [1003, 701]],
  ])('makes %s smaller or larger without being told which', (text, size) => {
    expect(resolve(text, REGION, LIMITS, 2)).toEqual(size);
  });

  it.each(['^max', '^500,', '^!500,500', 'Full', '!full', 'full,', '0,', 'pct:0'])(
    'does not read %s',
    (text) => {
      expect(() => parseSize(text, 2)).toThrow(expect.objectContaining({ code: 'image-size-invalid' }));
    },
  );

  it('refuses full above the limits, where max gives what there is', () => {
    const limits = { maxWidth: 500, maxHeight: 500, maxArea: 100_000 };
    expect(() => resolve('full', REGION, limits, 2)).toThrow(
      expect.objectContaining({ code: 'image-size-too-large' }),
    );
    expect(resolve('max', REGION, limits, 2)).toEqual([378, 264]);
  });

  it.each([
    ['max', 'full'],
    ['full', 'full'],
    ['pct:100', 'full'],
    ['500,', '500,'],
    ['500,349', '500,'],
    ['500,350', '500,350'],
    [',349', '499,'],
    ['2006,', '2006,'],
    ['2006,1402', '2006,'],
    ['!2000,2000', 'full'],
  ])('writes %s in one way only: %s', (text, canonical) => {
    const [region, rules] = inside(REGION);
    expect(formatSize(resolveSize(parseSize(text, 2), region, rules), region, rules, 2)).toBe(canonical);
  });

  it('gives a tile and the whole image the sizes of the ladder, asked for by one side', () => {
    const of = (text: string, region: Box) => resolveSize(parseSize(text, 2), region, EDGE_RULES);
    expect(of('91,', EDGE_TILE)).toEqual({ width: 91, height: 512 });
    expect(of(',512', EDGE_TILE)).toEqual({ width: 91, height: 512 });
    expect(of('91,', { ...EDGE_TILE, x: 1023 })).toEqual({ width: 91, height: 515 });
    const image = { width: 2000, height: 1401 };
    const [whole, rules] = [
      { x: 0, y: 0, ...image },
      { ...EDGE_RULES, image },
    ];
    expect(resolveSize(parseSize('500,', 2), whole, rules)).toEqual({ width: 500, height: 351 });
    expect(formatSize({ width: 500, height: 351 }, whole, rules, 2)).toBe('500,');
    expect(formatSize({ width: 500, height: 350 }, whole, rules, 2)).toBe('500,350');
  });
});
