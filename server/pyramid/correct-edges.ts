import { open, type FileHandle } from 'node:fs/promises';
import type { Box, Size } from '../model/box.ts';
import { JPEG, segmentsOf } from './jpeg-segments.ts';
import { levelsOf, paddedSize, TILE_EDGE, tileGrid, type Level } from './levels.ts';
import { sharp } from './sharp.ts';
import { TAG } from './tiff-directories.ts';
import { TiffReader, type TiffField, type TiffFields } from './tiff-reader.ts';

/** A part of a level: 8 bits, rows of `channels` bytes for each pixel. */
export type Piece = { box: Box; data: Buffer; channels: number };

/**
 * A pyramid is built of an image with padding, so that its levels halve evenly, and the padding leaves traces:
 * it is mixed into a level's last pixels where these stand for what is left of an odd side, and JPEG mixes it
 * into the blocks that it shares with the picture. Makes the tiles at the right and lower edges anew as if
 * the image went on with its last row and column for ever. (To pad with repeated pixels from the start would
 * be simpler, but then the image library holds the whole image in memory.)
 *
 * @param path a pyramid as the image library wrote it, padded.
 * @param image its true size in pixels.
 * @param quality of the JPEG, as it was built with.
 * @param source reads a part of the image that the pyramid was built of.
 * @throws Failure `image-file-damaged`; whatever `source` throws.
 */
export async function correctEdges(
  path: string,
  image: Size,
  quality: number,
  source: (box: Box) => Promise<Piece>,
): Promise<void> {
  const padded = paddedSize(image);
  if (padded.width === image.width && padded.height === image.height) return;
  const handle = await open(path, 'r+');
  try {
    const reader = new TiffReader(path, handle, (await handle.stat()).size);
    const directories = await reader.directories();
    let finer: readonly Piece[] = [];
    for (const level of levelsOf(image)) {
      const fields = directories[level.page];
      if (fields === undefined) throw reader.damaged('it lacks a level');
      const tiles = await tileWriter(handle, reader, fields);
      const pieces: Piece[] = [];
      for (const side of SIDES) {
        const box = edgeBox(level, side);
        const [first] = finer;
        const piece =
          first === undefined ? await source(box) : await readPiece(path, level, box, first.channels);
        for (const [index, other] of finer.entries()) {
          paste(halved(other, rimBox(level, SIDES[index] ?? side)), piece);
        }
        await writeTiles(piece, level, side, quality, tiles);
        pieces.push(piece);
      }
      finer = pieces;
    }
  } finally {
    await handle.close();
  }
}

type Side = 'right' | 'bottom';

const SIDES: readonly Side[] = ['right', 'bottom'];

/** Pixels of the blocks that JPEG may share between picture and padding, colours at half resolution included. */
const BLOCK = 16;

/** The columns or rows that padding may have touched. */
function rimBox({ width, height }: Size, side: Side): Box {
  return lastOf({ width, height }, side, BLOCK);
}

/** The tiles of an edge, and so many pixels in any case that the next level's rim can be made of them. */
function edgeBox({ width, height }: Size, side: Side): Box {
  const rest = (side === 'right' ? width : height) % TILE_EDGE;
  return lastOf({ width, height }, side, Math.max(rest === 0 ? TILE_EDGE : rest, 2 * BLOCK));
}

function lastOf({ width, height }: Size, side: Side, count: number): Box {
  const [across, down] = [Math.min(count, width), Math.min(count, height)];
  return side === 'right'
    ? { x: width - across, y: 0, width: across, height }
    : { x: 0, y: height - down, width, height: down };
}

/** A part of a level as means of two by two pixels of the finer one; beyond its last there is the last again. */
function halved({ data, channels, box: finer }: Piece, box: Box): Piece {
  const out = Buffer.alloc(box.width * box.height * channels);
  const at = (x: number, y: number) =>
    (clamp(y - finer.y, finer.height - 1) * finer.width + clamp(x - finer.x, finer.width - 1)) * channels;
  for (let y = 0; y < box.height; y += 1) {
    for (let x = 0; x < box.width; x += 1) {
      const [left, top] = [2 * (box.x + x), 2 * (box.y + y)];
      const [a, b, c, d] = [at(left, top), at(left + 1, top), at(left, top + 1), at(left + 1, top + 1)];
      for (let channel = 0; channel < channels; channel += 1) {
        const sum =
          value(data, a + channel) +
          value(data, b + channel) +
          value(data, c + channel) +
          value(data, d + channel);
        out[(y * box.width + x) * channels + channel] = (sum + 2) >> 2;
      }
    }
  }
  return { box, data: out, channels };
}

function clamp(value: number, high: number): number {
  return Math.min(Math.max(value, 0), high);
}

function value(data: Buffer, at: number): number {
  return data[at] ?? 0;
}

/** Puts what lies on `piece` into its place there. */
function paste(patch: Piece, piece: Piece): void {
  const { box, channels } = piece;
  const left = Math.max(patch.box.x, box.x);
  const right = Math.min(patch.box.x + patch.box.width, box.x + box.width);
  const top = Math.max(patch.box.y, box.y);
  const bottom = Math.min(patch.box.y + patch.box.height, box.y + box.height);
  for (let y = top; y < bottom; y += 1) {
    const from = ((y - patch.box.y) * patch.box.width + left - patch.box.x) * channels;
    const to = ((y - box.y) * box.width + left - box.x) * channels;
    patch.data.copy(piece.data, to, from, from + (right - left) * channels);
  }
}

async function readPiece(path: string, { page }: Level, box: Box, channels: number): Promise<Piece> {
  const data = await sharp(path, { page, limitInputPixels: false, failOn: 'error' })
    .extract({ left: box.x, top: box.y, width: box.width, height: box.height })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer();
  return { box, data, channels };
}

/** Writes the tiles of a level; `edge`: how large they are in pixels. */
type TileWriter = { edge: number; write: (column: number, row: number, stream: Buffer) => Promise<void> };

async function writeTiles(
  piece: Piece,
  level: Level,
  side: Side,
  quality: number,
  { edge, write }: TileWriter,
): Promise<void> {
  const { across, down } = tileGrid(level);
  const count = side === 'right' ? down : across;
  for (let index = 0; index < count; index += 1) {
    const [column, row] = side === 'right' ? [across - 1, index] : [index, down - 1];
    const raw = tilePixels(piece, column * TILE_EDGE, row * TILE_EDGE, edge);
    const channels = piece.channels === 1 ? 1 : 3;
    const stream = await sharp(raw, { raw: { width: edge, height: edge, channels } })
      .toColourspace(channels === 1 ? 'b-w' : 'srgb')
      .jpeg({ quality, optimiseCoding: false })
      .toBuffer();
    await write(column, row, stream);
  }
}

/** A square of a piece; beyond its last column and row there are these again. */
function tilePixels({ box, data, channels }: Piece, left: number, top: number, edge: number): Buffer {
  const out = Buffer.allocUnsafe(edge * edge * channels);
  const width = Math.min(edge, box.x + box.width - left);
  const height = Math.min(edge, box.y + box.height - top);
  for (let y = 0; y < height; y += 1) {
    const from = ((top + y - box.y) * box.width + left - box.x) * channels;
    const to = y * edge * channels;
    data.copy(out, to, from, from + width * channels);
    const last = out.subarray(to + (width - 1) * channels, to + width * channels);
    out.fill(last, to + width * channels, to + edge * channels);
  }
  const lastRow = out.subarray((height - 1) * edge * channels, height * edge * channels);
  for (let y = height; y < edge; y += 1) lastRow.copy(out, y * edge * channels);
  return out;
}

/** Puts a tile where the old one was, or behind everything if it has become longer. */
async function tileWriter(handle: FileHandle, reader: TiffReader, fields: TiffFields): Promise<TileWriter> {
  const required = (tag: number): TiffField => {
    const field = fields.get(tag);
    if (field === undefined) throw reader.damaged('a level has no tiles');
    return field;
  };
  const [at, sizes] = [required(TAG.tileOffsets), required(TAG.tileByteCounts)];
  const tables = await reader.bytes(required(TAG.jpegTables));
  const [offsets, lengths] = [await reader.numbers(at), await reader.numbers(sizes)];
  const edge = fields.get(TAG.tileWidth)?.inline ?? TILE_EDGE;
  const across = Math.ceil((fields.get(TAG.width)?.inline ?? 0) / edge);
  const write = async (column: number, row: number, stream: Buffer) => {
    const index = row * across + column;
    const tile = withoutTables(stream, tables);
    const fits = tile.length <= (lengths[index] ?? 0);
    const offset = fits ? (offsets[index] ?? 0) : (await handle.stat()).size;
    await handle.writev([tile], offset);
    for (const [{ type, at: place }, number] of [
      [at, offset],
      [sizes, tile.length],
    ] as const) {
      const bytes = reader.encode(type, number);
      await handle.writev([bytes], place + index * bytes.length);
    }
  };
  return { edge, write };
}

/** Leaves out what the pyramid's tables say too, and remarks: TIFF Technical Note 2, "abbreviated" streams. */
function withoutTables(stream: Buffer, tables: Buffer): Buffer {
  const known = new Set(segmentsOf(tables).map(({ marker, body }) => `${marker} ${body.toString('latin1')}`));
  const kept: Buffer[] = [stream.subarray(0, 2)];
  for (const { marker, body, bodyAt } of segmentsOf(stream)) {
    if (marker === JPEG.scan) kept.push(stream.subarray(bodyAt - 4));
    else if (!known.has(`${marker} ${body.toString('latin1')}`)) {
      kept.push(stream.subarray(bodyAt - 4, bodyAt + body.length));
    }
  }
  return Buffer.concat(kept);
}
