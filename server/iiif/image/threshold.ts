import { Failure } from '../../model/failure.ts';
import type { OpenPyramid } from '../../pyramid/pyramid-cache.ts';
import { sharp } from '../../pyramid/sharp.ts';

/**
 * Longest side, in pixels, of the level that is looked at. Further down the ladder strokes run together with
 * the paper, and what parts grey from white would be taken for what parts black from white.
 */
const LONGEST_SIDE = 2048;

/** Of the level so many pixels, side by side, are looked at as one: enough for any share of ink. */
const STEP = 2;

const found = new WeakMap<OpenPyramid, Promise<number>>();

/**
 * From which grey on a pixel of an image is white in `bitonal`, 1 to 255.
 *
 * No one number is right for all: in real scans the middle between ink and paper is anything from 99 (a
 * letter on a dark table) to 211 (pale ink on clean paper), and at 128 such ink is gone and a yellowed page
 * in shadow is black. So it is Otsu's for the whole image, the same for all of its regions and sizes: tiles
 * have to agree with their neighbours, which a threshold that follows the light in each region would not let
 * them do.
 *
 * @throws Failure `image-file-damaged`
 */
export function thresholdOf(pyramid: OpenPyramid): Promise<number> {
  const known = found.get(pyramid);
  if (known !== undefined) return known;
  const finding = histogram(pyramid).then(threshold);
  found.set(pyramid, finding);
  finding.catch(() => found.delete(pyramid));
  return finding;
}

async function histogram({ path, levels }: OpenPyramid): Promise<number[]> {
  const level = levels.find(({ width, height }) => Math.max(width, height) <= LONGEST_SIDE);
  // The last one is always a single tile.
  if (level === undefined) throw new Error('A pyramid without a top');
  const { page, width, height } = level;
  try {
    // Every second pixel as it is: a mean of two would be neither ink nor paper.
    const pixels = await sharp(path, { page, limitInputPixels: false, failOn: 'error' })
      .resize(Math.ceil(width / STEP), Math.ceil(height / STEP), { fit: 'fill', kernel: 'nearest' })
      .toColourspace('b-w')
      .raw()
      .toBuffer();
    const counts = new Uint32Array(256);
    for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1;
    return [...counts];
  } catch (cause) {
    throw new Failure(
      'image-file-damaged',
      { place: path, message: 'This pyramid cannot be read' },
      { cause },
    );
  }
}

/** Closer together than this, of 255, are two shades of paper and not ink and paper. */
const LEAST_CONTRAST = 24;

/** Brighter on the average than this is no ink. */
const DARKEST_PAPER = 128;

/**
 * Otsu's threshold (IEEE Transactions SMC 9, 1979) with what it needs to know of paper.
 * @param counts how many pixels have each of the 256 greys.
 */
export function threshold(counts: readonly number[]): number {
  const { limit, dark, light } = otsu(counts);
  const total = sum(counts);
  // Most of the image, and bright: the paper before something brighter still. Ink is what is darker than that.
  if (dark.count > total / 2 && dark.mean > DARKEST_PAPER && limit > 1) {
    return threshold(counts.map((count, value) => (value < limit ? count : 0)));
  }
  // An empty page: its grain is no ink.
  if (light.mean - dark.mean < LEAST_CONTRAST) return Math.max(1, limit - LEAST_CONTRAST);
  return limit;
}

type Part = { count: number; mean: number };

/** Where two parts of a histogram differ most, as seen from their own spread: `dark` is what lies below `limit`. */
function otsu(counts: readonly number[]): { limit: number; dark: Part; light: Part } {
  const [total, whole] = [sum(counts), sum(counts.map((count, value) => count * value))];
  const first = counts.findIndex((count) => count > 0);
  let best = {
    limit: Math.max(1, first),
    dark: { count: 0, mean: first },
    light: { count: total, mean: first },
  };
  let [count, weight, difference] = [0, 0, 0];
  let next = 0;
  for (const [value, here] of counts.entries()) {
    if (here > 0 && count > 0) {
      const dark = { count, mean: weight / count };
      const light = { count: total - count, mean: (whole - weight) / (total - count) };
      const between = dark.count * light.count * (light.mean - dark.mean) ** 2;
      if (between > difference) {
        difference = between;
        // In the middle of the gap between the two.
        best = { limit: Math.ceil((next + value) / 2), dark, light };
      }
    }
    if (here > 0) next = value + 1;
    count += here;
    weight += here * value;
  }
  return best;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
