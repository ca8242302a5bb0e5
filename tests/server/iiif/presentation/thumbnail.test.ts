import { describe, expect, it } from 'vitest';
import { thumbnailSize } from '../../../../server/iiif/presentation/thumbnail.ts';

describe('thumbnailSize', () => {
  it('fits both sides into 200 and keeps the proportions to the pixel', () => {
    expect(thumbnailSize({ width: 2000, height: 2800 })).toEqual({ width: 143, height: 200 });
    expect(thumbnailSize({ width: 7001, height: 5003 })).toEqual({ width: 200, height: 143 });
    expect(thumbnailSize({ width: 500, height: 500 })).toEqual({ width: 200, height: 200 });
  });

  it('never rounds a side away', () => {
    expect(thumbnailSize({ width: 90_000, height: 10 })).toEqual({ width: 200, height: 1 });
  });

  it('leaves a smaller image as it is', () => {
    expect(thumbnailSize({ width: 120, height: 80 })).toEqual({ width: 120, height: 80 });
  });
});
