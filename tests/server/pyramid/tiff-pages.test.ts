import { describe, expect, it } from 'vitest';
import type { TiffDirectory } from '../../../server/pyramid/tiff-directories.ts';
import { pagesOf } from '../../../server/pyramid/tiff-pages.ts';

function directory(width: number, height: number, changes: Partial<TiffDirectory> = {}): TiffDirectory {
  return {
    width,
    height,
    reduced: false,
    mask: false,
    tile: undefined,
    compression: 1,
    samplesPerPixel: 1,
    resolution: undefined,
    ...changes,
  };
}

const TILE = { tile: { width: 256, height: 256 } };

describe('pagesOf', () => {
  it('takes every directory of a plain multi-page file for a page', () => {
    expect(pagesOf([directory(2480, 3508), directory(2480, 3508), directory(3508, 2480)])).toEqual([0, 1, 2]);
  });

  it('leaves out copies that are marked as reduced, and masks', () => {
    const pages = [
      directory(2480, 3508),
      directory(100, 141, { reduced: true }),
      directory(2480, 3508),
      directory(2480, 3508, { mask: true }),
    ];
    expect(pagesOf(pages)).toEqual([0, 2]);
  });

  it('leaves out the unmarked halves of a tiled page, however they were rounded', () => {
    const pages = [directory(2627, 3621, TILE), directory(1314, 1810, TILE), directory(657, 905, TILE)];
    expect(pagesOf(pages)).toEqual([0]);
  });

  it('leaves out unmarked halves in strips when there are several', () => {
    expect(pagesOf([directory(2000, 3000), directory(1000, 1500), directory(500, 750)])).toEqual([0]);
  });

  it('keeps one page of half the size after another as a page of its own', () => {
    expect(pagesOf([directory(2000, 3000), directory(1000, 1500)])).toEqual([0, 1]);
  });

  it('finds the second page after the first one with its pyramid', () => {
    const pages = [directory(2000, 3000, TILE), directory(1000, 1500, TILE), directory(2000, 3000, TILE)];
    expect(pagesOf(pages)).toEqual([0, 2]);
  });
});
