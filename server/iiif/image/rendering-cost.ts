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
 * Units for each pixel written: the time of a scan's regions of 1 to 35 MP, without that of the same regions
 * as JPEG. Two colours are written faster; nobody waits longer because that is not counted.
 */
const WRITING: Record<Format | 'avif' | 'jp2' | 'pdf', number> = {
  jpg: 1,
  pdf: 1,
  webp: 4,
  png: 6,
  tif: 12,
  avif: 15,
  gif: 50,
  // By a program of its own, whose input and output are files: a generous guess.
  jp2: 100,
};

function areaOf({ width, height }: Size): number {
  return width * height;
}
