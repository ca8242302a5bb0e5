import { describe, expect, it } from 'vitest';
import { cropAround } from '../../../../server/catalogue/search/crop-region.ts';
import type { Box } from '../../../../server/model/box.ts';
import { lostPage, page } from '../../../support/stored-document.ts';

const at = (box: Box, on = '705') => ({ page: on, box });

describe('a crop of a scan', () => {
  it('is a strip around the hit, a good half of the page wide, with the mark where the hit is', () => {
    const crop = cropAround([at({ x: 800, y: 1000, width: 200, height: 40 })], page('705'));
    expect(crop?.region).toEqual({ x: 300, y: 934, width: 1200, height: 172 });
    expect(crop?.marks).toEqual([{ x: 500, y: 66, width: 200, height: 40 }]);
    expect(crop?.size).toEqual({ width: 864, height: 124 });
  });

  it('stays inside the scan at its corners', () => {
    const crop = cropAround([at({ x: 0, y: 0, width: 100, height: 40 })], page('705'));
    expect(crop?.region).toMatchObject({ x: 0, y: 0 });
    const last = cropAround([at({ x: 1990, y: 2790, width: 50, height: 50 })], page('705'));
    expect(last?.region).toMatchObject({ x: 800 });
    expect((last?.region.y ?? 0) + (last?.region.height ?? 0)).toBe(2800);
    expect(last?.marks[0]).toMatchObject({ x: 1190, width: 10, height: 10 });
  });

  it('turns the canvas’s units into pixels of a better scan that is fitted into it', () => {
    const image = { id: 'i', key: 'k', file: 'f', part: 0, width: 6000, height: 8400 };
    const crop = cropAround([at({ x: 800, y: 1000, width: 200, height: 40 })], page('705', { image }));
    expect(crop?.region).toEqual({ x: 900, y: 2802, width: 3600, height: 516 });
    expect(crop?.marks[0]).toEqual({ x: 1500, y: 198, width: 600, height: 120 });
  });

  it('minds the bands beside a scan of other proportions', () => {
    // 3000 x 2000 on 2000 x 2800 is 2000 x 1333.3, 733.3 below the upper edge.
    const image = { id: 'i', key: 'k', file: 'f', part: 0, width: 3000, height: 2000 };
    const on = page('705', { image });
    const crop = cropAround([at({ x: 1000, y: 1400, width: 100, height: 20 })], on);
    expect((crop?.region.x ?? 0) + (crop?.marks[0]?.x ?? 0)).toBeCloseTo(1500);
    expect((crop?.region.y ?? 0) + (crop?.marks[0]?.y ?? 0)).toBeCloseTo(1000);
    expect(cropAround([at({ x: 1000, y: 100, width: 100, height: 20 })], on)).toBeUndefined();
  });

  it('holds a phrase over two lines, one mark for each', () => {
    const crop = cropAround(
      [at({ x: 1700, y: 1000, width: 200, height: 40 }), at({ x: 100, y: 1060, width: 200, height: 40 })],
      page('705'),
    );
    expect(crop?.region).toMatchObject({ x: 0, width: 2000 });
    expect(crop?.marks).toHaveLength(2);
  });

  it('follows the lines within a place, where these are known', () => {
    const whole = { x: 100, y: 1000, width: 1800, height: 100 };
    const parts = [
      { box: { x: 1000, y: 1000, width: 900, height: 40 } },
      { box: { x: 100, y: 1060, width: 300, height: 40 } },
    ];
    expect(cropAround([{ ...at(whole), parts }], page('705'))?.marks).toHaveLength(2);
  });

  it('is higher around a vertical line, but never higher than its frame', () => {
    const crop = cropAround([at({ x: 1000, y: 500, width: 60, height: 900 })], page('705'));
    expect(crop?.region.height).toBeGreaterThan(900);
    expect(crop?.size.height).toBeLessThanOrEqual(265);
    expect(crop?.region.width).toBe(2000);
  });

  it('lets go of hits that are far from the first', () => {
    const crop = cropAround(
      [at({ x: 800, y: 100, width: 200, height: 40 }), at({ x: 800, y: 2500, width: 200, height: 40 })],
      page('705'),
    );
    expect(crop?.region.height).toBeLessThan(200);
    expect(crop?.marks).toHaveLength(1);
  });

  it('tells which part of the strip holds the hit, for a phone that shows no more', () => {
    const focus = (x: number, width: number) =>
      cropAround([at({ x, y: 1000, width, height: 40 })], page('705'))?.focus;
    expect(focus(900, 200)).toBe('middle');
    expect(focus(20, 200)).toBe('start');
    expect(focus(1800, 150)).toBe('end');
    expect(focus(200, 1600)).toBe('whole');
  });

  it('is none without a scan, without a place, or for another page’s place', () => {
    const place = at({ x: 1, y: 1, width: 9, height: 9 });
    expect(cropAround([place], lostPage('705'))).toBeUndefined();
    expect(cropAround([{ page: '705' }], page('705'))).toBeUndefined();
    expect(cropAround([], page('705'))).toBeUndefined();
    expect(cropAround([place], page('706'))).toBeUndefined();
  });

  it('never asks for more pixels than a small scan has', () => {
    const image = { id: 'i', key: 'k', file: 'f', part: 0, width: 400, height: 560 };
    const crop = cropAround([at({ x: 800, y: 1000, width: 200, height: 40 })], page('705', { image }));
    expect(crop?.size.width).toBe(crop?.region.width);
  });
});
