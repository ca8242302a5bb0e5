import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { peopleSchema, placesSchema } from '../../../server/ingest/authority-schema.ts';
import { ROMANISATION_SCHEMES } from '../../../server/model/authority.ts';
import { readYamlRecords } from '../../../server/ingest/yaml-records.ts';

const people = (source: string) => readYamlRecords(source, peopleSchema);
const person = (source: string) => people(source).records?.get('pak-il-u')?.value;
const problemsOf = (source: string) =>
  people(source).problems.map(({ code, line, at, message }) => ({ code, line, at, message }));

const PAK = `
pak-il-u:
  name: { en: Pak Il-u, ru: Пак Ир У }
`;

describe('people.yaml', () => {
  it('needs no more than a name', () => {
    expect(person('pak-il-u: { name: Pak Il-u }')).toEqual({
      name: { none: ['Pak Il-u'] },
      forms: [],
      dates: {},
      links: [],
    });
    expect(people('')).toMatchObject({ records: new Map(), problems: [] });
  });

  it('takes forms by language, plain, in lists, by schemes and with notes', () => {
    const source = `${PAK}
  forms:
    ru: [Пак Ир У, Пак Иру]
    ko: 박일우
    ko-Latn:
      - { mr: Pak Ir-u, rr: [Bak Il-u, Bak Iru] }
      - { form: Pak Irwoo, note: on his visiting card }
    zh-Latn: { wade-giles: P'iao I-yü }
    none: Park`;
    expect(person(source)?.forms).toEqual([
      { language: 'ru', form: 'Пак Ир У' },
      { language: 'ru', form: 'Пак Иру' },
      { language: 'ko', form: '박일우' },
      { language: 'ko-Latn', form: 'Pak Ir-u', scheme: 'mr' },
      { language: 'ko-Latn', form: 'Bak Il-u', scheme: 'rr' },
      { language: 'ko-Latn', form: 'Bak Iru', scheme: 'rr' },
      { language: 'ko-Latn', form: 'Pak Irwoo', note: 'on his visiting card' },
      { language: 'zh-Latn', form: "P'iao I-yü", scheme: 'wade-giles' },
      { language: 'none', form: 'Park' },
    ]);
  });

  it('is what the README says that it is', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
    const [, example = ''] = /```yaml\n(# yaml-language-server: \$schema=people.*?)```/s.exec(readme) ?? [];
    expect(people(example)).toMatchObject({ problems: [], refused: [] });
    expect(people(example).records?.get('o-kun-dam')?.value).toMatchObject({
      forms: { length: 7 },
      dates: { death: '1961-11-02' },
      links: { length: 3 },
    });
    for (const scheme of ROMANISATION_SCHEMES) expect(readme).toContain(`\`${scheme}\``);
  });

  it('takes dates, a description and links, with identifiers as they are copied', () => {
    const source = `${PAK}
  dates: { birth: 1903~, death: 197X, active: 1945/1955 }
  description: { en: A minister. }
  links: { web: https://example.org/pak, wikidata: Q482, isni: 0000 0001 2103 2683, viaf: 0123 }`;
    expect(problemsOf(source)).toMatchObject([{ at: 'pak-il-u.links.viaf', line: 7 }]);
    expect(person(source.replace(', viaf: 0123', ''))).toMatchObject({
      dates: { birth: '1903~', death: '197X', active: '1945/1955' },
      description: { en: ['A minister.'] },
      links: [
        { source: 'wikidata', value: 'Q482' },
        { source: 'isni', value: '0000000121032683' },
        { source: 'web', value: 'https://example.org/pak' },
      ],
    });
  });

  it.each([
    ['frm: x', 3, 'pak-il-u.frm', /Did you mean "forms"/],
    ['forms: { ko-Latn: { wadegiles: x } }', 3, 'pak-il-u.forms.ko-Latn.wadegiles', /"wade-giles"/],
    ['forms: { ko-Latn: [a, { nte: x, form: b }] }', 3, 'pak-il-u.forms.ko-Latn[2].nte', /"note"/],
    ['forms: { ko-Latn: { note: x } }', 3, 'pak-il-u.forms.ko-Latn', /must hold a form/],
    ['forms: { Korean!: x }', 3, 'pak-il-u.forms.Korean!', /language tag/],
    ['forms: { ko: [] }', 3, 'pak-il-u.forms.ko', /./],
    ['dates: { born: 1903 }', 3, 'pak-il-u.dates.born', /birth/],
    ['dates: { birth: 1903-02-30 }', 3, 'pak-il-u.dates.birth', /exists/],
    ['dates: { birth: 1903, death: 1902 }', 3, 'pak-il-u.dates.death', /earlier/],
    ['links: { wikidata: P31 }', 3, 'pak-il-u.links.wikidata', /such as Q1234/],
    ['links: { wikidata: "Q1/../../evil" }', 3, 'pak-il-u.links.wikidata', /such as Q1234/],
    ['links: { web: "javascript:alert(1)" }', 3, 'pak-il-u.links.web', /https/],
    ['links: { web: "http://example.org/" }', 3, 'pak-il-u.links.web', /https/],
    ['links: { web: "https://who:secret@example.org/" }', 3, 'pak-il-u.links.web', /https/],
    ['links: { facebook: x }', 3, 'pak-il-u.links.facebook', /Known here: wikidata, viaf/],
    ['coordinates: { latitude: 1, longitude: 1 }', 3, 'pak-il-u.coordinates', /not known/],
  ])('refuses %s, with line and key', (line, number, at, message) => {
    const source = `pak-il-u:\n  name: Pak\n  ${line}\nother: { name: Other }`;
    expect(problemsOf(source)).toEqual([
      expect.objectContaining({ line: number, at, message: expect.stringMatching(message) }),
    ]);
    // The record beside it holds.
    expect(people(source)).toMatchObject({ refused: ['pak-il-u'] });
    expect([...(people(source).records?.keys() ?? [])]).toEqual(['other']);
  });

  it('refuses what is no mapping of records, as a whole', () => {
    for (const source of [
      '- name: Pak',
      'words',
      'a: [',
      'a: *b',
      `a: { name: ${'x'.repeat(40_000_000)} }`,
    ]) {
      expect(people(source).records, source.slice(0, 20)).toBeUndefined();
      expect(problemsOf(source)).toHaveLength(1);
    }
    const levels = Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`);
    expect(problemsOf(['a0: &a0 [x]', ...levels].join('\n'))).toMatchObject([{ code: 'yaml-malformed' }]);
  });

  it('keeps the first of two records with the same id, and tells where the second one is', () => {
    const source = 'a: { name: First }\nb: { name: B }\na:\n  name: Second\n  name: Third';
    expect(problemsOf(source)).toEqual([
      { code: 'id-duplicate', line: 3, at: 'a', message: expect.stringMatching(/further up/) },
      { code: 'yaml-malformed', line: 5, at: 'a', message: expect.stringMatching(/unique/) },
    ]);
    const { records } = people(source);
    expect(records?.get('a')?.value.name).toEqual({ none: ['First'] });
    expect(records?.get('b')).toMatchObject({ line: 2 });
  });

  it('leaves a record out that says one thing twice', () => {
    const source = 'a: { name: One, name: Two }\nb: { name: B }';
    expect(people(source)).toMatchObject({ refused: ['a'], problems: [{ code: 'yaml-malformed', at: 'a' }] });
    expect([...(people(source).records?.keys() ?? [])]).toEqual(['b']);
  });

  it.each(['Pak', 'a/b', '../x', '<b>', ''])('refuses the id "%s"', (id) => {
    const source = `"${id}": { name: Pak }\nother: { name: Other }`;
    expect(problemsOf(source)).toMatchObject([{ line: 1, message: expect.stringMatching(/must/) }]);
    expect([...(people(source).records?.keys() ?? [])]).toEqual(['other']);
  });
});

describe('hostile records', () => {
  it('neither change what every object has nor stand in for it', () => {
    const source = '__proto__: { name: Evil }\nconstructor: { name: Builder }\ntostring: { name: T }';
    const { records } = people(source);
    expect([...(records?.keys() ?? [])]).toEqual(['constructor', 'tostring']);
    expect(Object.hasOwn(Object.prototype, 'name')).toBe(false);
  });
});

describe('places.yaml', () => {
  const places = (source: string) => readYamlRecords(source, placesSchema);

  it('takes coordinates, and no dates of life', () => {
    const source = 'noran: { name: Noran, coordinates: { latitude: -37.57, longitude: 126.98 } }';
    expect(places(source).records?.get('noran')?.value.coordinates).toEqual({
      latitude: -37.57,
      longitude: 126.98,
    });
    expect(places('noran: { name: Noran, dates: { birth: 1900 } }').problems).toMatchObject([
      { code: 'yaml-unknown-key' },
    ]);
  });

  it.each(['91', '-90.5', 'NaN', '1e1', '0x10', '37°34′', 'Infinity'])('refuses the latitude %s', (value) => {
    const source = `noran:\n  name: Noran\n  coordinates: { latitude: ${value}, longitude: 0 }`;
    expect(places(source).problems).toMatchObject([
      { line: 3, at: 'noran.coordinates.latitude', message: expect.stringMatching(/degrees/) },
    ]);
  });
});
