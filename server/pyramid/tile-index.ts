import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Size } from '../model/box.ts';
import { Failure } from '../model/failure.ts';
import { levelsOf, tileGrid, type Level } from './levels.ts';

/** Where in the file something lies, in bytes, and the CRC-32 of it. */
export type Extent = { offset: number; length: number; sum: number };

/** A level with its tiles, row by row: of each what follows its SOI mark. */
export type TiledLevel = Level & { tiles: readonly Extent[] };

/** A built pyramid: what it holds, and where. */
export type Pyramid = Size & {
  /** Of the file for which it was built: says which image's it is. */
  name: string;
  gray: boolean;
  /** CRC-32 of everything before the index. */
  sum: number;
  /** What comes before the bytes of a tile to make a JPEG file of it: SOI, APPn, tables. */
  header: Buffer;
  levels: readonly TiledLevel[];
  /** Whole images as viewers ask for them as thumbnails: JPEG files. */
  pictures: readonly (Size & Extent)[];
};

/**
 * The index stands behind the TIFF, where no reader of TIFF looks, and tells in one read where every tile
 * is: index, then a foot of fixed length with its place and checksum. A file that was cut short or written
 * into has no foot or a wrong one.
 */
const MAGIC = Buffer.from('DIPTYCH2');
const FOOT_LENGTH = 24;

/** Twice what a picture of 65,500 x 65,500 pixels would need. */
const LONGEST_INDEX = 2_000_000;

const whole = z.number().int().nonnegative();
/** Offset, length and sum, one after the other: an object for each of thousands of tiles would be slow to read. */
const extents = z.array(whole).transform((numbers, context): Extent[] => {
  if (numbers.length % 3 !== 0) context.addIssue('not in threes');
  return Array.from({ length: Math.floor(numbers.length / 3) }, (_, index) => ({
    offset: numbers[3 * index] ?? 0,
    length: numbers[3 * index + 1] ?? 0,
    sum: numbers[3 * index + 2] ?? 0,
  }));
});
const SCHEMA = z.object({
  name: z.string(),
  width: whole.min(1),
  height: whole.min(1),
  gray: z.boolean(),
  sum: whole,
  header: z.base64(),
  levels: z.array(extents),
  pictures: z.array(z.object({ width: whole, height: whole, offset: whole, length: whole, sum: whole })),
});

/** The index as it is written at `offset`, with its foot. */
export function encodeIndex(pyramid: Pyramid, offset: number): Buffer {
  const { levels, header, ...rest } = pyramid;
  const body = Buffer.from(
    JSON.stringify({
      ...rest,
      header: header.toString('base64'),
      levels: levels.map(({ tiles }) => tiles.flatMap(({ offset, length, sum }) => [offset, length, sum])),
    }),
  );
  const foot = Buffer.alloc(FOOT_LENGTH);
  MAGIC.copy(foot);
  foot.writeBigUInt64LE(BigInt(offset), 8);
  foot.writeUInt32LE(body.length, 16);
  foot.writeUInt32LE(crc32(body), 20);
  return Buffer.concat([body, foot]);
}

/**
 * What a built pyramid holds, from its index alone.
 * @throws Failure `image-file-damaged` if the file is no whole pyramid of ours; what `open` throws.
 */
export async function readPyramid(path: string): Promise<Pyramid> {
  const handle = await open(path, 'r');
  try {
    return (await readIndex(handle, path)).pyramid;
  } finally {
    await handle.close();
  }
}

/**
 * The same of the pyramid that belongs there: a file of another image that was put in its place would be shown as
 * this one's.
 * @throws as `readPyramid`, and for another image's.
 */
export async function readOwnPyramid(path: string): Promise<Pyramid> {
  const pyramid = await readPyramid(path);
  if (pyramid.name === basename(path)) return pyramid;
  throw new Failure('image-file-damaged', {
    place: path,
    message: `This is the pyramid of another image, ${pyramid.name}`,
  });
}

/** Whether every byte of a pyramid is as it was written. Reads it whole. */
export async function isSound(path: string): Promise<boolean> {
  const handle = await open(path, 'r').catch(() => undefined);
  if (handle === undefined) return false;
  try {
    const { pyramid, offset } = await readIndex(handle, path);
    return (await sumOf(handle, offset)) === pyramid.sum;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}

/** CRC-32 of the first bytes of a file. */
export async function sumOf(handle: FileHandle, length: number): Promise<number> {
  const chunk = Buffer.allocUnsafe(1 << 20);
  let sum = 0;
  for (let at = 0; at < length;) {
    const { bytesRead } = await handle.read(chunk, 0, Math.min(chunk.length, length - at), at);
    if (bytesRead === 0) break;
    sum = crc32(chunk.subarray(0, bytesRead), sum);
    at += bytesRead;
  }
  return sum;
}

async function readIndex(handle: FileHandle, path: string): Promise<{ pyramid: Pyramid; offset: number }> {
  const { size } = await handle.stat();
  const foot = await read(handle, size - FOOT_LENGTH, FOOT_LENGTH);
  if (foot?.subarray(0, MAGIC.length).equals(MAGIC) !== true) throw damaged(path);
  const offset = Number(foot.readBigUInt64LE(8));
  const length = foot.readUInt32LE(16);
  if (length > LONGEST_INDEX || offset + length !== size - FOOT_LENGTH) throw damaged(path);
  const body = await read(handle, offset, length);
  if (body === undefined || crc32(body) !== foot.readUInt32LE(20)) throw damaged(path);
  const parsed = SCHEMA.safeParse(parseJson(body));
  if (!parsed.success) throw damaged(path);
  const { levels: tiles, header, ...rest } = parsed.data;
  const ladder = levelsOf(rest);
  const levels = ladder.map((level, index): TiledLevel => ({ ...level, tiles: tiles[index] ?? [] }));
  const complete = levels.every((level) => {
    const { across, down } = tileGrid(level);
    return level.tiles.length === across * down;
  });
  const extents = [...tiles.flat(), ...rest.pictures];
  if (!complete || extents.some(({ offset: at, length: long }) => at + long > offset)) throw damaged(path);
  return { pyramid: { ...rest, levels, header: Buffer.from(header, 'base64') }, offset };
}

async function read(handle: FileHandle, offset: number, length: number): Promise<Buffer | undefined> {
  if (offset < 0) return undefined;
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, offset);
  return bytesRead === length ? buffer : undefined;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

function damaged(path: string): Failure {
  return new Failure('image-file-damaged', { place: path, message: 'This file of the cache is no pyramid' });
}
