import { describe, expect, it } from 'vitest';
import { offeredKind } from '../../../viewer/state/offered-kind.ts';

describe('the kind of a file that is offered', () => {
  const of = (label: string, format: string, language = '') =>
    offeredKind({ label: { values: [label], language: '' }, format, language });

  it('is not said where its name says it', () => {
    expect(of('RIS', 'application/x-research-info-systems')).toBe('');
    expect(of('CSL-JSON', 'application/vnd.citationstyles.csl+json')).toBe('');
    expect(of('BibTeX', 'application/x-bibtex; charset=utf-8', 'en')).toBe('English');
  });

  it('is said beside another name, with the language', () => {
    expect(of('The whole document', 'application/pdf', 'ru')).toBe('PDF · Russian');
    expect(offeredKind({ label: undefined, format: 'text/plain', language: '' })).toBe('Plain text');
  });
});
