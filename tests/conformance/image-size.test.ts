import { describe, expect, it } from 'vitest';
import type { Size } from '../../server/model/box.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { CLOSE_WHEN_SCALED, decoded, expectPicture, expectedPicture } from '../support/expected-picture.ts';
import { IMAGE_API_2, IMAGE_API_3, IMAGE_APIS, type ImageApi } from '../support/image-api.ts';
import { patternImage } from '../support/pattern-image.ts';
import { imageId, sharedImages } from '../support/served-images.ts';

const WIDE = patternImage(1003, 701);
const FULL = { x: 0, y: 0, width: 1003, height: 701 };
const PART = { x: 100, y: 200, width: 300, height: 150 };

const served = sharedImages(() => ({
  wide: WIDE,
  thin: patternImage(1200, 3),
  grid: patternImage(1027, 700),
}));

function ask(api: ImageApi, size: string, region = 'full', name = 'wide') {
  return served().ask(`${api.path}/${imageId(name)}/${region}/${size}/0/default.png`);
}

async function sizeOf(api: ImageApi, size: string, region = 'full'): Promise<Size> {
  const { status, bytes } = await ask(api, size, region);
  expect([size, status]).toEqual([size, 200]);
  const { width, height } = await decoded(bytes);
  return { width, height };
}

/** That sides of the same proportions were reckoned, to the nearest pixel or the next: the rounding is open. */
function expectProportion({ width, height }: Size, region: Size): void {
  expect(Math.abs((width * region.height) / region.width - height)).toBeLessThan(1);
}

describe.each(IMAGE_APIS)('the size in version $version', (api) => {
  it('gives the region as it is where the whole of it is asked for', async () => {
    await expectPicture(await ask(api, api.unscaled), expectedPicture(WIDE, FULL, FULL));
    await expectPicture(await ask(api, api.unscaled, '100,200,300,150'), expectedPicture(WIDE, PART, PART));
  });

  it.each([502, 400, 251, 200, 999])('%i, is exactly that wide, of the same proportions', async (width) => {
    const size = await sizeOf(api, `${width},`);
    expect(size.width).toBe(width);
    expectProportion(size, FULL);
    await expectPicture(await ask(api, `${width},`), expectedPicture(WIDE, FULL, size), CLOSE_WHEN_SCALED);
  });

  it.each([350, 280, 175, 140, 700])(',%i is exactly that high, of the same proportions', async (height) => {
    const size = await sizeOf(api, `,${height}`);
    expect(size.height).toBe(height);
    expect(Math.abs((height * 1003) / 701 - size.width)).toBeLessThan(1);
    await expectPicture(await ask(api, `,${height}`), expectedPicture(WIDE, FULL, size), CLOSE_WHEN_SCALED);
  });

  it.each([
    [502, 351],
    [400, 600],
    [900, 200],
    [1003, 350],
    [501, 701],
  ])('%i,%i is exactly that, though it distort', async (width, height) => {
    await expectPicture(
      await ask(api, `${width},${height}`),
      expectedPicture(WIDE, FULL, { width, height }),
      CLOSE_WHEN_SCALED,
    );
  });

  it.each([50, 33.3, 25, 99.9, 12.5])('pct:%d is so much of each side', async (percent) => {
    const size = await sizeOf(api, `pct:${percent}`);
    expect(Math.abs(size.width - 10.03 * percent)).toBeLessThan(1);
    expect(Math.abs(size.height - 7.01 * percent)).toBeLessThan(1);
    await expectPicture(
      await ask(api, `pct:${percent}`),
      expectedPicture(WIDE, FULL, size),
      percent < 20 ? 4 : CLOSE_WHEN_SCALED,
    );
  });

  it('pct:100 is the region as it is', async () => {
    expect(await sizeOf(api, 'pct:100', '100,200,300,150')).toEqual({ width: 300, height: 150 });
  });

  it.each([
    [400, 400],
    [600, 200],
    [200, 5000],
    [1003, 350],
    [502, 351],
  ])('!%i,%i is the largest that fits, of the same proportions', async (width, height) => {
    const size = await sizeOf(api, `!${width},${height}`);
    expect(size.width).toBeLessThanOrEqual(width);
    expect(size.height).toBeLessThanOrEqual(height);
    // One pixel more on the side that is bound would not fit.
    expect(size.width === width || size.height === height).toBe(true);
    expectProportion(size, FULL);
    await expectPicture(
      await ask(api, `!${width},${height}`),
      expectedPicture(WIDE, FULL, size),
      CLOSE_WHEN_SCALED,
    );
  });

  it('scales the region, not the image', async () => {
    for (const [size, width, height] of [
      ['150,', 150, 75],
      [',50', 100, 50],
      ['pct:30', 90, 45],
      ['!80,80', 80, 40],
      ['200,100', 200, 100],
    ] as const) {
      const expected = expectedPicture(WIDE, PART, { width, height });
      await expectPicture(await ask(api, size, '100,200,300,150'), expected);
    }
  });

  it.each(['0,', ',0', '0,0', '0,100', '100,0', '!0,0', '!0,100', '!100,0', 'pct:0', 'pct:0.0'])(
    '%s is of no pixel, and answered 400: §4.2',
    async (size) => {
      expectRefusal(await ask(api, size), 400);
    },
  );

  it('answers 400 where rounding would leave a side without a pixel: §4.2', async () => {
    expectRefusal(await ask(api, '10,', 'full', 'thin'), 400);
    expectRefusal(await ask(api, 'pct:1', 'full', 'thin'), 400);
    expectRefusal(await ask(api, '0,', 'full', 'thin'), 400);
  });

  it.each([
    ',',
    '',
    '100',
    '100,100,',
    '!100',
    '!100,',
    '!,100',
    '!max',
    '!pct:50',
    '-100,',
    ',-100',
    '+100,',
    '1e2,',
    '100.5,',
    '0x64,',
    'pct:',
    'pct:-5',
    'pct:+5',
    'pct:1e1',
    'pct:50%',
    'pct:50,50',
    'NaN,',
    'Infinity,',
    'Max',
    'MAX',
    'maximum',
    '!!100,100',
    '100;100',
    '１００,',
  ])('%s is no size, and answered 400', async (size) => {
    expectRefusal(await ask(api, encodeURIComponent(size).replaceAll('%2C', ',')), 400);
  });
});

describe('the size in version 3.0', () => {
  const api = IMAGE_API_3;

  it.each([
    '1004,',
    ',702',
    '1004,701',
    '1003,702',
    '2006,1402',
    'pct:100.1',
    'pct:200',
    '99999999999999999999,',
  ])('%s is larger than the image and has no ^, and is answered 400: §4.2', async (size) => {
    expectRefusal(await ask(api, size), 400);
  });

  it.each(['301,', ',151', '301,150', '300,151', 'pct:101'])(
    '%s is larger than the region though not than the image, and is answered 400: §4.2',
    async (size) => {
      expectRefusal(await ask(api, size, '100,200,300,150'), 400);
    },
  );

  it.each([
    ['^600,', 600, 300],
    ['^,225', 450, 225],
    ['^600,200', 600, 200],
    ['^200,300', 200, 300],
    ['^pct:150', 450, 225],
    ['^!700,400', 700, 350],
  ])('%s enlarges the region', async (size, width, height) => {
    const expected = expectedPicture(WIDE, PART, { width, height });
    await expectPicture(await ask(api, size, '100,200,300,150'), expected, 3);
  });

  it.each([
    ['^150,', 150, 75],
    ['^,50', 100, 50],
    ['^pct:50', 150, 75],
    ['^!80,80', 80, 40],
    ['^200,100', 200, 100],
    ['^300,150', 300, 150],
  ])('%s does what it does without ^ where nothing has to be enlarged', async (size, width, height) => {
    const expected = expectedPicture(WIDE, PART, { width, height });
    await expectPicture(await ask(api, size, '100,200,300,150'), expected);
  });

  it('keeps the proportions of a sliver too, as closely as possible: §4.2', async () => {
    // The last column of tiles: a viewer of version 2 means something else by 2, but it asks for version 2.
    const { bytes } = await ask(api, '2,', '1024,0,3,700', 'grid');
    const { width, height } = await decoded(bytes);
    expect(width).toBe(2);
    expect(Math.abs(height - (700 * 2) / 3)).toBeLessThan(1);
  });

  it('gives the region as it is for a larger !w,h: no larger than the extracted region, §4.2', async () => {
    await expectPicture(await ask(api, '!2000,3000'), expectedPicture(WIDE, FULL, FULL));
    await expectPicture(await ask(api, '!301,151', '100,200,300,150'), expectedPicture(WIDE, PART, PART));
  });

  it.each([
    'full',
    '^full',
    '^',
    '^^100,',
    '100,^',
    '!^100,100',
    '^!max',
    '^-5,',
    '^0,',
    '^pct:0',
    'max^',
    '%5E',
  ])('%s is no size of this version, and answered 400', async (size) => {
    expectRefusal(await ask(api, size), 400);
  });
});

describe('the size in version 2.1', () => {
  const api = IMAGE_API_2;

  it('takes max as well as full: §4.2', async () => {
    await expectPicture(await ask(api, 'max'), expectedPicture(WIDE, FULL, FULL));
  });

  it.each(['^max', '^full', '^500,', '^,500', '^500,500', '^!500,500', '^pct:50'])(
    '%s belongs to version 3, and is answered 400',
    async (size) => {
      expectRefusal(await ask(api, size), 400);
    },
  );

  it('never makes of !w,h a picture beyond the box: §4.2', async () => {
    const size = await sizeOf(api, '!400,400', '100,200,300,150');
    expect(size.width).toBeLessThanOrEqual(400);
    expect(size.height).toBeLessThanOrEqual(400);
    expectProportion(size, PART);
  });
});
