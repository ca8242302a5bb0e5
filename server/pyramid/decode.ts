import type { Metadata, Sharp } from 'sharp';
import { sharp } from './sharp.ts';

export type DecodeLimits = { maxPixels: number };

/**
 * Runs a job on one page of a source, upright, on white, in sRGB or (if it has no colours) in grey, 8 bits.
 * Whatever the decoder complains of ends the job, so that no half-grey page is ever taken for a scan; two
 * complaints are known to be about headers only, and the job is then tried again without listening to them.
 */
export async function decodeSource<T>(
  file: string,
  part: number,
  { maxPixels }: DecodeLimits,
  job: (image: Sharp, header: Metadata) => Promise<T>,
): Promise<T> {
  const header = await sharp(file, { page: part, limitInputPixels: maxPixels }).metadata();
  const gray = header.space === 'b-w' || header.space === 'grey16';
  const decode = (failOn: 'warning' | 'error') =>
    job(
      sharp(file, { page: part, limitInputPixels: maxPixels, failOn })
        .autoOrient()
        .flatten({ background: '#ffffff' })
        .toColourspace(gray ? 'b-w' : 'srgb'),
      header,
    );
  try {
    return await decode('warning');
  } catch (error) {
    if (!isHarmless(error)) throw error;
    return decode('error');
  }
}

/**
 * Bytes between the segments of a JPEG file, and scan parameters of progressive files in sequential ones: old
 * scanners and telephones write both, and every viewer shows such files whole.
 */
function isHarmless(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const lines = error.message.split('\n').filter((line) => line.trim() !== '');
  return (
    lines.length > 0 &&
    lines.every((line) => /extraneous bytes before marker|Invalid SOS parameters/.test(line))
  );
}
