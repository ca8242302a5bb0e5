import { describe, expect, it } from 'vitest';
import { altoPage } from '../../../server/exports/alto-page.ts';
import { parseAlto } from '../../../server/formats/alto.ts';
import { serializeAlto } from '../../../server/formats/alto-writer.ts';
import { lostPage, page, segment } from '../../support/stored-document.ts';
import { telegram } from '../../support/telegram.ts';

const [first, second] = telegram().pages;
const segments = telegram().texts.find(({ id }) => id === 'ru')?.segments ?? [];
const box = { x: 1, y: 2, width: 30, height: 4 };

describe('altoPage', () => {
  it('reads back the same: frame, image, ids, values, blocks, boxes, outlines and words', () => {
    // In whole units, as ingest has them: others are added up, which costs their last digit.
    const whole = segments.map((line) => ({
      ...line,
      places: line.places.map((place) => (place.box === undefined ? place : { ...place, box })),
      words: line.words.map((word) => ({ ...word, box })),
    }));
    const sheet = altoPage(whole, first ?? page('none'));
    expect(sheet?.sheets[0]).toMatchObject({
      mark: { kind: 'image', name: '705.tif' },
      frame: { width: 2000, height: 2800 },
      segments: [{ sourceId: 's1', value: 'Товарищу Филиппову', words: [{}, {}] }, { sourceId: 's2' }],
    });
    const read = parseAlto(new TextEncoder().encode(serializeAlto(sheet ?? { sheets: [], problems: [] })));
    expect(read).toEqual(sheet);
  });

  it('has a line’s words on its first page only, where their boxes are', () => {
    const line = segment('s1', 'a b', ['705', '706'], { box, words: [{ start: 0, end: 1, box }] });
    const wordsOn = (on: typeof first) => altoPage([line], on ?? page('none'))?.sheets[0]?.segments[0]?.words;
    expect(wordsOn(first)).toHaveLength(1);
    expect(wordsOn(second)).toEqual([]);
  });

  it('numbers blocks as they come, whatever their source calls them', () => {
    const inBlock = (id: string, block?: string) =>
      segment(id, 'a', ['1'], { box, ...(block === undefined ? {} : { block }) });
    const lines = [inBlock('s1', 's9'), inBlock('s2', 's9'), inBlock('s3'), inBlock('s4', 's9')];
    expect(altoPage(lines, page('1'))?.sheets[0]?.segments.map(({ block }) => block)).toEqual([
      'block-1',
      'block-1',
      'block-2',
      'block-3',
    ]);
  });

  it('names no image of a leaf that is not held', () => {
    expect(altoPage([segment('s1', 'a', ['1'], { box })], lostPage('1'))?.sheets[0]?.mark).toEqual({
      kind: 'none',
    });
  });

  it('is none where no line has a box', () => {
    const paragraph = segment('s1', 'a', ['1'], { box, granularity: 'paragraph' });
    for (const units of [[], [segment('s1', 'a', ['1'])], [segment('s1', 'a', ['2'], { box })], [paragraph]])
      expect(altoPage(units, page('1'))).toBeUndefined();
  });
});
