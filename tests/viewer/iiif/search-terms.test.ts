import { describe, expect, it } from 'vitest';
import { termsIn } from '../../../viewer/iiif/search-terms.ts';

describe('termsIn', () => {
  it('reads terms of version 2 and of version 1, each once', () => {
    expect(termsIn({ type: 'TermPage', items: [{ value: 'мост' }, { value: 'мосту', total: 3 }] })).toEqual([
      'мост',
      'мосту',
    ]);
    expect(
      termsIn({ '@type': 'search:TermList', terms: [{ match: 'bird', url: 'x' }, { match: 'bird' }] }),
    ).toEqual(['bird']);
  });

  it('passes over what is no term, and shows no more than a reader looks through', () => {
    expect(
      termsIn({ items: [null, 7, 'bird', { value: 7 }, { value: '  ' }, { value: 'x'.repeat(999) }] }),
    ).toEqual([]);
    const many = Array.from({ length: 500 }, (_, index) => ({ value: `bird ${index}` }));
    expect(termsIn({ items: many })).toHaveLength(12);
    expect(termsIn('terms')).toEqual([]);
    expect(termsIn({ items: { value: { value: 'deep' } } })).toEqual([]);
  });
});
