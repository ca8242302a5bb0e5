import type { TiffDirectory } from './tiff-directories.ts';

/**
 * Which directories of a TIFF file are pages, as 0-based places in its chain: not transparency masks, and not
 * the smaller copies of a page that make it a pyramid, whether they are marked as such or only look so.
 */
export function pagesOf(directories: readonly TiffDirectory[]): number[] {
  const pages: number[] = [];
  let index = 0;
  while (index < directories.length) {
    const directory = directories[index];
    if (directory !== undefined && !directory.reduced && !directory.mask) pages.push(index);
    index += 1 + unmarkedCopies(directories.slice(index));
  }
  return pages;
}

/**
 * How many directories after the first are halves, quarters, ... of it although none says so. Tiles are proof
 * enough, since scanners write strips; of strips two halvings in a row are asked for, because one alone may be
 * a folded sheet after an open one, or a page at half the resolution.
 */
function unmarkedCopies(directories: readonly TiffDirectory[]): number {
  let copies = 0;
  for (;;) {
    const larger = directories[copies];
    const smaller = directories[copies + 1];
    if (larger === undefined || smaller === undefined || smaller.reduced || !isHalf(smaller, larger)) break;
    copies += 1;
  }
  const tiled = directories.slice(0, copies + 1).every(({ tile }) => tile !== undefined);
  return tiled || copies >= 2 ? copies : 0;
}

/** Writers round a half up, down or to the nearest. */
function isHalf(smaller: TiffDirectory, larger: TiffDirectory): boolean {
  return (
    smaller.width < larger.width &&
    Math.abs(smaller.width - larger.width / 2) <= 1 &&
    Math.abs(smaller.height - larger.height / 2) <= 1
  );
}
