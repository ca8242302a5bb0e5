import { describe, expect, it } from 'vitest';
import { isTold, provenanceOf } from '../../../viewer/iiif/provenance.ts';

describe('the provenance of a text', () => {
  it('is what its collection says in our terms', () => {
    const collection = {
      ...{ id: 'urn:t', type: 'AnnotationCollection', label: { en: ['Translation'] } },
      ...{ role: 'translation', origin: 'machine-translation', status: 'draft' },
      contributor: [
        { type: 'Agent', label: { en: ['A. Specimen'], ru: ['А. Образцов'] }, role: 'translator' },
      ],
      ...{ revision: 3, revised: '2026-11-26T10:00:00Z', rights: 'https://x.example/by/4.0/' },
    };
    const read = provenanceOf(collection, 'ru');
    expect(read).toMatchObject({
      ...{ role: 'translation', origin: 'machine-translation', status: 'draft', revision: 3 },
      contributors: [{ name: { values: ['А. Образцов'] }, role: 'translator' }],
      revised: Date.UTC(2026, 10, 26, 10),
      rights: 'https://x.example/by/4.0/',
    });
    expect(read !== undefined && isTold(read)).toBe(true);
  });

  it('is not told where another archive says it in its own words, or says nonsense', () => {
    const read = provenanceOf(
      {
        ...{ role: 'constructor', origin: 7, status: ['draft'], revision: -1, revised: 'yesterday' },
        ...{ rights: 'javascript:alert(1)', contributor: 'x' },
        metadata: [{ label: { en: ['Transcribed by'] }, value: { en: ['Volunteers'] } }],
      },
      'en',
    );
    expect(read).toMatchObject({
      ...{ role: undefined, origin: undefined, status: undefined, revision: undefined, revised: undefined },
      ...{ rights: undefined, contributors: [] },
      metadata: [{ value: { values: ['Volunteers'] } }],
    });
    expect(read !== undefined && isTold(read)).toBe(false);
    expect(provenanceOf('no resource', 'en')).toBeUndefined();
  });
});
