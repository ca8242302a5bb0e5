import { open, type FileHandle } from 'node:fs/promises';
import type { Size } from '../model/box.ts';
import { Failure } from '../model/failure.ts';
import type { ReadableFormat } from './file-format.ts';
import { TiffReader, type TiffFields } from './tiff-reader.ts';

/** What a file says of how densely it was scanned: pixels to a unit, across and down. */
export type StatedResolution = { x: number; y: number; unit: 'inch' | 'centimetre' | 'metre' };

/**
 * The resolution of a picture in pixels per inch, to two decimals: the first of those stated that can be one
 * of a scan. A ruler that is drawn by a wrong one is worse than none, so that none comes of
 * - two that differ, since pixels that are no squares have not one length (fax machines have such);
 * - 72, 96 and a pixel to the millimetre: what software writes that knows nothing (EXIF 2.3 §4.6.4 wants 72,
 *   Windows writes 96, libvips the third), often rounded to the centimetre or the metre, while no scanner that
 *   is worth a ruler works so coarsely;
 * - one by which the page would be less than a centimetre long, or more than three metres.
 * Not found out is a camera that writes 240 or 300 whatever it stands in front of.
 */
export function resolutionOf(
  stated: readonly (StatedResolution | undefined)[],
  { width, height }: Size,
): number | undefined {
  for (const candidate of stated) {
    if (candidate === undefined) continue;
    const [x, y] = [perInch(candidate.x, candidate), perInch(candidate.y, candidate)];
    // What a file divides by 0 is endless here, or no number, and fails as well.
    const length = (Math.max(width, height) / x) * METRES_PER_INCH;
    const meaningless = MEANINGLESS.some((value) => Math.abs(x - value) <= 1);
    if (x === y && !meaningless && length >= SHORTEST_PAGE && length <= LONGEST_PAGE) return x;
  }
  return undefined;
}

/** What the fields of a TIFF directory say, or of EXIF's first, which is one: TIFF 6.0 §8. */
export async function tiffResolution(
  reader: TiffReader,
  fields: TiffFields,
): Promise<StatedResolution | undefined> {
  const [across, down] = [fields.get(TAG.xResolution), fields.get(TAG.yResolution)];
  const unit = TIFF_UNITS.get(fields.get(TAG.resolutionUnit)?.inline ?? INCH);
  if (across === undefined || down === undefined || unit === undefined) return undefined;
  const [x, y] = [
    await orNothing(() => reader.fraction(across)),
    await orNothing(() => reader.fraction(down)),
  ];
  return x === undefined || y === undefined ? undefined : { x, y, unit };
}

/**
 * What a file of another format says, in the order in which it is to be believed.
 * @param exif as the file has it.
 */
export async function statedResolutions(
  file: string,
  format: ReadableFormat,
  exif: Buffer | undefined,
): Promise<(StatedResolution | undefined)[]> {
  const ofExif = exif === undefined ? undefined : await exifResolution(exif);
  if (format !== 'jpeg' && format !== 'png') return [ofExif];
  // A file that has just gone says nothing; whoever reads its pixels will say so.
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return [ofExif];
  try {
    return [format === 'jpeg' ? await jfifResolution(handle) : await pngResolution(handle), ofExif];
  } finally {
    await handle.close();
  }
}

/** TIFF 6.0 §8. */
const TAG = { xResolution: 282, yResolution: 283, resolutionUnit: 296 } as const;

const PER_INCH = { inch: 1, centimetre: 2.54, metre: 0.0254 };
const METRES_PER_INCH = 0.0254;
const MEANINGLESS = [72, 96, 25.4];

/** In metres. */
const SHORTEST_PAGE = 0.01;
const LONGEST_PAGE = 3;

/** 11,811 to the metre are 300 to the inch. */
function perInch(value: number, { unit }: StatedResolution): number {
  return Math.round(value * PER_INCH[unit] * 100) / 100;
}

/** Values of ResolutionUnit; the third, 1, says that the numbers are a proportion only. */
const INCH = 2;
const TIFF_UNITS = new Map<number, StatedResolution['unit']>([
  [INCH, 'inch'],
  [3, 'centimetre'],
]);

async function exifResolution(exif: Buffer): Promise<StatedResolution | undefined> {
  // In JPEG the name of the segment stands before it.
  const body = exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif;
  const reader = new TiffReader('EXIF', body, body.length);
  const fields = await orNothing(() => reader.firstDirectory());
  return fields === undefined ? undefined : tiffResolution(reader, fields);
}

/** A picture is not damaged because what is remarked of it is. */
async function orNothing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** The mark that stands first in the file: ITU-T T.871 §10.1. A unit of 0 gives a proportion only. */
async function jfifResolution(handle: FileHandle): Promise<StatedResolution | undefined> {
  const head = await read(handle, 0, 18);
  if (head?.readUInt16BE(2) !== 0xffe0 || head.toString('latin1', 6, 11) !== 'JFIF\0') return undefined;
  const unit = JFIF_UNITS.get(head.readUInt8(13));
  return unit === undefined ? undefined : { x: head.readUInt16BE(14), y: head.readUInt16BE(16), unit };
}

const JFIF_UNITS = new Map<number, StatedResolution['unit']>([
  [1, 'inch'],
  [2, 'centimetre'],
]);

/** More than stand before the pixels of any file, profile and remarks included. */
const MOST_CHUNKS = 100;

/** The chunk pHYs, which stands before the pixels: PNG 3rd edition §11.3.4.3. */
async function pngResolution(handle: FileHandle): Promise<StatedResolution | undefined> {
  let at = 8;
  for (let count = 0; count < MOST_CHUNKS; count += 1) {
    const chunk = await read(handle, at, 8);
    const name = chunk?.toString('latin1', 4);
    if (chunk === undefined || name === 'IDAT') return undefined;
    if (name === 'pHYs') {
      const body = await read(handle, at + 8, 9);
      if (body?.readUInt8(8) !== 1) return undefined;
      return { x: body.readUInt32BE(0), y: body.readUInt32BE(4), unit: 'metre' };
    }
    // Length, name and checksum are twelve bytes.
    at += chunk.readUInt32BE(0) + 12;
  }
  return undefined;
}

async function read(handle: FileHandle, offset: number, length: number): Promise<Buffer | undefined> {
  const buffer = Buffer.alloc(length);
  const result = await handle.read(buffer, 0, length, offset).catch(() => undefined);
  return result?.bytesRead === length ? buffer : undefined;
}
