import { describe, expect, it } from 'vitest';
import { provenanceOf, type Provenance } from '../../../viewer/iiif/provenance.ts';
import { makerWords, statusMeaning } from '../../../viewer/state/text-words.ts';

function told(more: object): Provenance {
  const provenance = provenanceOf({ role: 'translation', origin: 'human', ...more }, 'en');
  if (provenance === undefined) throw new Error('a collection tells something');
  return provenance;
}

const agent = (name: string, role: string) => ({ type: 'Agent', label: { en: [name] }, role });

describe('what is said of a text', () => {
  it('is what its status means, and who has checked it where somebody is named for that', () => {
    expect(statusMeaning(told({ status: 'published' }))).toMatch(/^Published: \w/);
    expect(statusMeaning(told({ status: 'draft' }))).toMatch(/^Draft: \w/);
    expect(statusMeaning(told({ status: 'draft', origin: 'machine-translation' }))).toMatch(
      /^Not reviewed: /,
    );
    const contributor = [agent('A. Specimen', 'translator'), agent('B. Other', 'reviewer')];
    expect(statusMeaning(told({ status: 'reviewed', contributor }))).toContain('Checked by B. Other;');
    const translator = [agent('A. Specimen', 'translator')];
    const unknown = statusMeaning(told({ status: 'reviewed', contributor: translator }));
    expect(unknown).toContain('not said by whom or when');
    expect(unknown).not.toContain('Specimen');
    expect(statusMeaning(told({}))).toBeUndefined();
  });

  it('is that nobody is named, of what people made', () => {
    expect(makerWords(told({}))).toBe('Nobody is named');
    expect(makerWords(told({ origin: 'ocr' }))).toBeUndefined();
    expect(makerWords(told({ contributor: [agent('A. Specimen', 'translator')] }))).toBe(
      'A. Specimen (translator)',
    );
  });
});
