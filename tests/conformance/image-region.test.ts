import { describe, expect, it } from 'vitest';
import type { Box } from '../../server/model/box.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { decoded, expectPicture, expectedPicture } from '../support/expected-picture.ts';
import { IMAGE_APIS, linkTo, type ImageApi } from '../support/image-api.ts';
import { patternImage } from '../support/pattern-image.ts';
import { imageId, sharedImages } from '../support/served-images.ts';

const SCANS = { wide: patternImage(1003, 701), tall: patternImage(401, 900), even: patternImage(300, 300) };

const served = sharedImages(() => SCANS);

/** Of the region as it is, without loss. */
function ask(api: ImageApi, region: string, name = 'wide') {
  return served().ask(`${api.path}/${imageId(name)}/${region}/${api.unscaled}/0/default.png`);
}

/** The region that the canonical address names. */
async function canonicalRegion(api: ImageApi, region: string, name = 'wide'): Promise<Box | 'full'> {
  const { headers } = await ask(api, region, name);
  const [text = ''] =
    (linkTo(headers.link, 'canonical') ?? '').split(`${imageId(name)}/`)[1]?.split('/') ?? [];
  if (text === 'full') return text;
  const [x = NaN, y = NaN, width = NaN, height = NaN] = text.split(',').map(Number);
  return { x, y, width, height };
}

function shown(box: Box, name: keyof typeof SCANS = 'wide') {
  return expectedPicture(SCANS[name], box, box);
}

describe.each(IMAGE_APIS)('the region in version $version', (api) => {
  it.each([
    ['full', { x: 0, y: 0, width: 1003, height: 701 }],
    ['0,0,1003,701', { x: 0, y: 0, width: 1003, height: 701 }],
    ['0,0,1,1', { x: 0, y: 0, width: 1, height: 1 }],
    ['1002,700,1,1', { x: 1002, y: 700, width: 1, height: 1 }],
    ['125,15,120,140', { x: 125, y: 15, width: 120, height: 140 }],
    ['13,0,37,701', { x: 13, y: 0, width: 37, height: 701 }],
    ['511,511,2,2', { x: 511, y: 511, width: 2, height: 2 }],
    ['500,300,300,301', { x: 500, y: 300, width: 300, height: 301 }],
  ])('%s shows those pixels and no others', async (region, box) => {
    await expectPicture(await ask(api, region), shown(box), box.width * box.height < 10 ? 6 : undefined);
  });

  it.each([
    ['900,600,500,500', { x: 900, y: 600, width: 103, height: 101 }],
    ['0,650,5000,5000', { x: 0, y: 650, width: 1003, height: 51 }],
    ['0,0,99999999999999999999,99999999999999999999', { x: 0, y: 0, width: 1003, height: 701 }],
    ['pct:90,90,66.6,100', { x: 903, y: 631, width: 100, height: 70 }],
  ])('%s is cut off at the edge of the image: §4.1', async (region, box) => {
    await expectPicture(await ask(api, region), shown(box));
  });

  it.each([
    [0, 0, 100, 100],
    [0, 0, 50, 50],
    [50, 50, 50, 50],
    [41.6, 7.5, 40, 70],
    [33.333, 66.667, 33.333, 33.333],
    [0.05, 0.05, 99.95, 99.95],
    [10.123456789, 20.987654321, 30.5, 40.25],
    [99, 99, 1, 1],
  ])('pct:%d,%d,%d,%d has its edges within a pixel of where they are reckoned to be', async (...percent) => {
    const [x, y, width, height] = percent;
    const found = await canonicalRegion(api, `pct:${percent.join(',')}`);
    const box = found === 'full' ? { x: 0, y: 0, width: 1003, height: 701 } : found;
    expect(Math.abs(box.x - x * 10.03)).toBeLessThan(1);
    expect(Math.abs(box.y - y * 7.01)).toBeLessThan(1);
    expect(Math.abs(box.x + box.width - (x + width) * 10.03)).toBeLessThan(1);
    expect(Math.abs(box.y + box.height - (y + height) * 7.01)).toBeLessThan(1);
    await expectPicture(await ask(api, `pct:${percent.join(',')}`), shown(box));
  });

  it('leaves neither gap nor overlap between percentages that share an edge', async () => {
    const slices = Array.from(
      { length: 7 },
      (_, nth) => `${(14.28 * nth).toFixed(2)},0,${nth === 6 ? 14.32 : 14.28},100`,
    );
    const found = await Promise.all(slices.map((slice) => canonicalRegion(api, `pct:${slice}`)));
    let next = 0;
    for (const box of found) {
      if (box === 'full') throw new Error('a slice is not the whole');
      expect(box.x).toBe(next);
      next = box.x + box.width;
    }
    expect(next).toBe(1003);
  });

  it.each(['wide', 'tall'] as const)('square is as large as the shorter side of a %s image', async (name) => {
    const found = await canonicalRegion(api, 'square', name);
    if (found === 'full') throw new Error('it is not square');
    const { width, height } = SCANS[name];
    const edge = Math.min(width, height);
    expect([found.width, found.height]).toEqual([edge, edge]);
    expect(found.x + edge).toBeLessThanOrEqual(width);
    expect(found.y + edge).toBeLessThanOrEqual(height);
    await expectPicture(await ask(api, 'square', name), shown(found, name));
  });

  it('square is the whole of a square image', async () => {
    expect(await canonicalRegion(api, 'square', 'even')).toBe('full');
    const { width, height } = await decoded((await ask(api, 'square', 'even')).bytes);
    expect([width, height]).toEqual([300, 300]);
  });

  it.each([
    '0,0,0,10',
    '0,0,10,0',
    '10,10,0,0',
    'pct:0,0,0,10',
    'pct:10,10,10,0',
    'pct:0,0,0.0,0.0',
    '1003,0,10,10',
    '0,701,10,10',
    '1003,701,1,1',
    '99999999999999999999,0,10,10',
    'pct:100,0,10,10',
    'pct:0,100,10,10',
    'pct:101,0,10,10',
  ])('%s is of no pixel or outside, and answered 400: §4.1', async (region) => {
    expectRefusal(await ask(api, region), 400);
  });

  it.each([
    '-1,0,10,10',
    '0,-1,10,10',
    '0,0,-10,10',
    '+1,0,10,10',
    '1.5,0,10,10',
    '1e2,0,10,10',
    '0x10,0,10,10',
    '0,0,10',
    '0,0,10,10,10',
    '0,0,,10',
    ',,,',
    '0 ,0,10,10',
    'NaN,0,10,10',
    'Infinity,0,10,10',
    'pct:-1,0,10,10',
    'pct:+1,0,10,10',
    'pct:1e1,0,10,10',
    'pct:0,0,10',
    'pct:',
    'pct:.,0,10,10',
    'pct:1.2.3,0,10,10',
    'PCT:0,0,10,10',
    'percent:0,0,10,10',
    'Full',
    'FULL',
    'squares',
    'whole',
    '٠,٠,١٠,١٠',
  ])('%s is no region, and answered 400', async (region) => {
    expectRefusal(await ask(api, encodeURIComponent(region).replaceAll('%2C', ',')), 400);
  });
});
