import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPyramid, verifySource } from '../../../server/pyramid/build.ts';
import { readPyramid } from '../../../server/pyramid/tile-index.ts';
import { sharp } from '../../../server/pyramid/sharp.ts';
import { inspectSource } from '../../../server/pyramid/source-image.ts';
import { pixelAt, readPixels } from '../../support/pattern-image.ts';
import { NO_SHARED_DATA, sharedData } from '../../support/shared-data.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = sharedData('image-formats') ?? '';
const LIMITS = { maxPixels: 1_000_000_000 };

/** What has to come of each file: its size upright, and whether it is grey. */
const GOOD: Record<string, { width: number; height: number; gray: boolean }> = {
  'ccitt-t6-g4.tiff': { width: 300, height: 225, gray: true },
  '1pagefax.tif': { width: 1728, height: 1146, gray: true },
  'p179470.tif': { width: 3340, height: 4872, gray: true },
  'indian-ferns-0004-pyramid.tif': { width: 2626, height: 3620, gray: false },
  'tifftag-photoshop.tiff': { width: 317, height: 211, gray: false },
  'fogra-0-100-100-0.tif': { width: 1000, height: 1000, gray: false },
  'Channel_digital_image_CMYK_color.jpg': { width: 500, height: 333, gray: false },
  'Landscape_6.jpg': { width: 600, height: 450, gray: false },
  'Portrait_8.jpg': { width: 450, height: 600, gray: false },
  'giant-image.jpg': { width: 20_000, height: 14_000, gray: true },
  'Flag_of_the_Netherlands-16bit.png': { width: 900, height: 600, gray: false },
  'BigTIFF.tif': { width: 64, height: 64, gray: false },
};

const REFUSED: Record<string, { code: string; message: RegExp }> = {
  'relax.jp2': { code: 'image-file-unsupported', message: /JPEG 2000/ },
  'kant-0020.jp2': { code: 'image-file-unsupported', message: /JPEG 2000/ },
  'multipage.pdf': { code: 'image-file-unsupported', message: /PDF/ },
  'linn.pdf': { code: 'image-file-unsupported', message: /PDF/ },
  'ccitt.pdf': { code: 'image-file-unsupported', message: /PDF/ },
  'jbig2.pdf': { code: 'image-file-unsupported', message: /PDF/ },
  'rotated_skew.pdf': { code: 'image-file-unsupported', message: /PDF/ },
  'corrupt-header.jpg': { code: 'image-file-damaged', message: /damaged/ },
  'SOURCE.md': { code: 'image-file-unsupported', message: /known format/ },
  'OCRmyPDF-resources-README.rst': { code: 'image-file-unsupported', message: /known format/ },
};

/** Its header is good, so that only decoding finds out. */
const CUT_OFF = 'truncated.jpg';

async function build(name: string): Promise<string> {
  const target = join(temporaryFolder(), 'made.tif');
  await buildPyramid(join(folder, name), 0, target, LIMITS);
  return target;
}

describe.skipIf(folder === '')(`real image files (skipped if ${NO_SHARED_DATA})`, () => {
  it('are all accounted for', () => {
    const expected = [...Object.keys(GOOD), ...Object.keys(REFUSED), CUT_OFF];
    expect(readdirSync(folder).sort()).toEqual(expected.sort());
  });

  it.each(Object.entries(GOOD))(
    'makes an upright pyramid of %s, which is one page',
    async (name, { gray, ...size }) => {
      const file = join(folder, name);
      expect(await inspectSource(file, LIMITS)).toMatchObject([{ part: 0, ...size }]);
      await verifySource(file, 0, LIMITS);
      expect(await readPyramid(await build(name))).toMatchObject({ ...size, gray });
    },
  );

  it.each(Object.entries(REFUSED))('refuses %s with a reason', async (name, { code, message }) => {
    const refusal = inspectSource(join(folder, name), LIMITS);
    await expect(refusal).rejects.toMatchObject({ code });
    await expect(refusal).rejects.toThrow(message);
  });

  it('makes no half-grey page of a file that is cut off', async () => {
    const file = join(folder, CUT_OFF);
    expect(await inspectSource(file, LIMITS)).toHaveLength(1);
    await expect(verifySource(file, 0, LIMITS)).rejects.toMatchObject({ code: 'image-file-damaged' });
    await expect(build(CUT_OFF)).rejects.toMatchObject({ code: 'image-file-damaged' });
  });

  it('turns print colours into those that the profile means', async () => {
    // Full magenta and yellow on coated paper (FOGRA39) is #e30613 in every conversion table.
    const [red = 0, green = 0, blue = 0] = pixelAt(
      await readPixels(await build('fogra-0-100-100-0.tif')),
      500,
      500,
    );
    expect(Math.abs(red - 0xe3)).toBeLessThanOrEqual(3);
    expect(Math.abs(green - 0x06)).toBeLessThanOrEqual(3);
    expect(Math.abs(blue - 0x13)).toBeLessThanOrEqual(3);
  });

  it('brings 16 bits to 8 without changing the colours', async () => {
    // The flag's colours by law: #ae1c28, white, #21468b.
    const flag = await readPixels(await build('Flag_of_the_Netherlands-16bit.png'));
    const stripes = [100, 300, 500].map((y) => pixelAt(flag, 450, y));
    const law = [
      [0xae, 0x1c, 0x28],
      [255, 255, 255],
      [0x21, 0x46, 0x8b],
    ];
    expect(
      Math.max(...stripes.flat().map((value, index) => Math.abs(value - (law.flat()[index] ?? 0)))),
    ).toBeLessThanOrEqual(2);
  });

  it('keeps the black on white of bitonal files black on white', async () => {
    const page = (await sharp(await build('p179470.tif')).stats()).channels[0];
    expect(page?.mean).toBeGreaterThan(200);
    expect(page?.min).toBeLessThan(30);
    // Every row of the fax is one run of white.
    expect((await sharp(await build('1pagefax.tif')).stats()).channels[0]?.min).toBeGreaterThan(250);
  });

  it('shows landscapes and portraits with the sky above', async () => {
    for (const name of ['Landscape_6.jpg', 'Portrait_8.jpg']) {
      const upright = await sharp(await build(name))
        .resize(8, 8, { fit: 'fill' })
        .raw()
        .toBuffer();
      const right = await sharp(join(folder, name))
        .autoOrient()
        .resize(8, 8, { fit: 'fill' })
        .raw()
        .toBuffer();
      expect(Math.max(...upright.map((value, index) => Math.abs(value - (right[index] ?? 0))))).toBeLessThan(
        12,
      );
    }
  });

  it('keeps its memory small on 280 megapixels', async () => {
    const before = process.memoryUsage().rss;
    await build('giant-image.jpg');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });
});
