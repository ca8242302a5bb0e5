import { describe, expect, it } from 'vitest';
import { citedLines } from '../../../../server/catalogue/citation/cited-lines.ts';
import type { Segment } from '../../../../server/model/text.ts';
import { page, segment, storedDocument, text } from '../../../support/stored-document.ts';

const original = [
  segment('s1', 'Шапка', ['1'], { granularity: 'block' }),
  segment('s2', 'первая', ['1'], { granularity: 'line' }),
  segment('s3', 'вторая', ['1'], { granularity: 'line' }),
  segment('s4', 'третья', ['1'], { granularity: 'line' }),
  segment('s5', 'на обороте', ['2'], { granularity: 'line' }),
];

function linesOf(rendering: Segment, cited: { text: string; segment: string }) {
  const texts: Record<string, readonly Segment[]> = { ru: original, en: [rendering] };
  const store = {
    segment: (_: string, of: string, id: string) =>
      Promise.resolve(texts[of]?.find((candidate) => candidate.id === id)),
    segmentsOn: (_: string, of: string, on: string) =>
      Promise.resolve((texts[of] ?? []).filter(({ places }) => places.some(({ page }) => page === on))),
  };
  const document = storedDocument({
    pages: [page('1'), page('2')],
    texts: [text('ru', original), text('en', [rendering], { role: 'translation', translationOf: 'ru' })],
  });
  return citedLines(store, document, { ...cited, page: '1' });
}

const byHand = segment('t1', 'second and third', ['1'], {
  renders: ['s3', 's4'],
  link: { parts: [], origin: 'hand' },
});

describe('the lines that a citation names', () => {
  it('are counted as the margin of the reading room counts them', async () => {
    expect(await linesOf(byHand, { text: 'ru', segment: 's3' })).toEqual([
      { folio: '1', spans: [{ first: 2, last: 2 }] },
    ]);
    expect(await linesOf(byHand, { text: 'ru', segment: 's1' })).toEqual([]);
  });

  it('are of a translation those that it renders, where somebody vouches for it', async () => {
    expect(await linesOf(byHand, { text: 'en', segment: 't1' })).toEqual([
      { folio: '1', spans: [{ first: 2, last: 3 }] },
    ]);
    const guessed: Segment = { ...byHand, link: { parts: [], origin: 'machine' } };
    expect(await linesOf(guessed, { text: 'en', segment: 't1' })).toEqual([]);
  });

  it('are named one by one where they do not follow each other, and on every leaf that a sentence runs over', async () => {
    const apart: Segment = { ...byHand, renders: ['s2', 's4'] };
    expect(await linesOf(apart, { text: 'en', segment: 't1' })).toEqual([
      {
        folio: '1',
        spans: [
          { first: 1, last: 1 },
          { first: 3, last: 3 },
        ],
      },
    ]);
    const over = segment('t1', 'third and verso', ['1', '2'], {
      renders: ['s4', 's5'],
      link: { parts: [], origin: 'hand' },
    });
    expect(await linesOf(over, { text: 'en', segment: 't1' })).toEqual([
      { folio: '1', spans: [{ first: 3, last: 3 }] },
      { folio: '2', spans: [{ first: 1, last: 1 }] },
    ]);
  });
});
