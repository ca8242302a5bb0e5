import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageInfo } from '../../../../server/iiif/image/info.ts';
import { parseRequest } from '../../../../server/iiif/image/parse-request.ts';
import { render } from '../../../../server/iiif/image/render.ts';
import { resolveRequest, rulesOf } from '../../../../server/iiif/image/resolve-request.ts';
import type { Box } from '../../../../server/model/box.ts';
import { buildPyramid } from '../../../../server/pyramid/build.ts';
import { readPyramid } from '../../../../server/pyramid/tile-index.ts';
import type { OpenPyramid } from '../../../../server/pyramid/pyramid-cache.ts';
import { sharp } from '../../../../server/pyramid/sharp.ts';
import { gridTiles } from '../../../support/grid-tiles.ts';
import {
  fromPixels,
  meanDifference,
  patternImage,
  pixelAt,
  readPixels,
  type Pixels,
} from '../../../support/pattern-image.ts';

/** Odd on both sides, so that the last row and column of each level stand for less than the others. */
const SIZE = { width: 2083, height: 1571 };

let folder = '';
let source: Buffer;
/** With its last row and column repeated, which is what the last pixels of a level are made of. */
let extended: Buffer;
let color: OpenPyramid;
let gray: OpenPyramid;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diptych-render-'));
  source = await fromPixels(patternImage(SIZE.width, SIZE.height)).png({ compressionLevel: 1 }).toBuffer();
  extended = await sharp(source)
    .extend({ right: 16, bottom: 16, extendWith: 'copy' })
    .png({ compressionLevel: 1 })
    .toBuffer();
  color = await pyramidOf('color', source);
  gray = await pyramidOf('gray', await sharp(source).toColourspace('b-w').png().toBuffer());
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function pyramidOf(name: string, bytes: Buffer): Promise<OpenPyramid> {
  const [file, path] = [join(folder, name), join(folder, `${name}-p1.tif`)];
  writeFileSync(file, bytes);
  await buildPyramid(file, 0, path, { maxPixels: 10_000_000 });
  return { ...(await readPyramid(path)), path };
}

function get(parameters: string, pyramid = color): Promise<Buffer> {
  const request = parseRequest(`scan/${parameters}`, 3);
  if (request.kind !== 'image') throw new Error('no image');
  return render(
    pyramid,
    resolveRequest(request.image, rulesOf(pyramid, { gray: pyramid.gray, refuseLargerBoxes: false })),
  );
}

/** The answer is like its region of the source, and less like one that lies half a pixel of the answer beside it. */
async function expectPlace(answer: Pixels, region: Box): Promise<void> {
  const difference = await differenceFrom(answer, region);
  expect(difference, JSON.stringify(region)).toBeLessThan(6);
  const across = Math.ceil(region.width / answer.width / 2);
  const down = Math.ceil(region.height / answer.height / 2);
  const besides = [
    { ...region, x: region.x - across },
    { ...region, x: region.x + across },
    { ...region, y: region.y - down },
    { ...region, y: region.y + down },
  ];
  for (const beside of besides) {
    if (beside.x < 0 || beside.x + beside.width > SIZE.width) continue;
    if (beside.y < 0 || beside.y + beside.height > SIZE.height) continue;
    expect(await differenceFrom(answer, beside), JSON.stringify({ region, beside })).toBeGreaterThan(
      difference,
    );
  }
}

async function differenceFrom(answer: Pixels, { x, y, width, height }: Box): Promise<number> {
  const piece = await sharp(extended)
    .extract({ left: x, top: y, width, height })
    .resize(answer.width, answer.height, { fit: 'fill' })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return meanDifference(answer, await readPixels(piece));
}

describe('render', () => {
  it('gives every tile that info.json promises with exactly the right piece of the scan', async () => {
    const tiles = gridTiles(
      SIZE,
      imageInfo({ id: 'https://example.org/scan', image: SIZE, formats: ['jpg', 'png'] }, 3),
    );
    expect(tiles.length).toBe(20 + 6 + 2 + 1);
    for (const { parameters, region, size, scale } of tiles) {
      const tile = await readPixels(await get(parameters));
      expect(tile).toMatchObject(size);
      // Every pixel of it, the last one too, covers as many of the scan as its neighbours.
      await expectPlace(tile, { ...region, width: size.width * scale, height: size.height * scale });
    }
  });

  it.each([
    '17,23,600,500/max',
    '100,101,1501,1303/700,600',
    '900,700,333,333/50,50',
    '3,5,2000,1500/90,68',
    '0,0,2083,1571/200,151',
  ])('cuts %s from the right place, off the grid too', async (parameters) => {
    const answer = await readPixels(await get(`${parameters}/0/default.png`));
    const [left = 0, top = 0, width = 0, height = 0] = (parameters.split('/')[0] ?? '')
      .split(',')
      .map(Number);
    await expectPlace(answer, { x: left, y: top, width, height });
  });

  it('enlarges where it is asked to', async () => {
    expect(await readPixels(await get('10,10,50,40/^200,160/0/default.jpg'))).toMatchObject({
      width: 200,
      height: 160,
    });
  });

  it('turns clockwise, after mirroring', async () => {
    const corner = async (parameters: string) => pixelAt(await readPixels(await get(parameters)), 4, 4);
    const near = (pixel: number[], x: number, y: number) => {
      const [red = 0, green = 0] = pixel;
      // What patternImage puts at the corners, waves apart.
      const expected = [40 + (160 * x) / SIZE.width, 40 + (160 * y) / SIZE.height];
      return Math.abs(red - (expected[0] ?? 0)) < 50 && Math.abs(green - (expected[1] ?? 0)) < 50;
    };
    const [right, bottom] = [SIZE.width, SIZE.height];
    expect(near(await corner('full/400,300/0/default.png'), 0, 0)).toBe(true);
    expect(near(await corner('full/400,300/90/default.png'), 0, bottom)).toBe(true);
    expect(near(await corner('full/400,300/180/default.png'), right, bottom)).toBe(true);
    expect(near(await corner('full/400,300/270/default.png'), right, 0)).toBe(true);
    expect(near(await corner('full/400,300/!0/default.png'), right, 0)).toBe(true);
    expect(near(await corner('full/400,300/!90/default.png'), right, bottom)).toBe(true);
    expect(await readPixels(await get('full/400,300/90/default.png'))).toMatchObject({
      width: 300,
      height: 400,
    });
  });

  it('turns by any angle into the rectangle around, with clear corners or white ones', async () => {
    // 400 cos 30 + 300 sin 30 and 400 sin 30 + 300 cos 30.
    const [width, height] = [496, 460];
    for (const format of ['png', 'webp', 'gif']) {
      const turned = await readPixels(await get(`full/400,300/30/default.${format}`));
      expect(Math.abs(turned.width - width), format).toBeLessThanOrEqual(1);
      expect(Math.abs(turned.height - height), format).toBeLessThanOrEqual(1);
      expect(turned.channels).toBe(4);
      expect(pixelAt(turned, 1, 1)[3], format).toBe(0);
      expect(pixelAt(turned, 250, 230)[3], format).toBe(255);
    }
    const white = await readPixels(await get('full/400,300/30/default.jpg'));
    expect(Math.min(...pixelAt(white, 2, 2))).toBeGreaterThan(250);
  });

  it('turns grey scans by any angle too', async () => {
    const turned = await readPixels(await get('full/400,300/22.5/default.png', gray));
    expect(pixelAt(turned, 1, 1).at(-1)).toBe(0);
    expect(pixelAt(turned, Math.floor(turned.width / 2), Math.floor(turned.height / 2)).at(-1)).toBe(255);
  });

  it('makes grey of colours, and leaves grey grey in every quality', async () => {
    for (const [parameters, pyramid] of [
      ['gray.jpg', color],
      ['default.jpg', gray],
      ['color.jpg', gray],
      ['gray.png', gray],
    ] as const) {
      const { channels, space } = await sharp(await get(`full/400,/0/${parameters}`, pyramid)).metadata();
      expect({ channels, space }, parameters).toEqual({ channels: 1, space: 'b-w' });
    }
    expect((await sharp(await get('full/400,/0/color.jpg')).metadata()).channels).toBe(3);
  });

  it.each(['png', 'webp', 'gif', 'tif'])(
    'makes nothing but black and white for bitonal as %s',
    async (format) => {
      const { data } = await readPixels(await get(`full/400,/0/bitonal.${format}`));
      expect([...new Set(data)].sort()).toEqual([0, 255]);
    },
  );

  it.each([
    ['jpg', 'jpeg'],
    ['png', 'png'],
    ['webp', 'webp'],
    ['gif', 'gif'],
    ['tif', 'tiff'],
  ])('writes %s, of the right size and look', async (format, name) => {
    const bytes = await get(`0,0,512,512/max/0/default.${format}`);
    expect((await sharp(bytes).metadata()).format).toBe(name);
    const piece = await sharp(source).extract({ left: 0, top: 0, width: 512, height: 512 }).png().toBuffer();
    expect(meanDifference(await readPixels(bytes), await readPixels(piece))).toBeLessThan(5);
  });

  it('says of a damaged pyramid that it is damaged', async () => {
    const damaged = await pyramidOf('damaged', source);
    truncateSync(damaged.path, 5000);
    await expect(get('full/max/0/default.jpg', damaged)).rejects.toMatchObject({
      code: 'image-file-damaged',
    });
  });
});
