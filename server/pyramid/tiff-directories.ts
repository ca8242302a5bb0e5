import { open } from 'node:fs/promises';
import { tiffResolution, type StatedResolution } from './resolution.ts';
import { TiffReader, type TiffFields } from './tiff-reader.ts';

/** One image file directory of a TIFF file: TIFF 6.0 §2, and BigTIFF's wider form of it. */
export type TiffDirectory = {
  width: number;
  height: number;
  /** A smaller copy of another image of the file, by what the directory says itself. */
  reduced: boolean;
  /** Says which pixels of another image are to be seen; no picture. */
  mask: boolean;
  /** Undefined: in strips. */
  tile: { width: number; height: number } | undefined;
  /** The tag's number: 1 none, 4 Group 4, 5 LZW, 7 JPEG, 8 deflate ... */
  compression: number;
  samplesPerPixel: number;
  resolution: StatedResolution | undefined;
};

/**
 * The directories of a TIFF or BigTIFF file in the order in which they are chained, which is the order of
 * sharp's `page`. Subdirectories (SubIFDs) are not in the chain and so not in the list. Reads no pixels.
 * @throws Failure `image-file-damaged` for a chain that leaves the file, runs in a circle or is endless.
 */
export async function readTiffDirectories(path: string): Promise<TiffDirectory[]> {
  const handle = await open(path, 'r');
  try {
    const reader = new TiffReader(path, handle, (await handle.stat()).size);
    const found: TiffDirectory[] = [];
    for (const fields of await reader.directories()) found.push(await directoryOf(reader, fields));
    return found;
  } finally {
    await handle.close();
  }
}

/** Tags that are read here and by who changes a file: TIFF 6.0 §8, §15, §22. */
export const TAG = {
  newSubfileType: 254,
  subfileType: 255,
  width: 256,
  height: 257,
  compression: 259,
  photometric: 262,
  samplesPerPixel: 277,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  jpegTables: 347,
} as const;

async function directoryOf(reader: TiffReader, fields: TiffFields): Promise<TiffDirectory> {
  const value = (tag: number) => fields.get(tag)?.inline;
  const tileWidth = value(TAG.tileWidth);
  const tileHeight = value(TAG.tileHeight);
  const kind = value(TAG.newSubfileType) ?? 0;
  return {
    width: value(TAG.width) ?? 0,
    height: value(TAG.height) ?? 0,
    // The older tag counts: 1 whole image, 2 reduced copy, 3 one page of several.
    reduced: (kind & 1) === 1 || value(TAG.subfileType) === 2,
    mask: (kind & 4) === 4,
    tile:
      tileWidth === undefined || tileHeight === undefined
        ? undefined
        : { width: tileWidth, height: tileHeight },
    compression: value(TAG.compression) ?? 1,
    samplesPerPixel: value(TAG.samplesPerPixel) ?? 1,
    resolution: await tiffResolution(reader, fields),
  };
}
