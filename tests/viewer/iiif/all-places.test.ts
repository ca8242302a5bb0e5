import { describe, expect, it } from 'vitest';
import { allPlaces } from '../../../viewer/iiif/all-places.ts';
import type { Box, Text } from '../../../viewer/iiif/text.ts';

const textOf = (boxes: readonly (Box | undefined)[]): Text => ({
  ...{ id: 't', key: 't', label: '', labelLanguage: '', language: 'ru', dir: 'ltr' },
  ...{ unplaced: false, omitted: 0 },
  segments: boxes.map((box, index) => ({
    ...{ id: String(index), value: '', lang: 'ru', dir: 'ltr', renders: [], granularity: 'line' },
    ...(box === undefined ? {} : { box }),
  })),
});

const line = (row: number): Box => ({ x: 100, y: 100 * row, width: 500, height: 40 });

describe('all places of texts', () => {
  it('are those of every line, each once', () => {
    expect(allPlaces([textOf([line(1), undefined, line(2), line(2)]), textOf([line(1)])])).toEqual([
      ...[line(1), line(2)],
    ]);
  });

  it('leave out the sentence of a translation around lines that are drawn', () => {
    const sentence = { x: 100, y: 100, width: 500, height: 140 };
    const note = { x: 700, y: 100, width: 80, height: 300 };
    expect(allPlaces([textOf([line(1), line(2)]), textOf([sentence, note])])).toEqual([
      line(1),
      line(2),
      note,
    ]);
    expect(allPlaces([textOf([sentence])])).toEqual([sentence]);
  });

  it('are none where no text is shown', () => {
    expect(allPlaces([])).toEqual([]);
  });
});
