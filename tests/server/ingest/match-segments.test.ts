import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  matchSegments,
  type NextSegment,
  type PreviousSegment,
} from '../../../server/ingest/match-segments.ts';

function previousFrom(segments: readonly NextSegment[]): PreviousSegment[] {
  return segments.map((segment, index) => ({ id: `s${index + 1}`, ...segment }));
}

function lines(...values: readonly string[]): NextSegment[] {
  return values.map((value) => ({ value }));
}

/** One line under the other on page 705, 40 high and 60 apart. */
function placedLines(...values: readonly string[]): NextSegment[] {
  return values.map((value, index) => ({
    value,
    page: '705',
    box: { x: 100, y: 100 + 60 * index, width: 800, height: 40 },
  }));
}

describe('matchSegments by the source’s own id', () => {
  it('keeps a line whose words were all replaced, by its id', () => {
    const previous = previousFrom([
      { value: 'Wien, 12. November', sourceId: 'l1' },
      { value: 'xxx', sourceId: 'l2' },
    ]);
    const next = [
      { value: 'Wien, 12. November', sourceId: 'l1' },
      { value: 'An die Kultusgemeinde', sourceId: 'l2' },
    ];
    expect(matchSegments(previous, next)).toEqual(['s1', 's2']);
  });

  it('does not follow line numbers that moved when a line was put in', () => {
    const values = ['Дорогой товарищ', 'докладываю', 'по нашим данным'];
    const previous = previousFrom(values.map((value, index) => ({ value, sourceId: `l${index + 1}` })));
    const next = ['СОВЕРШЕННО СЕКРЕТНО', ...values].map((value, index) => ({
      value,
      sourceId: `l${index + 1}`,
    }));
    expect(matchSegments(previous, next)).toEqual([undefined, 's1', 's2', 's3']);
  });

  it('believes an id after all when a corrected line now reads like another that kept its own', () => {
    const previous = previousFrom([
      { value: 'ditto', sourceId: 'a' },
      { value: 'Smith, John', sourceId: 'b' },
    ]);
    const next = [
      { value: 'ditto', sourceId: 'a' },
      { value: 'ditto', sourceId: 'b' },
    ];
    expect(matchSegments(previous, next)).toEqual(['s1', 's2']);
  });

  it('tells ids apart by their page where a text of several files repeats them', () => {
    const page = (name: string, value: string): NextSegment => ({ value, page: name, sourceId: 'tl_1' });
    const previous = previousFrom([page('1', 'old one'), page('2', 'old two')]);
    expect(matchSegments(previous, [page('1', 'new'), page('2', 'other')])).toEqual(['s1', 's2']);
  });
});

describe('matchSegments by equal words', () => {
  it('keeps the ids on both sides of a repeated line', () => {
    const previous = previousFrom(lines('a', 'ditto', 'b', 'ditto', 'c'));
    expect(matchSegments(previous, lines('a', 'ditto', 'b', 'c'))).toEqual(['s1', 's2', 's3', 's5']);
    expect(matchSegments(previous, lines('a', 'b', 'ditto', 'c'))).toEqual(['s1', 's3', 's4', 's5']);
  });

  it('follows a paragraph that moved', () => {
    const previous = previousFrom(lines('one', 'two', 'three', 'four'));
    expect(matchSegments(previous, lines('four', 'one', 'two', 'three'))).toEqual(['s4', 's1', 's2', 's3']);
  });

  it('does not mind other white space or another normal form', () => {
    const previous = previousFrom(lines('Le  délégué'));
    expect(matchSegments(previous, lines('Le délégué'.normalize('NFD')))).toEqual(['s1']);
  });

  it('tells lines with the same words apart by their place', () => {
    const all = placedLines('ditto', 'ditto', 'ditto');
    expect(matchSegments(previousFrom(all), all.slice(1))).toEqual(['s2', 's3']);
  });
});

describe('matchSegments by place', () => {
  it('keeps a line that was read anew at the same place', () => {
    const previous = previousFrom(placedLines('aaa', 'bbb', 'ccc'));
    const next = placedLines('aaa', 'quite other words', 'ccc');
    expect(matchSegments(previous, next)).toEqual(['s1', 's2', 's3']);
  });

  it('does not take a line on another page for the same', () => {
    const previous = previousFrom(placedLines('aaa'));
    const next = placedLines('quite other words').map((line) => ({ ...line, page: '706' }));
    expect(matchSegments(previous, next)).toEqual([undefined]);
  });

  it('gives each place to the box that covers most of it', () => {
    const previous = previousFrom(placedLines('aaa', 'bbb'));
    const moved = placedLines('xxx', 'yyy').map(({ box, ...line }) => ({
      ...line,
      ...(box === undefined ? {} : { box: { ...box, y: box.y + 8 } }),
    }));
    expect(matchSegments(previous, moved)).toEqual(['s1', 's2']);
  });

  it('without boxes keeps a corrected line between its neighbours', () => {
    const previous = previousFrom(lines('Mao Zedong said', 'we can not send trops', 'and that is all'));
    const next = lines('Mao Zedong said', 'A new sentence', 'we cannot send troops', 'and that is all');
    expect(matchSegments(previous, next)).toEqual(['s1', undefined, 's2', 's3']);
  });

  it('pairs lines that are hardly alike only where none was put in or left out', () => {
    const previous = previousFrom(lines('first', 'the minister returned home', 'last'));
    const hardly = 'minister Pak came back on Friday';
    expect(matchSegments(previous, lines('first', hardly, 'last'))).toEqual(['s1', 's2', 's3']);
    expect(matchSegments(previous, lines('first', '12345', 'last'))).toEqual(['s1', undefined, 's3']);
  });
});

/** Texts whose neighbours differ: which of two equal neighbours was taken out, nobody can know. */
const texts = fc
  .array(fc.constantFrom<string[]>('a', 'b', 'ditto', 'the minister', 'the ministers', 'Пекин', ''), {
    maxLength: 30,
  })
  .map((values) => values.filter((value, index) => value !== values[index - 1]));

type Dressing = {
  name: string;
  dress: (values: readonly string[], keys: readonly string[]) => NextSegment[];
};

const dressings: readonly Dressing[] = [
  { name: 'words alone', dress: (values) => lines(...values) },
  {
    name: 'ids of its own',
    dress: (values, keys) => values.map((value, index) => ({ value, sourceId: keys[index] ?? '' })),
  },
  {
    name: 'line numbers',
    dress: (values) => values.map((value, index) => ({ value, sourceId: `l${index}` })),
  },
  {
    name: 'places',
    dress: (values, keys) =>
      values.map((value, index) => ({
        value,
        page: '1',
        box: { x: 0, y: 50 * Number(keys[index]), width: 500, height: 40 },
      })),
  },
];

describe('matchSegments always', () => {
  it.each(dressings)('is the identity on a text and itself ($name)', ({ dress }) => {
    fc.assert(
      fc.property(texts, (values) => {
        const text = dress(
          values,
          values.map((_, index) => String(index)),
        );
        const previous = previousFrom(text);
        expect(matchSegments(previous, text)).toEqual(previous.map(({ id }) => id));
      }),
    );
  });

  it.each(dressings)('keeps all other ids when one is taken out or put in ($name)', ({ dress }) => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.string({ minLength: 1 }), (values, at, added) => {
        fc.pre(values.length > 0 && !values.includes(added.trim()));
        const keys = values.map((_, index) => String(index));
        const position = at % values.length;
        const previous = previousFrom(dress(values, keys));
        const ids: (string | undefined)[] = previous.map(({ id }) => id);
        const shorter = values.toSpliced(position, 1);
        expect(matchSegments(previous, dress(shorter, keys.toSpliced(position, 1)))).toEqual(
          ids.toSpliced(position, 1),
        );
        const longer = values.toSpliced(position, 0, added);
        expect(matchSegments(previous, dress(longer, keys.toSpliced(position, 0, '1000')))).toEqual(
          ids.toSpliced(position, 0, undefined),
        );
      }),
    );
  });

  it('keeps every id of 10,000 lines whose letters all changed, with and without boxes', () => {
    const words = Array.from(
      { length: 10_000 },
      (_, index) => `line ${index * 7919} of the report, folio ${index}`,
    );
    const changed = words.map((value) => value.replace('report', 'raport'));
    const ids = words.map((_, index) => `s${index + 1}`);
    expect(matchSegments(previousFrom(lines(...words)), lines(...changed))).toEqual(ids);
    expect(matchSegments(previousFrom(placedLines(...words)), placedLines(...changed))).toEqual(ids);
  });

  it('gets through 10,000 equal lines in one place', () => {
    const equal = Array.from({ length: 10_000 }, (_, index) => ({
      value: index % 2 === 0 ? 'x' : 'y',
      page: '1',
      box: { x: 0, y: 0, width: 10, height: 10 },
    }));
    const next = equal.map(({ page, box }) => ({ page, box, value: 'z' }));
    const ids = matchSegments(previousFrom(equal), next).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    expect(matchSegments(previousFrom(equal), equal.slice(1)).every((id) => id !== undefined)).toBe(true);
  });
});
