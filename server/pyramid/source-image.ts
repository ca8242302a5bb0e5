import { open, stat } from 'node:fs/promises';
import type { Size } from '../model/box.ts';
import { Failure } from '../model/failure.ts';
import { HEAD_LENGTH, recogniseFormat, type ReadableFormat } from './file-format.ts';
import { resolutionOf, statedResolutions } from './resolution.ts';
import { sharp } from './sharp.ts';
import { sharpFailure } from './sharp-failure.ts';
import { profileOf, type SourceProfile } from './source-profile.ts';
import { readTiffDirectories, type TiffDirectory } from './tiff-directories.ts';
import { pagesOf } from './tiff-pages.ts';

/** One page of an image file. */
export type SourcePart = {
  /** 0-based, as sharp counts `page`; it has gaps where smaller copies lie between pages. */
  part: number;
  /** In pixels, as the page is seen: the orientation is applied. */
  width: number;
  height: number;
  /** EXIF's number, 1 to 8: how the stored pixels have to be turned and mirrored to be upright. */
  orientation: number;
  /** Pixels per inch, if the file says what can be true. */
  resolution?: number;
  profile: SourceProfile;
};

/**
 * The pages of an image file, from its headers alone: no pixel is decoded.
 * @param limits.maxPixels what one page may have; said before anything is allocated.
 * @throws Failure `file-unreadable`, `image-file-unsupported` with the format's name and what to do,
 *   `image-file-damaged` for broken headers, `image-file-too-large`.
 */
export async function inspectSource(file: string, limits: { maxPixels: number }): Promise<SourcePart[]> {
  const format = await readableFormat(file);
  if (format !== 'tiff')
    return [await inspectPart(file, 0, (exif) => statedResolutions(file, format, exif), limits)];
  const directories = await readTiffDirectories(file);
  const parts: SourcePart[] = [];
  for (const page of tiffPages(file, directories, limits)) {
    parts.push(await inspectPart(file, page, () => [directories[page]?.resolution], limits));
  }
  return parts;
}

async function readableFormat(file: string): Promise<ReadableFormat> {
  const format = recogniseFormat(await readHead(file));
  switch (format.kind) {
    case 'readable':
      return format.format;
    case 'unreadable':
      throw unsupported(file, `${format.name} files cannot be read. ${format.advice}`);
    case 'unknown':
      throw unsupported(file, 'This is not an image of a known format. Put a TIFF, JPEG or PNG in its place');
  }
}

async function readHead(file: string): Promise<Buffer> {
  try {
    // Before opening: to open a pipe would wait for a writer for ever.
    if (!(await stat(file)).isFile()) throw new Error('it is not a regular file');
    const handle = await open(file, 'r');
    try {
      const head = Buffer.alloc(HEAD_LENGTH);
      const { bytesRead } = await handle.read(head, 0, HEAD_LENGTH, 0);
      return head.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(
      'file-unreadable',
      { place: file, message: `This file cannot be read: ${why}` },
      { cause },
    );
  }
}

function tiffPages(
  file: string,
  directories: readonly TiffDirectory[],
  limits: { maxPixels: number },
): number[] {
  const pages = pagesOf(directories);
  if (pages.length === 0) {
    throw unsupported(
      file,
      'This TIFF file holds no full-size image; raw camera files have to be developed first',
    );
  }
  for (const page of pages) {
    const directory = directories[page];
    if (directory !== undefined) checkDirectory(file, page, directory, limits);
  }
  return pages;
}

/** What libtiff would find out only on decoding, or not before it has allocated a tile. */
function checkDirectory(
  file: string,
  page: number,
  directory: TiffDirectory,
  limits: { maxPixels: number },
): void {
  const name = UNSUPPORTED_COMPRESSIONS.get(directory.compression);
  if (name !== undefined) {
    throw unsupported(
      file,
      `TIFF files compressed with ${name} cannot be read. Save it with LZW, deflate or JPEG`,
    );
  }
  checkPixels(file, page, directory, limits);
  if (directory.tile !== undefined) checkHeldWhole(file, page, directory.tile);
}

/** Those that the prebuilt image library has no decoder for. */
const UNSUPPORTED_COMPRESSIONS = new Map([
  [33003, 'JPEG 2000 (Aperio)'],
  [33005, 'JPEG 2000 (Aperio)'],
  [34661, 'JBIG'],
  [34712, 'JPEG 2000'],
  [34925, 'LZMA'],
  [50000, 'Zstandard'],
  [50002, 'JPEG XL'],
  [52546, 'JPEG XL'],
]);

async function inspectPart(
  file: string,
  part: number,
  stated: (exif: Buffer | undefined) => StatedResolutions | Promise<StatedResolutions>,
  limits: { maxPixels: number },
): Promise<SourcePart> {
  const header = await readHeader(file, part);
  const { width, height, orientation = 1, format, isProgressive } = header;
  checkPixels(file, part, { width, height }, limits);
  // Every other picture is decoded strip by strip, and its size does not matter.
  if (orientation > 2 || isProgressive || DECODED_WHOLE.has(format))
    checkHeldWhole(file, part, { width, height });
  const turned = orientation >= 5 && orientation <= 8;
  const resolution = resolutionOf(await stated(header.exif), { width, height });
  return {
    part,
    width: turned ? height : width,
    height: turned ? width : height,
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    ...(resolution === undefined ? {} : { resolution }),
    profile: profileOf(header),
  };
}

type StatedResolutions = Awaited<ReturnType<typeof statedResolutions>>;

async function readHeader(file: string, page: number) {
  try {
    return await sharp(file, { page, limitInputPixels: false }).metadata();
  } catch (error) {
    throw sharpFailure(file, error);
  }
}

const DECODED_WHOLE = new Set(['gif', 'webp', 'heif']);

/** Three bytes each, and six for the coefficients of a progressive JPEG. */
const MOST_PIXELS_HELD = 200_000_000;

/**
 * A picture that is stored lying on its side, interlaced, progressive or as one tile is in memory as a whole
 * before its first row is known: a file of a few megabytes could take all there is.
 */
function checkHeldWhole(file: string, part: number, size: Size): void {
  const message =
    'This image is too large for the way in which it is stored. Save it upright, neither progressive nor interlaced';
  checkSize(file, part, size, MOST_PIXELS_HELD, message);
}

function checkPixels(file: string, part: number, size: Size, { maxPixels }: { maxPixels: number }): void {
  const message = 'This image has more pixels than the setting DIPTYCH_MAX_PIXELS allows';
  checkSize(file, part, size, maxPixels, message);
}

function checkSize(file: string, part: number, { width, height }: Size, most: number, message: string): void {
  if (width * height <= most) return;
  throw new Failure('image-file-too-large', {
    place: part === 0 ? file : `${file}, page ${part + 1}`,
    message,
    expected: `at most ${most} pixels`,
    received: `${width} x ${height}`,
  });
}

function unsupported(file: string, message: string): Failure {
  return new Failure('image-file-unsupported', { place: file, message });
}
