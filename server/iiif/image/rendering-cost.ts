import type { Size } from '../../model/box.ts';
import type { Format } from './format.ts';
import type { ResolvedRequest } from './resolve-request.ts';
import { rotatedSize } from './rotation.ts';

/**
 * What a picture will cost, known before a pixel is decoded. One unit is one pixel read from a pyramid, or
 * written as JPEG: 8 to 10 ns of one core for anything from 1 to 35 MP, where this was measured.
 *
 * @param read the part of the chosen level that is decoded.
 */
export function renderingCost(
  read: Size,
  { size, rotation, format }: Pick<ResolvedRequest, 'size' | 'rotation' | 'format'>,
): number {
  const written = areaOf(rotatedSize(size, rotation));
  const turning = rotation.degrees % 90 === 0 ? 0 : TURNING * written;
  return areaOf(read) + WRITING[format] * written + turning;
}

/** By an odd angle, each pixel is computed of four: 10 to 20 ns a pixel of the turned picture. */
const TURNING = 2;

/**
 * Units for each pixel written: the time of a scan's regions of 1 to 6 MP, without that of the same regions
 * as JPEG. Two colours are written faster but for AVIF, which then takes three times as long; its number is
 * between the two.
 */
const WRITING: Record<Format, number> = {
  jpg: 1,
  pdf: 1,
  webp: 3,
  png: 4,
  tif: 4,
  avif: 12,
  // 35 to 110: the more colours a region has, the longer a palette is looked for.
  gif: 60,
  // By a program of its own, with a file in between.
  jp2: 20,
};

function areaOf({ width, height }: Size): number {
  return width * height;
}
