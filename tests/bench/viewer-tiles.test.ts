import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridTiles } from '../support/grid-tiles.ts';
import { shuffled, viewerTiles } from './viewer-tiles.ts';

describe('the tiles that a viewer asks for', () => {
  it('are those of the specification, of the sizes that its arithmetic gives', () => {
    const side = fc.integer({ min: 1, max: 4000 });
    fc.assert(
      fc.property(side, side, fc.constantFrom(256, 512), (width, height, edge) => {
        const info = { width, height, tiles: [{ width: edge, scaleFactors: [1, 2, 4, 8] }] };
        expect(viewerTiles(info).map(({ size, scale }) => ({ size, scale }))).toEqual(
          gridTiles(info, info).map(({ size, scale }) => ({ size, scale })),
        );
      }),
    );
  });

  it('are written as OpenSeadragon writes them', () => {
    const info = { width: 700, height: 500, tiles: [{ width: 512, scaleFactors: [1, 2] }] };
    expect(viewerTiles(info).map(({ parameters }) => parameters)).toEqual([
      '0,0,512,500/512,500/0/default.jpg',
      '512,0,188,500/188,500/0/default.jpg',
      'full/350,250/0/default.jpg',
    ]);
    const small = { width: 300, height: 200, tiles: [{ width: 512, scaleFactors: [1] }] };
    expect(viewerTiles(small).map(({ parameters }) => parameters)).toEqual(['full/max/0/default.jpg']);
  });

  it('are full-sized inside and cut at the right and lower edges', () => {
    const info = { width: 1024, height: 1100, tiles: [{ width: 512, scaleFactors: [1] }] };
    expect(viewerTiles(info).map(({ interior }) => interior)).toEqual([true, true, true, true, false, false]);
  });

  it('come in an order that is always the same', () => {
    const list = Array.from({ length: 50 }, (_, at) => at);
    expect(shuffled(list, 7)).toEqual(shuffled(list, 7));
    expect(shuffled(list, 7)).not.toEqual(list);
    expect(new Set(shuffled(list, 7))).toEqual(new Set(list));
  });
});
