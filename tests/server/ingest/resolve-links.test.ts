import { describe, expect, it } from 'vitest';
import { resolveLinks } from '../../../server/ingest/resolve-links.ts';
import type { Place, Segment } from '../../../server/model/text.ts';

function segment(id: string, more: Partial<Segment>): Segment {
  return { id, granularity: 'line', value: id, places: [], words: [], renders: [], ...more };
}
const at = (page: string, y: number): Place => ({ page, box: { x: 10, y, width: 100, height: 20 } });

const original = [
  segment('s1', { sourceId: 'p1-l1', places: [at('1', 0)] }),
  segment('s2', { sourceId: 'p1-l2', places: [at('1', 30)] }),
  segment('s3', { sourceId: 'p2-l1', places: [at('2', 0)] }),
];

const inRussian = (segments: readonly Segment[]) => ({ language: 'ru', segments });

describe('links by hand', () => {
  it('turn into ids, and the translation stands where its lines stand, page by page', () => {
    const { segments, problems } = resolveLinks(
      [segment('t1', { renders: ['p1-l1', 'p1-l2', 'p2-l1'] })],
      inRussian(original),
      'a.html',
    );
    expect(problems).toEqual([]);
    expect(segments[0]?.renders).toEqual(['s1', 's2', 's3']);
    expect(segments[0]?.places).toEqual([
      {
        page: '1',
        box: { x: 10, y: 0, width: 100, height: 50 },
        parts: [
          { box: { x: 10, y: 0, width: 100, height: 20 } },
          { box: { x: 10, y: 30, width: 100, height: 20 } },
        ],
      },
      { page: '2', box: { x: 10, y: 0, width: 100, height: 20 } },
    ]);
    expect(segments[0]?.link).toEqual({
      origin: 'hand',
      parts: ['s1', 's2', 's3'].map((id) => ({ segment: id, start: 0, end: 2 })),
    });
  });

  it('may use our own ids as well', () => {
    expect(
      resolveLinks([segment('t1', { renders: ['s2'] })], inRussian(original), 'a.html').segments[0]?.renders,
    ).toEqual(['s2']);
  });

  it('that lead nowhere are reported, and the rest holds', () => {
    const { segments, problems } = resolveLinks(
      [segment('t1', { renders: ['p1-l1', 'p9'] })],
      inRussian(original),
      'a.html',
    );
    expect(segments[0]?.renders).toEqual(['s1']);
    expect(problems).toMatchObject([
      { code: 'link-unknown', file: 'a.html', message: expect.stringContaining('p9') },
    ]);
  });

  it('to an id that several files use are told apart by the page', () => {
    const twice = [
      segment('s1', { sourceId: 'l1', places: [at('1', 0)] }),
      segment('s2', { sourceId: 'l1', places: [at('2', 0)] }),
    ];
    const onTwo = segment('t1', { renders: ['l1'], places: [{ page: '2' }] });
    expect(resolveLinks([onTwo], inRussian(twice), 'a.html').segments[0]?.renders).toEqual(['s2']);
    expect(
      resolveLinks([segment('t1', { renders: ['l1'] })], inRussian(twice), 'a.html').problems,
    ).toMatchObject([{ code: 'link-unknown', message: expect.stringContaining('several') }]);
  });

  it('leave what renders nothing alone', () => {
    const plain = segment('t1', { places: [{ page: '1' }] });
    expect(resolveLinks([plain], inRussian(original), 'a.html').segments).toEqual([plain]);
  });
});
