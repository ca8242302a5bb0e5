import { describe, expect, it } from 'vitest';
import { beginnings, sameBlock } from '../../../viewer/iiif/blocks.ts';
import { formOf } from '../../../viewer/iiif/form.ts';
import { legendOf } from '../../../viewer/iiif/legend.ts';
import { signOf, signsIn } from '../../../viewer/iiif/signs.ts';

describe('legendOf', () => {
  it('names what occurs, once and in its own order, and nothing else', () => {
    expect(
      legendOf([
        { form: 'footnote' },
        { html: '<p><SPAN CLASS="big uncertain">a</SPAN> <ins>b</ins></p>' },
        { html: "<i class='gap'>c</i>", form: 'stamp' },
        { html: '<ins>d</ins>', form: 'heading' },
      ]),
    ).toEqual(['added', 'uncertain', 'gap', 'stamp', 'footnote']);
    expect(legendOf([{ html: '<b>a</b>', form: 'item' }, {}])).toEqual([]);
  });

  it('goes once through markup that opens and never closes', () => {
    expect(signsIn(`${'<a class="'.repeat(100_000)}<del>`)).toEqual(new Set(['struck']));
  });
});

describe('signOf', () => {
  it('takes HTML’s own elements before classes', () => {
    expect(signOf('del', 'uncertain')).toBe('struck');
    expect(signOf('u', 'x unclear')).toBe('uncertain');
    expect(signOf('u', '')).toBeUndefined();
  });
});

describe('formOf', () => {
  it('trusts no word that it does not know', () => {
    expect(formOf('stamp')).toBe('stamp');
    for (const odd of ['constructor', '', 7, null, ['stamp']]) expect(formOf(odd)).toBeUndefined();
  });
});

describe('blocks', () => {
  it('begin where the name or the form changes; without names lines run on and paragraphs stand alone', () => {
    const line = { granularity: 'line' };
    expect(sameBlock({ ...line, block: 'a' }, { ...line, block: 'a' })).toBe(true);
    expect(sameBlock({ ...line, block: 'a', form: 'stamp' }, { ...line, block: 'a' })).toBe(false);
    expect(sameBlock({ ...line, block: 'a' }, line)).toBe(false);
    expect(sameBlock(line, line)).toBe(true);
    expect(sameBlock({ granularity: 'paragraph' }, { granularity: 'paragraph' })).toBe(false);
    const stamp = { ...line, block: 's', form: 'stamp' } as const;
    expect([
      ...beginnings([
        { id: '1', ...stamp },
        { id: '2', ...stamp },
        { id: '3', ...line },
      ]),
    ]).toEqual(['1', '3']);
  });
});
