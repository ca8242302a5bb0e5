import { describe, expect, it } from 'vitest';
import { divideSentences } from '../../../server/ingest/divide-sentences.ts';
import type { PlacedSegment } from '../../../server/ingest/place-text.ts';

const paragraph = (value: string, more: Partial<PlacedSegment> = {}): PlacedSegment => ({
  ...{ granularity: 'paragraph', value, places: [{ page: '705' }], words: [], renders: [] },
  ...more,
});

describe('the sentences of a translation', () => {
  it('are segments of their own, on the page and in the block of their paragraph', () => {
    const divided = divideSentences(
      [
        paragraph('First.', { sourceId: 'a' }),
        paragraph('Dr. Ro came. He <left>.', {
          sourceId: 'b',
          html: 'Dr. Ro <em>came. He &lt;left&gt;.</em>',
        }),
      ],
      'en',
    );
    expect(divided).toEqual([
      paragraph('First.', { sourceId: 'a' }),
      {
        ...paragraph('Dr. Ro came.', { sourceId: 'b', html: 'Dr. Ro <em>came.</em>', block: 'p2' }),
        granularity: 'sentence',
      },
      {
        ...paragraph('He <left>.', { html: '<em>He &lt;left&gt;.</em>', block: 'p2' }),
        granularity: 'sentence',
      },
    ]);
  });

  it('are not made of lines and verses', () => {
    const kept = [paragraph('One. Two.', { form: 'verse' }), paragraph('One. Two.', { granularity: 'line' })];
    expect(divideSentences(kept, 'en')).toEqual(kept);
  });

  it('are not made of a text in which a person has said what renders what', () => {
    const kept = [paragraph('One. Two.'), paragraph('Three. Four.', { renders: ['l3'] })];
    expect(divideSentences(kept, 'en')).toEqual(kept);
  });
});
