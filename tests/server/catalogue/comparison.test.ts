import { describe, expect, it } from 'vitest';
import {
  compareTranslations,
  mostDifferentFirst,
  withDifferences,
} from '../../../server/catalogue/comparison.ts';
import type { Segment, SegmentPart } from '../../../server/model/text.ts';

const line = (id: string, value: string): Segment => ({
  ...{ id, value, granularity: 'line', places: [], words: [], renders: [] },
});
const sentence = (id: string, value: string, ...parts: [string, number, number][]): Segment => ({
  ...{ id, value, granularity: 'sentence', places: [], words: [] },
  renders: [...new Set(parts.map(([segment]) => segment))],
  ...(parts.length === 0
    ? {}
    : {
        link: {
          origin: 'machine',
          parts: parts.map(([segment, start, end]): SegmentPart => ({ segment, start, end })),
        },
      }),
});

const original = ['0123456789', 'abcdefghij', 'klmnopqrst', 'uvwxyz'].map((value, index) =>
  line(`l${index}`, value),
);
const told = (rows: ReturnType<typeof compareTranslations>) =>
  rows.map(({ original: parts, left, right }) => [
    parts.map(({ segment, start, end }) => `${segment}:${start}-${end}`).join(' '),
    left.map(({ id }) => id).join(' '),
    right.map(({ id }) => id).join(' '),
  ]);

describe('two translations compared', () => {
  it('stand beside each other by the parts of the original that both render', () => {
    const rows = compareTranslations({
      original,
      left: [sentence('a1', 'one', ['l0', 0, 10], ['l1', 0, 4]), sentence('a2', 'two', ['l1', 4, 10])],
      right: [
        sentence('b1', 'one', ['l0', 0, 10]),
        sentence('b2', 'and more', ['l1', 0, 5]),
        sentence('b3', 'two', ['l1', 5, 10], ['l2', 0, 10]),
      ],
    });
    expect(told(rows)).toEqual([
      ['l0:0-10 l1:0-5', 'a1', 'b1 b2'],
      ['l1:4-10 l2:0-10', 'a2', 'b3'],
      ['l3:0-6', '', ''],
    ]);
    expect(withDifferences(rows, 'en').map(({ difference }) => difference)).toEqual([0.5, 0, undefined]);
  });

  it('tell what only one of them has, and what neither renders, where it stands', () => {
    const rows = compareTranslations({
      original,
      left: [sentence('a1', 'one', ['l0', 0, 10]), sentence('note', 'A note.')],
      right: [sentence('b1', 'one', ['l0', 0, 10]), sentence('b2', 'three', ['l3', 0, 6])],
    });
    expect(told(rows)).toEqual([
      ['l0:0-10', 'a1', 'b1'],
      ['l1:0-10 l2:0-10', '', ''],
      ['l3:0-6', '', 'b2'],
      ['', 'note', ''],
    ]);
  });

  it('say nothing of words in two languages', () => {
    const rows = compareTranslations({
      original,
      left: [sentence('a1', 'one', ['l0', 0, 10])],
      right: [sentence('b1', 'un', ['l0', 0, 10])],
    });
    expect(withDifferences(rows, undefined)[0]?.difference).toBeUndefined();
    expect(told(rows)[0]).toEqual(['l0:0-10', 'a1', 'b1']);
  });

  it('come with those first, on request, that differ most', () => {
    const rows = compareTranslations({
      original,
      left: ['same words here', 'one word differs', 'nothing in common', 'alone'].map((value, index) =>
        sentence(`a${index}`, value, [`l${index}`, 0, 6]),
      ),
      right: ['same words here', 'one word changes', 'alike at all'].map((value, index) =>
        sentence(`b${index}`, value, [`l${index}`, 0, 6]),
      ),
    });
    expect(mostDifferentFirst(withDifferences(rows, 'en')).map(({ number }) => number)).toEqual([2, 1, 0, 3]);
    expect(compareTranslations({ original: [], left: [], right: [] })).toEqual([]);
  });
});
