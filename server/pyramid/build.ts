import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Metadata, Sharp } from 'sharp';
import type { Box, Size } from '../model/box.ts';
import { Failure } from '../model/failure.ts';
import { correctEdges, type Piece } from './correct-edges.ts';
import { decodeSource, type DecodeLimits } from './decode.ts';
import { paddedSize, TILE_EDGE } from './levels.ts';
import { JPEG_QUALITY, prepareTiles } from './prepare-tiles.ts';
import { temporaryPath } from './pyramid-file.ts';
import { sharpFailure } from './sharp-failure.ts';

/** A pyramid that was just built: upright size in pixels, and the file's size. */
export type PyramidInfo = Size & { bytes: number };

/**
 * Makes the pyramid of one page of an image file: a tiled TIFF with JPEG tiles of 512 pixels and the picture
 * at full size, a half, a quarter ... in 8-bit sRGB or grey, upright, on white. What other image servers read;
 * behind it stands what answers most requests without a computation (`prepareTiles`).
 *
 * The target appears whole or not at all: it is written under another name beside it, brought to the disk and
 * then renamed. Nothing is left over when that fails.
 * @throws Failure `image-file-damaged`, `image-file-too-large`, `file-unreadable`, `write-failed`.
 */
export async function buildPyramid(
  file: string,
  part: number,
  target: string,
  limits: DecodeLimits,
): Promise<PyramidInfo> {
  const temporary = temporaryPath(target);
  try {
    await mkdir(dirname(target), { recursive: true });
    const { image, quality } = await decodeSource(file, part, limits, async (decoded, header) => {
      const [image, quality] = [uprightSize(header), qualityOf(header)];
      await padded(decoded, image).tiff(tiffOptions(header, quality)).toFile(temporary);
      return { image, quality };
    });
    await correctEdges(temporary, image, quality, (box) => sourcePiece(file, part, limits, box));
    await prepareTiles(temporary, image, basename(target));
    await bringToDisk(temporary);
    await rename(temporary, target);
    await bringToDisk(dirname(target));
    return { ...image, bytes: (await stat(target)).size };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeFailure(target, error) ?? sharpFailure(file, error);
  }
}

/**
 * Decodes one page whole without writing anything: says whether `buildPyramid` could read it.
 * @throws Failure as `buildPyramid`, but for `write-failed`.
 */
export async function verifySource(file: string, part: number, limits: DecodeLimits): Promise<void> {
  try {
    // To make one pixel of it every other is read, and none has to be kept.
    await decodeSource(file, part, limits, (image) =>
      image.resize({ width: 1, height: 1, fit: 'fill' }).raw().toBuffer(),
    );
  } catch (error) {
    throw sharpFailure(file, error);
  }
}

function uprightSize({ width, height, orientation = 1 }: Metadata): Size {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

async function sourcePiece(file: string, part: number, limits: DecodeLimits, box: Box): Promise<Piece> {
  const { x: left, y: top, width, height } = box;
  const { data, info } = await decodeSource(file, part, limits, (image) =>
    image.extract({ left, top, width, height }).raw().toBuffer({ resolveWithObject: true }),
  );
  return { box, data, channels: info.channels };
}

/** With anything: `correctEdges` takes the traces of it away. */
function padded(image: Sharp, size: Size): Sharp {
  const { width, height } = paddedSize(size);
  return image.extend({ right: width - size.width, bottom: height - size.height, background: '#808080' });
}

/**
 * What is only black and white is all edges, around which JPEG leaves a haze. On a printed page of 16 megapixels
 * 92 makes it a third paler than 85 does (17 levels off at most instead of 27, 48.6 dB instead of 42.9) and the
 * file 22 % larger; 95 would make it 45 % larger. Never so for colours: from 90 on libtiff leaves them RGB, and
 * `correctEdges` writes YCbCr.
 */
function qualityOf({ space, bitsPerSample }: Metadata): number {
  return space === 'b-w' && bitsPerSample === 1 ? BITONAL_QUALITY : JPEG_QUALITY;
}

const BITONAL_QUALITY = 92;

function tiffOptions({ width, height, density }: Metadata, quality: number) {
  // A reader that finds a tile much larger than its image takes the file for broken. Tiles are of 16 pixels' multiples.
  const tileEdge = Math.min(TILE_EDGE, Math.ceil(Math.max(width, height) / 16) * 16);
  const pixelsPerMillimetre = density === undefined ? undefined : density / 25.4;
  return {
    compression: 'jpeg',
    quality,
    pyramid: true,
    tile: true,
    tileWidth: tileEdge,
    tileHeight: tileEdge,
    // Offsets of 32 bits end at 4 GB; noise can take two bytes and more of a pixel.
    bigtiff: width * height > 1_200_000_000,
    ...(pixelsPerMillimetre === undefined ? {} : { xres: pixelsPerMillimetre, yres: pixelsPerMillimetre }),
  };
}

async function bringToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What the file system said of the cache folder, as against what the image library said of the source. */
function writeFailure(target: string, error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !('syscall' in error)) return undefined;
  return new Failure(
    'write-failed',
    { place: target, message: `The pyramid could not be written: ${error.message}` },
    { cause: error },
  );
}
