import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../server/model/failure.ts';
import { readTiffDirectories } from '../../../server/pyramid/tiff-directories.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { tiffFile } from '../../support/tiff-file.ts';

function read(bytes: Buffer) {
  const file = join(temporaryFolder(), 'made.tif');
  writeFileSync(file, bytes);
  return readTiffDirectories(file);
}

const PAGE = { 256: 300, 257: 400, 259: 7, 277: 3 };

describe('readTiffDirectories', () => {
  it.each([
    ['classic, little-endian', { big: false, littleEndian: true }],
    ['classic, big-endian', { big: false, littleEndian: false }],
    ['BigTIFF, little-endian', { big: true, littleEndian: true }],
    ['BigTIFF, big-endian', { big: true, littleEndian: false }],
  ])('reads every directory of a %s file', async (_name, options) => {
    const copy = { 254: 1, 256: 150, 257: 200, 277: 3, 322: 64, 323: 128 };
    const directories = await read(tiffFile([PAGE, copy], options));
    expect(directories).toEqual([
      {
        width: 300,
        height: 400,
        reduced: false,
        mask: false,
        tile: undefined,
        compression: 7,
        samplesPerPixel: 3,
      },
      {
        width: 150,
        height: 200,
        reduced: true,
        mask: false,
        tile: { width: 64, height: 128 },
        compression: 1,
        samplesPerPixel: 3,
      },
    ]);
  });

  it('knows reduced copies by the older tag, and masks', async () => {
    const directories = await read(
      tiffFile([
        { ...PAGE, 255: 2 },
        { ...PAGE, 254: 4 },
        { ...PAGE, 255: 3 },
      ]),
    );
    expect(directories.map(({ reduced, mask }) => ({ reduced, mask }))).toEqual([
      { reduced: true, mask: false },
      { reduced: false, mask: true },
      { reduced: false, mask: false },
    ]);
  });

  it.each([
    ['runs in a circle', tiffFile([PAGE, PAGE], { lastOffset: 8 }), /circle/],
    ['leads out of the file', tiffFile([PAGE], { lastOffset: 9_000_000 }), /page 2 lies outside/],
    ['says it has 60,000 entries', tiffFile([PAGE], { entryCount: 60_000 }), /60000 entries/],
    [
      'says it has more entries than the file has bytes',
      tiffFile([PAGE], { entryCount: 100 }),
      /lies outside/,
    ],
    [
      'has more directories than any scanner writes',
      tiffFile(Array.from({ length: 10_001 }, () => ({}))),
      /10000 pages/,
    ],
    ['is cut off in its header', Buffer.from('II*\0'), /header lies outside/],
  ])('refuses a file whose list of pages %s', async (_name, bytes, message) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'image-file-damaged' });
    await expect(read(bytes)).rejects.toThrow(message);
  });

  it('answers or refuses whatever bytes it is given', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'any.tif');
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('II*\0', 'MM\0*', 'II+\0', 'MM\0+'),
        async (bytes, head) => {
          writeFileSync(file, Buffer.concat([Buffer.from(head, 'latin1'), bytes]));
          const outcome = await readTiffDirectories(file).catch((error: unknown) => error);
          expect(Array.isArray(outcome) || outcome instanceof Failure).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
