import { tiffPicture, type TiffPicture } from './tiff-picture.ts';
import { pixelAt, type Pixels } from './pattern-image.ts';

/** Edge of a patch: so large that JPEG does not mix the middle with its neighbours. */
const EDGE = 32;

/** A TIFF file of a row of patches, each of one colour; its samples are given from 0 to 1. */
export function patchesTiff(
  patches: readonly (readonly number[])[],
  kind: Pick<TiffPicture, 'photometric' | 'profile' | 'extraSample'> & { bits: 8 | 16 },
): Buffer {
  const samples = patches[0]?.length ?? 0;
  const row = Buffer.concat(
    patches.flatMap((patch) => Array.from({ length: EDGE }, () => stored(patch, kind.bits))),
  );
  const data = Buffer.concat(Array.from({ length: EDGE }, () => row));
  return tiffPicture({ ...kind, width: patches.length * EDGE, height: EDGE, samples, data });
}

/** The colours in the middle of each patch. */
export function readPatches(pixels: Pixels): number[][] {
  return Array.from({ length: pixels.width / EDGE }, (_, index) =>
    pixelAt(pixels, index * EDGE + EDGE / 2, EDGE / 2),
  );
}

function stored(patch: readonly number[], bits: 8 | 16): Buffer {
  if (bits === 8) return Buffer.from(patch.map((value) => Math.round(value * 255)));
  const bytes = Buffer.alloc(patch.length * 2);
  for (const [index, value] of patch.entries()) bytes.writeUInt16LE(Math.round(value * 65535), index * 2);
  return bytes;
}
