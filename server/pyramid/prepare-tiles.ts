import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Size } from '../model/box.ts';
import { cropJpeg } from './jpeg-crop.ts';
import { JPEG, segmentsOf } from './jpeg-segments.ts';
import { levelsOf, TILE_EDGE, tileGrid, type Level } from './levels.ts';
import { pictureSizes } from './picture-sizes.ts';
import { sharp } from './sharp.ts';
import { TAG } from './tiff-directories.ts';
import { TiffReader, type TiffFields } from './tiff-reader.ts';
import { encodeIndex, sumOf, type Extent, type TiledLevel } from './tile-index.ts';

/** Quality of JPEG that is made at ingest, but for the tiles of what is only black and white. */
export const JPEG_QUALITY = 85;

/**
 * Makes of a padded pyramid (`paddedSize`) what viewers ask for. Each level is given the size that the
 * specification's ceil gives: the tiles stay as they are, and what is padding is only said to be so. Then
 * come, behind the TIFF, the tiles of right and lower edge cut to their exact sizes, the pictures of
 * `pictureSizes`, and the index. The file goes on being an ordinary pyramid to whoever reads TIFF.
 *
 * @param image its true size in pixels, before it was padded.
 * @param name of the file that it will be.
 * @throws Failure `image-file-damaged` if the file is no such pyramid in JPEG tiles.
 */
export async function prepareTiles(path: string, image: Size, name: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    const reader = new TiffReader(path, handle, size);
    const file = new Appender(handle, size);
    const directories = await reader.directories();
    const levels: TiledLevel[] = [];
    const tables = await tablesOf(reader, directories[0]);
    for (const level of levelsOf(image)) {
      const fields = directories[level.page];
      if (fields === undefined) throw reader.damaged('it lacks a level');
      await correctSize(handle, reader, fields, level);
      levels.push(await tiledLevel(file, reader, fields, level, tables));
    }
    const photometric = directories[0]?.get(TAG.photometric)?.inline;
    const gray = photometric === MIN_IS_BLACK;
    const pictures: (Size & Extent)[] = [];
    for await (const { width, height, bytes } of drawPictures(path, image, gray)) {
      pictures.push({ width, height, ...(await file.append(bytes)) });
    }
    const { width, height } = image;
    const header = headerOf(tables, photometric);
    const sum = await sumOf(handle, file.end);
    await file.append(encodeIndex({ name, width, height, gray, sum, header, levels, pictures }, file.end));
  } finally {
    await handle.close();
  }
}

/** Values of PhotometricInterpretation: TIFF 6.0 §4, §6. */
const MIN_IS_BLACK = 1;
const RGB = 2;

class Appender {
  readonly #handle: FileHandle;
  end: number;

  constructor(handle: FileHandle, end: number) {
    this.#handle = handle;
    this.end = end;
  }

  async append(bytes: Buffer): Promise<Extent> {
    const extent = extentOf(bytes, this.end);
    await this.#handle.writev([bytes], this.end);
    this.end += bytes.length;
    return extent;
  }
}

function extentOf(bytes: Buffer, offset: number): Extent {
  return { offset, length: bytes.length, sum: crc32(bytes) };
}

/** One set for all levels: they were written by one encoder at one quality. */
async function tablesOf(reader: TiffReader, fields: TiffFields | undefined): Promise<Buffer> {
  const field = fields?.get(TAG.jpegTables);
  return field === undefined ? Buffer.alloc(0) : reader.bytes(field);
}

async function correctSize(
  handle: FileHandle,
  reader: TiffReader,
  fields: TiffFields,
  { width, height }: Level,
): Promise<void> {
  for (const [tag, value] of [
    [TAG.width, width],
    [TAG.height, height],
  ] as const) {
    const field = fields.get(tag);
    if (field?.inline === undefined || field.inline < value) throw reader.damaged('a level is too small');
    const bytes = reader.encode(field.type, value);
    await handle.write(bytes, 0, bytes.length, field.at);
  }
}

async function tiledLevel(
  file: Appender,
  reader: TiffReader,
  fields: TiffFields,
  level: Level,
  tables: Buffer,
): Promise<TiledLevel> {
  const [at, sizes] = [fields.get(TAG.tileOffsets), fields.get(TAG.tileByteCounts)];
  if (at === undefined || sizes === undefined) throw reader.damaged('a level has no tiles');
  const offsets = await reader.numbers(at);
  const lengths = await reader.numbers(sizes);
  const { across, down } = tileGrid(level);
  const tiles: Extent[] = [];
  if (offsets.length !== across * down || lengths.length !== across * down) {
    throw reader.damaged('a level has another number of tiles than its size needs');
  }
  for (const [index, start] of offsets.entries()) {
    const size = tileSize(level, index % across, Math.floor(index / across));
    const stored = { type: UNDEFINED, count: lengths[index] ?? 0, at: start, inline: undefined };
    const stream = await reader.bytes(stored);
    const whole = size.width === TILE_EDGE && size.height === TILE_EDGE;
    tiles.push(
      whole
        ? extentOf(stream.subarray(START_OF_IMAGE.length), start + START_OF_IMAGE.length)
        : await file.append(cropJpeg(stream, tables, size).subarray(START_OF_IMAGE.length)),
    );
  }
  return { ...level, tiles };
}

/** TIFF's type of plain bytes. */
const UNDEFINED = 7;

function tileSize({ width, height }: Size, column: number, row: number): Size {
  return {
    width: Math.min(TILE_EDGE, width - column * TILE_EDGE),
    height: Math.min(TILE_EDGE, height - row * TILE_EDGE),
  };
}

const START_OF_IMAGE = Buffer.from([0xff, JPEG.startOfImage]);

/**
 * A JFIF mark (ITU-T T.871) says that three components are YCbCr; where a writer of TIFF left them RGB, as
 * libtiff does from quality 90 on, Adobe's mark says that (T.872 §6.5.3).
 */
function headerOf(tables: Buffer, photometric: number | undefined): Buffer {
  const mark =
    photometric === RGB
      ? Buffer.from('\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\0', 'latin1')
      : Buffer.from('\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1');
  const segments = segmentsOf(tables).map(({ body, bodyAt }) =>
    tables.subarray(bodyAt - 4, bodyAt + body.length),
  );
  return Buffer.concat([START_OF_IMAGE, mark, ...segments]);
}

/** The pictures of `pictureSizes`, each made of the smallest level that is large enough; a level is decoded once. */
async function* drawPictures(
  path: string,
  image: Size,
  gray: boolean,
): AsyncGenerator<Size & { bytes: Buffer }> {
  const space = gray ? 'b-w' : 'srgb';
  const [levels, sizes] = [levelsOf(image), pictureSizes(image)];
  for (const { page, scale } of levels) {
    const wanted = sizes.filter((size) => smallestHolding(size, levels)?.scale === scale);
    if (wanted.length === 0) continue;
    const { data, info } = await sharp(path, { page, limitInputPixels: false, failOn: 'error' })
      .toColourspace(space)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    for (const size of wanted) {
      const level = sharp(data, { raw: { width, height, channels }, limitInputPixels: false });
      const same = width === size.width && height === size.height;
      const sized = same ? level : level.resize(size.width, size.height, { fit: 'fill' });
      const bytes = await sized
        .toColourspace(space)
        .jpeg({ quality: JPEG_QUALITY, optimiseCoding: false })
        .toBuffer();
      yield { ...size, bytes };
    }
  }
}

function smallestHolding(size: Size, levels: readonly Level[]): Level | undefined {
  return levels.findLast(({ width, height }) => width >= size.width && height >= size.height);
}
