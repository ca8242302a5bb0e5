import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectSource } from '../../../server/pyramid/source-image.ts';
import { fromPixels, patternImage } from '../../support/pattern-image.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { tiffFile } from '../../support/tiff-file.ts';

const LIMITS = { maxPixels: 1_000_000 };

function write(bytes: Buffer | string): string {
  const file = join(temporaryFolder(), 'scan');
  writeFileSync(file, bytes);
  return file;
}

function picture(width = 60, height = 40) {
  return fromPixels(patternImage(width, height));
}

describe('inspectSource', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('gives the upright size at orientation %i', async (orientation) => {
    const stored = picture(600, 400).withMetadata({ orientation, density: 300 });
    const upright = orientation <= 4 ? { width: 600, height: 400 } : { width: 400, height: 600 };
    expect(await inspectSource(write(await stored.jpeg().toBuffer()), LIMITS)).toEqual([
      { part: 0, ...upright, orientation, resolution: 300, profile: 'usable' },
    ]);
  });

  it('goes by the bytes of a file and not by its name', async () => {
    const file = join(temporaryFolder(), 'scan.tif');
    writeFileSync(file, await picture().png().toBuffer());
    expect(await inspectSource(file, LIMITS)).toMatchObject([{ part: 0, width: 60, height: 40 }]);
  });

  it('takes the levels of a pyramid for one page', async () => {
    const pyramid = await picture(600, 400)
      .tiff({ tile: true, pyramid: true, tileWidth: 64, tileHeight: 64 })
      .toBuffer();
    const parts = await inspectSource(write(pyramid), LIMITS);
    expect(parts).toMatchObject([{ part: 0, width: 600, height: 400 }]);
  });

  it('refuses an image above the pixel budget by its header', async () => {
    const file = write(await picture(1200, 900).png().toBuffer());
    await expect(inspectSource(file, LIMITS)).rejects.toMatchObject({
      code: 'image-file-too-large',
      detail: { expected: 'at most 1000000 pixels', received: '1200 x 900' },
    });
  });

  it('refuses a tile that is larger than the image and than memory', async () => {
    const bytes = tiffFile([{ 256: 64, 257: 64, 259: 1, 277: 1, 322: 100_000, 323: 100_000 }]);
    await expect(inspectSource(write(bytes), LIMITS)).rejects.toMatchObject({ code: 'image-file-too-large' });
  });

  it.each([
    ['JPEG 2000', Buffer.from('\0\0\0\x0cjP  \r\n\x87\n', 'latin1')],
    ['JPEG 2000', Buffer.from([0xff, 0x4f, 0xff, 0x51, 0, 0])],
    ['BMP', Buffer.from('BM\x8a\0\0\0', 'latin1')],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['PDF', Buffer.from('%PDF-1.7\n')],
    ['DjVu', Buffer.from('AT&TFORM....DJVU')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['JPEG XL', Buffer.from([0xff, 0x0a, 0, 0])],
  ])('names %s and says what to do', async (name, bytes) => {
    const failure = inspectSource(write(bytes), LIMITS);
    await expect(failure).rejects.toMatchObject({ code: 'image-file-unsupported' });
    await expect(failure).rejects.toThrow(new RegExp(`${name} files cannot be read\\. (Convert|Extract)`));
  });

  it.each([
    ['an empty file', ''],
    ['a text', 'Dear Sir, in reply to yours of the 7th'],
  ])('says that %s is no image', async (_name, text) => {
    await expect(inspectSource(write(text), LIMITS)).rejects.toThrow(/not an image of a known format/);
  });

  it('names a compression that it cannot read', async () => {
    const bytes = tiffFile([{ 256: 64, 257: 64, 259: 50_000, 277: 1 }]);
    await expect(inspectSource(write(bytes), LIMITS)).rejects.toThrow(/Zstandard/);
  });

  it('says of a raw camera file that it has to be developed', async () => {
    const bytes = tiffFile([{ 254: 1, 256: 160, 257: 120, 259: 1, 277: 3 }]);
    await expect(inspectSource(write(bytes), LIMITS)).rejects.toThrow(/developed/);
  });

  it('says that a damaged header is damaged', async () => {
    const whole = await picture().png().toBuffer();
    await expect(inspectSource(write(whole.subarray(0, 20)), LIMITS)).rejects.toMatchObject({
      code: 'image-file-damaged',
    });
  });

  it('cannot read what is absent or a folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'scan.tif'));
    for (const name of ['scan.tif', 'absent.tif']) {
      await expect(inspectSource(join(folder, name), LIMITS)).rejects.toMatchObject({
        code: 'file-unreadable',
      });
    }
  });
});
