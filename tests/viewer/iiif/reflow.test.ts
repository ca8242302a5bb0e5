import { describe, expect, it } from 'vitest';
import { reflow } from '../../../viewer/iiif/reflow.ts';
import type { Segment } from '../../../viewer/iiif/text.ts';

const lines = (values: readonly string[], more: Partial<Segment> = {}) =>
  values.map((value, index): Segment => ({
    ...{ id: `${index}`, value, lang: '', dir: 'auto', renders: [], granularity: 'line' },
    ...more,
  }));
const flowing = (segments: readonly Segment[]) =>
  reflow(segments).map((paragraph) =>
    paragraph
      .map(({ segment: { value }, isDivided, gap }) => `${isDivided ? value.slice(0, -1) : value}${gap}`)
      .join(''),
  );

describe('text that flows', () => {
  it('has its lines joined by spaces, and divided words whole again', () => {
    expect(
      flowing(lines(['паром у деревни Сольмок и подвозить грузы гужевым транс-', 'портом. Склады'])),
    ).toEqual(['паром у деревни Сольмок и подвозить грузы гужевым транспортом. Склады']);
    expect(flowing(lines(['Ver⸗', 'nunft', 'und un¬', 'ter']))).toEqual(['Vernunft und unter']);
  });

  it('keeps hyphens that divide nothing, before a name, after a number, or apart from the word', () => {
    expect(flowing(lines(['Nord-', 'Korea']))).toEqual(['Nord- Korea']);
    expect(flowing(lines(['1950-', 'er', 'war -', 'und']))).toEqual(['1950- er war - und']);
    expect(flowing(lines(['am Ende-']))).toEqual(['am Ende-']);
  });

  it('sets no space between characters of scripts that have none', () => {
    expect(flowing(lines(['北京市', '中國。', '然後']))).toEqual(['北京市中國。然後']);
    expect(flowing(lines(['北京', 'Peking']))).toEqual(['北京 Peking']);
  });

  it('begins anew with each paragraph', () => {
    const [one, other] = [lines(['a', 'b'], { block: 'p1' }), lines(['c'], { block: 'p2' })];
    expect(flowing([...one, ...other])).toEqual(['a b', 'c']);
    expect(flowing(lines(['a', 'b'], { granularity: 'paragraph' }))).toEqual(['a', 'b']);
    expect(flowing([])).toEqual([]);
  });
});
