import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { resolutionOf, type StatedResolution } from '../../../server/pyramid/resolution.ts';
import { inspectSource } from '../../../server/pyramid/source-image.ts';
import { fromPixels, patternImage } from '../../support/pattern-image.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { tiffPicture, type TiffPicture } from '../../support/tiff-picture.ts';

const SIZE = { width: 600, height: 400 };
const plain = fromPixels(patternImage(SIZE.width, SIZE.height));

async function resolutionIn(bytes: Buffer): Promise<number | undefined> {
  const file = join(temporaryFolder(), 'scan');
  writeFileSync(file, bytes);
  const [part] = await inspectSource(file, { maxPixels: 1_000_000 });
  return part?.resolution;
}

function page(resolution?: TiffPicture['resolution']): TiffPicture {
  const data = Buffer.alloc(SIZE.width * SIZE.height, 128);
  const picture = { ...SIZE, bits: 8 as const, samples: 1, photometric: 1, data };
  return resolution === undefined ? picture : { ...picture, resolution };
}

function tiff(resolution?: TiffPicture['resolution']): Buffer {
  return tiffPicture(page(resolution));
}

/** @param mark what stands between start and tables: JFIF's segment, EXIF's, both or none. */
async function jpeg(...mark: Buffer[]): Promise<Buffer> {
  const bytes = await plain.clone().jpeg().toBuffer();
  const tables = bytes.indexOf(Buffer.from([0xff, 0xdb]));
  return Buffer.concat([bytes.subarray(0, 2), ...mark, bytes.subarray(tables)]);
}

function jfif(unit: number, x: number, y: number): Buffer {
  return Buffer.from([
    0xff,
    0xe0,
    0,
    16,
    ...Buffer.from('JFIF\0'),
    1,
    2,
    unit,
    x >> 8,
    x & 255,
    y >> 8,
    y & 255,
    0,
    0,
  ]);
}

/** EXIF is a TIFF file in a segment. */
function exif(body: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.from('\0\0Exif\0\0', 'latin1'), body]);
  whole.writeUInt16BE(whole.length);
  return Buffer.concat([Buffer.from([0xff, 0xe1]), whole]);
}

function exifResolution(x: number, y: number, unit?: number): Buffer {
  const picture = {
    width: 1,
    height: 1,
    bits: 8 as const,
    samples: 1,
    photometric: 1,
    data: Buffer.from([0]),
  };
  return exif(tiffPicture({ ...picture, resolution: { x, y, ...(unit === undefined ? {} : { unit }) } }));
}

async function png(x: number, y: number, unit: number): Promise<Buffer> {
  const bytes = await plain.clone().png().toBuffer();
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(x, 8);
  chunk.writeUInt32BE(y, 12);
  chunk.writeUInt8(unit, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  const afterHeader = 8 + 25;
  return Buffer.concat([bytes.subarray(0, afterHeader), chunk, bytes.subarray(afterHeader)]);
}

describe('the resolution of a scan', () => {
  it('is in pixels per inch, whatever the file counts by', async () => {
    expect(await resolutionIn(tiff({ x: 400, y: 400, unit: 2 }))).toBe(400);
    expect(await resolutionIn(tiff({ x: 118.11, y: 118.11, unit: 3 }))).toBe(300);
    const big = plain
      .clone()
      .tiff({ bigtiff: true, xres: 400 / 25.4, yres: 400 / 25.4, resolutionUnit: 'inch' });
    expect(await resolutionIn(await big.toBuffer())).toBe(400);
    expect(await resolutionIn(await jpeg(jfif(1, 300, 300)))).toBe(300);
    expect(await resolutionIn(await jpeg(jfif(2, 118, 118)))).toBe(299.72);
    expect(await resolutionIn(await jpeg(exifResolution(600, 600, 2)))).toBe(600);
    expect(await resolutionIn(await png(11_811, 11_811, 1))).toBe(300);
  });

  it('is per inch where a TIFF file names no unit, as the specification has it', async () => {
    expect(await resolutionIn(tiff({ x: 200, y: 200 }))).toBe(200);
  });

  it('is that of each page of a file of several', async () => {
    const file = join(temporaryFolder(), 'scan');
    writeFileSync(file, tiffPicture(page({ x: 300, y: 300 }), page({ x: 600, y: 600 })));
    const parts = await inspectSource(file, { maxPixels: 1_000_000 });
    expect(parts.map(({ resolution }) => resolution)).toEqual([300, 600]);
  });

  it('is unknown where the file says nothing, or a proportion only', async () => {
    expect(await resolutionIn(tiff())).toBeUndefined();
    expect(await resolutionIn(tiff({ x: 300, y: 300, unit: 1 }))).toBeUndefined();
    expect(await resolutionIn(await jpeg())).toBeUndefined();
    expect(await resolutionIn(await jpeg(jfif(0, 300, 300)))).toBeUndefined();
    expect(await resolutionIn(await jpeg(exifResolution(300, 300, 1)))).toBeUndefined();
    expect(await resolutionIn(await png(11_811, 11_811, 0))).toBeUndefined();
    expect(await resolutionIn(await plain.clone().png().toBuffer())).toBeUndefined();
    expect(await resolutionIn(await plain.clone().webp().toBuffer())).toBeUndefined();
  });

  it('is taken from EXIF where the mark before it says what every file says', async () => {
    expect(await resolutionIn(await jpeg(jfif(1, 72, 72), exifResolution(400, 400, 2)))).toBe(400);
    expect(await resolutionIn(await jpeg(jfif(1, 300, 300), exifResolution(72, 72, 2)))).toBe(300);
  });

  it('does not fail with EXIF that is damaged', async () => {
    const whole = exifResolution(400, 400, 2);
    for (const broken of [
      exif(Buffer.from('MM')),
      exif(Buffer.alloc(40, 0xff)),
      exif(whole.subarray(10, 60)),
    ]) {
      expect(await resolutionIn(await jpeg(broken))).toBeUndefined();
    }
  });

  it('does not fail with a TIFF file whose fractions lie outside of it, or are divided by nothing', async () => {
    const bytes = tiff({ x: 300, y: 300 });
    const entry = bytes.lastIndexOf(Buffer.from([0x1a, 0x01, 5, 0]));
    const outside = Buffer.from(bytes);
    outside.writeUInt32LE(0xfffffff0, entry + 8);
    const divided = Buffer.from(bytes);
    divided.writeUInt32LE(0, bytes.readUInt32LE(entry + 8) + 4);
    for (const broken of [outside, divided]) expect(await resolutionIn(broken)).toBeUndefined();
  });
});

describe('resolutionOf', () => {
  const inch = (x: number, y = x): StatedResolution => ({ x, y, unit: 'inch' });

  it.each<[string, StatedResolution]>([
    ['72', inch(72)],
    ['96', inch(96)],
    ['72, rounded to the centimetre', { x: 28, y: 28, unit: 'centimetre' }],
    ['96, rounded to the metre', { x: 3780, y: 3780, unit: 'metre' }],
    ['a pixel to the millimetre', inch(25.4)],
    ['zero', inch(0)],
    ['what differs across and down, as of fax machines', inch(204, 196)],
  ])('believes nothing of %s', (_name, stated) => {
    expect(resolutionOf([stated], { width: 2000, height: 3000 })).toBeUndefined();
  });

  it('believes no page that is longer than three metres or shorter than a centimetre', () => {
    expect(resolutionOf([inch(300)], { width: 1000, height: 35_400 })).toBe(300);
    expect(resolutionOf([inch(300)], { width: 1000, height: 35_500 })).toBeUndefined();
    expect(resolutionOf([inch(300)], { width: 119, height: 40 })).toBe(300);
    expect(resolutionOf([inch(300)], { width: 118, height: 40 })).toBeUndefined();
    expect(resolutionOf([inch(1)], { width: 2000, height: 3000 })).toBeUndefined();
  });
});
