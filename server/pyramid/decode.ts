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
  const decode = (failOn: 'warning' | 'error') => {
    const image = sharp(file, { page: part, limitInputPixels: maxPixels, failOn });
    return job(inStandardColours(image.autoOrient().flatten({ background: '#ffffff' }), header), header);
  };
  try {
    return await decode('warning');
  } catch (error) {
    if (!isHarmless(error)) throw error;
    return decode('error');
  }
}

/**
 * In sRGB, or in grey with the tone curve of sRGB, 8 bits. What has 8 bits the image library brings there by
 * itself: by the profile in the file, or by one of its own for sRGB, grey or inks where there is none, or none
 * that fits the picture.
 */
function inStandardColours(image: Sharp, { space, hasProfile, hasAlpha }: Metadata): Sharp {
  switch (space) {
    case 'b-w':
      return image.toColourspace('b-w');
    case 'grey16':
      // Made 8 bits before all else, since it passes over the profiles of grey that has 16.
      return image.pipelineColourspace('b-w').toColourspace('b-w');
    case 'rgb16': {
      // It halts at Display P3 on the way, and would leave the pixels there. That last step is taken with 8 bits:
      // with 16, littleCMS puts a grid of 33 points in each direction in place of the formula, and is up to 20
      // levels off where a colour is nearly out of sRGB.
      const bytes = (hasAlpha ? image : image.linear(...ROUNDED_TO_8_BITS)).toColourspace('srgb');
      return hasProfile ? bytes.withIccProfile('srgb', { attach: false }) : bytes;
    }
    default:
      return image.toColourspace('srgb');
  }
}

/**
 * Factor and summand after which the upper byte of 16 bits is the nearest of 256 levels, and not the one below.
 * (Where something was transparent the library's white is 65,280, which is white by its upper byte alone.)
 */
const ROUNDED_TO_8_BITS = [65_280 / 65_535, 128] as const;

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
