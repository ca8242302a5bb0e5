import { describe, expect, it } from 'vitest';
import { allForms, preferredName } from '../../../server/model/authority.ts';
import { person } from '../../support/authority.ts';

const solmok = person('solmok', {
  name: { ko: ['솔목'], en: ['Solmok', "Sol'mok"] },
  forms: [
    { form: '솔목', language: 'ko', note: 'on the map' },
    { form: 'Solmok', language: 'en', scheme: 'mr' },
    { form: 'Solmok', language: 'en', scheme: 'rr' },
    { form: 'Solmok', language: 'ko-Latn' },
  ],
});

describe('the forms of a name', () => {
  it('are each told once in a language and a scheme, with what is known of it', () => {
    expect(allForms(solmok)).toEqual([
      { form: '솔목', language: 'ko', note: 'on the map' },
      { form: "Sol'mok", language: 'en' },
      { form: 'Solmok', language: 'en', scheme: 'mr' },
      { form: 'Solmok', language: 'en', scheme: 'rr' },
      { form: 'Solmok', language: 'ko-Latn' },
    ]);
  });

  it('have a preferred one in every language, if only the next best', () => {
    expect(preferredName(solmok, 'ko')).toBe('솔목');
    expect(preferredName(solmok, 'de')).toBe('Solmok');
  });
});
