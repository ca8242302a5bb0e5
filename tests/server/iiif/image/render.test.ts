import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseLevel } from '../../../../server/iiif/image/choose-level.ts';
import { imageInfo } from '../../../../server/iiif/image/info.ts';
import { parseRequest } from '../../../../server/iiif/image/parse-request.ts';
import { render, type RenderOptions } from '../../../../server/iiif/image/render.ts';
import type { Jp2Options, PlainPixels } from '../../../../server/iiif/image/jp2-writer.ts';
import { resolveRequest, rulesOf } from '../../../../server/iiif/image/resolve-request.ts';
import { rotatedSize } from '../../../../server/iiif/image/rotation.ts';
import type { Box } from '../../../../server/model/box.ts';
import { Failure } from '../../../../server/model/failure.ts';
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

function get(parameters: string, pyramid = color, options?: RenderOptions): Promise<Buffer> {
  const request = parseRequest(`scan/${parameters}`, 3);
  if (request.kind !== 'image') throw new Error('no image');
  const rules = rulesOf(pyramid, { gray: pyramid.gray, refuseLargerBoxes: false });
  return render(pyramid, resolveRequest(request.image, rules), options);
}

/** Keeps what it is given to write. */
function jp2Writer() {
  const calls: { pixels: PlainPixels; options: Jp2Options }[] = [];
  return {
    calls,
    program: 'test',
    write: (pixels: PlainPixels, options: Jp2Options) => {
      calls.push({ pixels, options });
      return Promise.resolve(Buffer.from('jp2'));
    },
  };
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

function mediaBox(pdf: Buffer): string | undefined {
  return /\/MediaBox \[(.*?)\]/.exec(pdf.toString('latin1'))?.[1];
}

/** With four bytes for each pixel, whatever there are in the file. */
async function clearPixels(bytes: Buffer): Promise<Pixels> {
  return readPixels(
    await sharp(bytes).ensureAlpha().toColourspace('srgb').png({ compressionLevel: 1 }).toBuffer(),
  );
}

describe('render', () => {
  it('gives every tile that info.json promises with exactly the right piece of the scan', async () => {
    const tiles = gridTiles(
      SIZE,
      imageInfo({ id: 'https://example.org/scan', image: SIZE, formats: ['jpg', 'png'], gray: false }, 3),
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
    '402,202,1601,1301/371,301',
    '482,370,1601,1201/377,283',
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

  it('mirrors and turns what it has cut, also where it has read more than that', async () => {
    const box = { x: 402, y: 202, width: 1601, height: 1301 };
    const { window, scaled } = chooseLevel(color, box, { width: 371, height: 301 });
    expect(scaled.width).toBeGreaterThan(window.width);
    expect(scaled.height).toBeGreaterThan(window.height);
    const upright = await get('402,202,1601,1301/371,301/0/default.png');
    for (const degrees of [0, 90, 180, 270]) {
      for (const mirror of ['', '!']) {
        const mirrored = await sharp(upright)
          .flop(mirror === '!')
          .png()
          .toBuffer();
        const expected = await readPixels(await sharp(mirrored).rotate(degrees).png().toBuffer());
        const answer = await readPixels(
          await get(`402,202,1601,1301/371,301/${mirror}${degrees}/default.png`),
        );
        expect(answer, `${mirror}${degrees}`).toMatchObject({
          width: expected.width,
          height: expected.height,
        });
        expect(answer.data.equals(expected.data), `${mirror}${degrees}`).toBe(true);
      }
    }
    const slanted = await readPixels(await get('402,202,1601,1301/371,301/!100.5/default.png'));
    expect(slanted).toMatchObject(
      rotatedSize({ width: 371, height: 301 }, { mirrored: true, degrees: 100.5 }),
    );
  });

  it('turns by any angle into the rectangle around, with clear corners or white ones', async () => {
    // 400 cos 30 + 300 sin 30 and 400 sin 30 + 300 cos 30.
    const size = { width: 496, height: 460 };
    for (const pyramid of [color, gray]) {
      for (const quality of ['default', 'gray', 'bitonal']) {
        for (const format of ['png', 'webp', 'avif', 'gif']) {
          const turned = await clearPixels(await get(`full/400,300/30/${quality}.${format}`, pyramid));
          expect(turned, format).toMatchObject(size);
          expect(pixelAt(turned, 1, 1)[3], `${quality} ${format}`).toBe(0);
          expect(pixelAt(turned, 494, 458)[3], `${quality} ${format}`).toBe(0);
          expect(pixelAt(turned, 250, 230)[3], `${quality} ${format}`).toBe(255);
        }
        for (const format of ['jpg', 'tif']) {
          const white = await readPixels(await get(`full/400,300/30/${quality}.${format}`, pyramid));
          expect(white, format).toMatchObject(size);
          expect(Math.min(...pixelAt(white, 2, 2)), `${quality} ${format}`).toBeGreaterThan(250);
          expect(white.channels, `${quality} ${format}`).toBeLessThanOrEqual(3);
        }
      }
    }
  });

  it('declares the size that it gives, for every angle', async () => {
    for (const [region, degrees] of [
      ['0,0,2083,2', 45],
      ['5,5,3,1500', 89.9999],
      ['0,0,701,701', 45],
      ['10,10,333,222', 0.0001],
      ['10,10,333,222', 211.7],
      ['10,10,333,222', 359.9999],
    ] as const) {
      const request = parseRequest(`scan/${region}/max/!${degrees}/default.png`, 3);
      if (request.kind !== 'image') throw new Error('no image');
      const rules = rulesOf(color, { gray: false, refuseLargerBoxes: false });
      const { size, rotation } = resolveRequest(request.image, rules);
      const answer = await readPixels(await get(`${region}/max/!${degrees}/default.png`));
      expect(answer, region).toMatchObject(rotatedSize(size, rotation));
    }
  });

  it('makes grey of colours, and leaves grey grey in every quality', async () => {
    for (const [parameters, pyramid] of [
      ['gray.jpg', color],
      ['gray.png', color],
      ['gray.tif', color],
      ['default.jpg', gray],
      ['color.jpg', gray],
      ['gray.png', gray],
      ['default.tif', gray],
      ['bitonal.jpg', color],
      ['bitonal.png', color],
    ] as const) {
      const { channels, space } = await sharp(await get(`full/400,/0/${parameters}`, pyramid)).metadata();
      expect({ channels, space }, parameters).toEqual({ channels: 1, space: 'b-w' });
    }
    expect((await sharp(await get('full/400,/0/color.jpg')).metadata()).channels).toBe(3);
    for (const format of ['webp', 'avif', 'gif']) {
      const { data } = await clearPixels(await get(`full/200,/0/gray.${format}`));
      const colourful = data.filter(
        (value, at) => at % 4 < 2 && Math.abs(value - (data[at + 1] ?? 0)) > 2,
      ).length;
      expect(colourful, format).toBe(0);
    }
  });

  it('makes the same grey of a region whether or not it is resized', async () => {
    const exact = await readPixels(await get('0,0,512,512/max/0/gray.png'));
    const piece = await sharp(source)
      .extract({ left: 0, top: 0, width: 512, height: 512 })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    expect(meanDifference(exact, await readPixels(piece))).toBeLessThan(5);
  });

  it.each(['png', 'webp', 'avif', 'gif', 'tif'])(
    'makes nothing but black and white for bitonal as %s, turned or not',
    async (format) => {
      for (const [rotation, pyramid] of [
        ['0', color],
        ['0', gray],
        ['90', color],
        ['!33', color],
        ['33', gray],
      ] as const) {
        const { data } = await clearPixels(await get(`full/400,/${rotation}/bitonal.${format}`, pyramid));
        const colours = new Set<string>();
        for (let at = 0; at < data.length; at += 4) {
          const [red, green, blue, alpha] = data.subarray(at, at + 4);
          colours.add(alpha === 0 ? 'clear' : [red, green, blue, alpha].join());
        }
        const corners = rotation.endsWith('33') && format !== 'tif' ? ['clear'] : [];
        expect([...colours].sort(), rotation).toEqual(['0,0,0,255', '255,255,255,255', ...corners]);
      }
    },
  );

  it('keeps two colours apart in JPEG as far as that can', async () => {
    const { data } = await readPixels(await get('full/400,/0/bitonal.jpg'));
    const between = data.filter((value) => value > 6 && value < 249).length;
    expect(between / data.length).toBeLessThan(0.001);
  });

  it('sets black apart from white alike in every region and size', async () => {
    const whole = await readPixels(await get('full/max/0/bitonal.png'));
    const tile = await readPixels(await get('1024,512,512,512/max/0/bitonal.png'));
    const cut = await fromPixels(whole)
      .extract({ left: 1024, top: 512, width: 512, height: 512 })
      .raw()
      .toBuffer();
    expect(cut.equals(tile.data)).toBe(true);
  });

  it.each([
    ['jpg', 'jpeg'],
    ['png', 'png'],
    ['webp', 'webp'],
    ['avif', 'heif'],
    ['gif', 'gif'],
    ['tif', 'tiff'],
  ])('writes %s, of the right size and look', async (format, name) => {
    const bytes = await get(`0,0,512,512/max/0/default.${format}`);
    expect((await sharp(bytes).metadata()).format).toBe(name);
    const piece = await sharp(source).extract({ left: 0, top: 0, width: 512, height: 512 }).png().toBuffer();
    expect(meanDifference(await readPixels(bytes), await readPixels(piece))).toBeLessThan(5);
  });

  it('puts the JPEG itself into PDF, on paper of the region’s size at any number of pixels', async () => {
    for (const [pixels, quality] of [
      ['max', 'default'],
      ['200,', 'default'],
      ['200,', 'gray'],
    ] as const) {
      const jpeg = await get(`100,200,600,300/${pixels}/0/${quality}.jpg`);
      const pdf = await get(`100,200,600,300/${pixels}/0/${quality}.pdf`, color, { resolution: 150 });
      expect(pdf.includes(jpeg)).toBe(true);
      expect(mediaBox(pdf)).toBe('0 0 288 144');
    }
    const turned = await get('100,200,600,300/200,/90/default.pdf', color, { resolution: 150 });
    expect(mediaBox(turned)).toBe('0 0 144 288');
  });

  it('makes two colours in PDF small, and white where nothing is', async () => {
    const pdf = await get('full/400,/30/bitonal.pdf');
    expect(pdf.includes('/BitsPerComponent 1\n')).toBe(true);
    expect(pdf.includes('/SMask')).toBe(false);
    expect(pdf.length).toBeLessThan((await get('full/400,/30/bitonal.jpg')).length / 2);
  });

  it('hands the pixels to who can write JPEG 2000, without loss where they are two colours', async () => {
    const jp2 = jp2Writer();
    const { signal } = new AbortController();
    for (const [quality, pyramid] of [
      ['default', color],
      ['gray', color],
      ['color', gray],
      ['bitonal', color],
    ] as const) {
      expect(String(await get(`full/400,300/30/${quality}.jp2`, pyramid, { jp2, signal }))).toBe('jp2');
    }
    expect(jp2.calls.map(({ pixels: { channels }, options }) => ({ channels, ...options }))).toEqual([
      { channels: 3, lossless: false, signal },
      { channels: 1, lossless: false, signal },
      { channels: 1, lossless: false, signal },
      { channels: 1, lossless: true, signal },
    ]);
    for (const { pixels } of jp2.calls) {
      expect(pixels).toMatchObject({ width: 496, height: 460 });
      expect(pixels.data.length).toBe(496 * 460 * pixels.channels);
      expect(new Set(pixelAt(pixels, 1, 1))).toEqual(new Set([255]));
    }
    expect(new Set(jp2.calls.at(-1)?.pixels.data)).toEqual(new Set([0, 255]));
  });

  it('says that there is no JPEG 2000 where nothing can write it', async () => {
    await expect(get('full/max/0/default.jp2')).rejects.toMatchObject({ code: 'image-option-unsupported' });
  });

  it('does not take the writer’s trouble for the pyramid’s', async () => {
    const failing = {
      program: 'test',
      write: () => Promise.reject(new Failure('write-failed', 'No more room')),
    };
    const answer = get('full/200,/0/default.jp2', color, { jp2: failing });
    await expect(answer).rejects.toMatchObject({ code: 'write-failed' });
  });

  it('begins nothing for who has left', async () => {
    const options = { signal: AbortSignal.abort() };
    await expect(get('full/max/0/default.jpg', { ...color, path: '/nowhere' }, options)).rejects.toThrow(
      /abort/i,
    );
  });

  it('gives the same bytes whenever it is asked', async () => {
    for (const format of ['jpg', 'png', 'webp', 'avif', 'gif', 'tif', 'pdf']) {
      for (const parameters of ['50,60,300,200/max/0/default', '50,60,300,200/max/12.5/bitonal']) {
        const [one, two] = [await get(`${parameters}.${format}`), await get(`${parameters}.${format}`)];
        expect(one.equals(two), `${parameters}.${format}`).toBe(true);
      }
    }
  });

  it('says of a damaged pyramid that it is damaged', async () => {
    const damaged = await pyramidOf('damaged', source);
    truncateSync(damaged.path, 5000);
    await expect(get('full/max/0/default.jpg', damaged)).rejects.toMatchObject({
      code: 'image-file-damaged',
    });
  });
});
