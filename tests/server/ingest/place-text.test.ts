import { describe, expect, it } from 'vitest';
import type { FiledSheet } from '../../../server/ingest/find-page.ts';
import { placeText } from '../../../server/ingest/place-text.ts';
import type { Box, Size } from '../../../server/model/box.ts';
import type { Page } from '../../../server/model/page.ts';

function page(canvas: Size, picture: Size = canvas): Page {
  return {
    id: '1',
    folio: '1',
    canvas,
    image: { ...picture, id: 'd_1', key: 'k', file: 'images/d/1.tif', part: 0 },
  };
}

function sheet(frame: Size | undefined, box?: Box): FiledSheet {
  return {
    file: 'manifests/d/1.xml',
    mark: { kind: 'none' },
    ...(frame === undefined ? {} : { frame }),
    segments: [
      {
        granularity: 'line',
        value: 'one two',
        words: box === undefined ? [] : [{ start: 0, end: 3, box: { ...box, width: box.width / 2 } }],
        renders: [],
        ...(box === undefined ? {} : { box, polygon: [{ x: box.x, y: box.y }] }),
      },
    ],
  };
}

const place = (one: FiledSheet, on: Page) => placeText([one], [on], undefined);

describe('placing a text', () => {
  it('maps the frame to the canvas, words and polygons too', () => {
    const { segments, problems } = place(
      sheet({ width: 1000, height: 2000 }, { x: 100, y: 0, width: 200, height: 50 }),
      page({ width: 500, height: 1000 }),
    );
    expect(problems).toEqual([]);
    expect(segments[0]).toMatchObject({
      places: [{ page: '1', box: { x: 50, y: 0, width: 100, height: 25 }, polygon: [{ x: 50, y: 0 }] }],
      words: [{ start: 0, end: 3, box: { x: 50, y: 0, width: 50, height: 25 } }],
    });
  });

  it('takes a frame that differs by less than a hundredth', () => {
    const { segments } = place(
      sheet({ width: 1000, height: 1995 }, { x: 0, y: 0, width: 1000, height: 1995 }),
      page({ width: 1000, height: 2000 }),
    );
    expect(segments[0]?.places[0]?.box).toEqual({ x: 0, y: 0, width: 1000, height: 2000 });
  });

  it('keeps the words and drops the boxes of a frame with other proportions', () => {
    const { segments, problems } = place(
      sheet({ width: 1000, height: 1000 }, { x: 0, y: 0, width: 10, height: 10 }),
      page({ width: 1000, height: 2000 }),
    );
    expect(segments[0]).toMatchObject({ value: 'one two', places: [{ page: '1' }], words: [] });
    expect(segments[0]?.places[0]).not.toHaveProperty('box');
    expect(problems).toMatchObject([{ code: 'text-frame-differs', severity: 'error', at: 'page 1' }]);
  });

  it('recognises a frame that was taken before the picture was turned upright', () => {
    const { problems } = place(sheet({ width: 1416, height: 1832 }), page({ width: 1832, height: 1416 }));
    expect(problems).toMatchObject([{ code: 'text-frame-rotated' }]);
  });

  it('puts the boxes of a fitted scan where the scan lies', () => {
    const { segments } = place(
      sheet({ width: 100, height: 100 }, { x: 0, y: 0, width: 100, height: 100 }),
      page({ width: 100, height: 200 }, { width: 500, height: 500 }),
    );
    expect(segments[0]?.places[0]?.box).toEqual({ x: 0, y: 50, width: 100, height: 100 });
  });

  it('clips a box at the edge, and reports one that lies outside', () => {
    const size = { width: 100, height: 100 };
    const clipped = place(sheet(size, { x: 90, y: -5, width: 50, height: 10 }), page(size));
    expect(clipped.segments[0]?.places[0]?.box).toEqual({ x: 90, y: 0, width: 10, height: 5 });
    const outside = place(sheet(size, { x: 200, y: 0, width: 50, height: 10 }), page(size));
    expect(outside.segments[0]?.places).toEqual([{ page: '1' }]);
    expect(outside.problems).toMatchObject([{ code: 'line-outside-page' }]);
  });

  it('takes coordinates without a frame as pixels of the scan', () => {
    const { segments } = place(
      sheet(undefined, { x: 10, y: 10, width: 10, height: 10 }),
      page({ width: 50, height: 50 }, { width: 100, height: 100 }),
    );
    expect(segments[0]?.places[0]?.box).toEqual({ x: 5, y: 5, width: 5, height: 5 });
  });
});
