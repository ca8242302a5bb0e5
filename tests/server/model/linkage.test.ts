import { describe, expect, it } from 'vitest';
import { linkageOf } from '../../../server/model/linkage.ts';
import type { Link, Segment } from '../../../server/model/text.ts';
import { segment } from '../../support/stored-document.ts';

const line = (id: string, value: string, on = '1') => segment(id, value, [on]);

/** A sentence that renders these segments whole. */
function sentence(
  id: string,
  value: string,
  renders: readonly Segment[],
  link: Partial<Link> = {},
  on = '1',
): Segment {
  const parts = renders.map((each) => ({ segment: each.id, start: 0, end: each.value.length }));
  return segment(id, value, [on], {
    granularity: 'sentence',
    renders: renders.map((each) => each.id),
    ...(renders.length === 0 ? {} : { link: { parts, origin: 'hand', ...link } }),
  });
}

const ids = { original: 'ru', translation: 'en' };
const lines = ['one', 'two', 'three', 'four', ' ', 'six'].map((value, index) => line(`s${index + 1}`, value));
const [one, two, three] = lines;

describe('how far a translation renders its original', () => {
  it('is counted in lines, blank ones left out, and told by the links', () => {
    if (one === undefined || two === undefined || three === undefined) throw new Error('there are lines');
    const found = linkageOf(
      lines,
      [
        sentence('t1', 'A.', [one]),
        sentence('t2', 'B.', [two], { origin: 'confirmed' }),
        sentence('t3', 'C.', [three], { origin: 'machine', confidence: 0.4 }),
        sentence('t4', 'D.', [one], { origin: 'machine', confidence: 0.9 }),
        sentence('t5', 'A note of ours.', []),
      ],
      ids,
    );
    expect(found).toMatchObject({
      ...{ unit: 'line', translationUnit: 'sentence', originalCount: 5, translatedCount: 3 },
      linked: { hand: 1, confirmed: 1, machine: 2 },
      ...{ unsureCount: 1, translationCount: 5 },
    });
    expect(found.untranslated.first).toEqual([
      { text: 'ru', segment: 's4', page: '1', words: 'four six', count: 2 },
    ]);
    expect(found.added.first).toEqual([
      { text: 'en', segment: 't5', page: '1', words: 'A note of ours.', count: 1 },
    ]);
  });

  it('tells apart what lies on two leaves, and what something is rendered between', () => {
    const original = [line('s1', 'a'), line('s2', 'b', '2'), line('s3', 'c', '2'), line('s4', 'd', '2')];
    const rendered = original[2];
    if (rendered === undefined) throw new Error('there are lines');
    const { untranslated } = linkageOf(original, [sentence('t1', 'C', [rendered])], ids);
    expect(untranslated.first.map(({ segment: id, page: on }) => [id, on])).toEqual([
      ['s1', '1'],
      ['s2', '2'],
      ['s4', '2'],
    ]);
  });

  it('says the first words only, and cuts no character in two', () => {
    const { untranslated } = linkageOf([line('s1', '𐍈'.repeat(100))], [sentence('t1', 'x', [])], ids);
    expect(untranslated.first[0]?.words).toBe(`${'𐍈'.repeat(60)} …`);
    const long = Array.from({ length: 50 }, (_, index) => line(`s${index}`, 'some words of a line'));
    const [stretch] = linkageOf(long, [sentence('t1', 'x', [])], ids).untranslated.first;
    expect(stretch?.count).toBe(50);
    expect(stretch?.words).toBe('some words of a line some words of a line some words of a …');
  });

  it('names so many places at most, and counts all', () => {
    const lines = Array.from({ length: 1000 }, (_, index) => line(`s${index}`, 'words', String(index)));
    const { untranslated } = linkageOf(lines, [sentence('t1', 'x', [])], ids);
    expect(untranslated.count).toBe(1000);
    expect(untranslated.first).toHaveLength(300);
  });
});
