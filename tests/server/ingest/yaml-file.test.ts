import { describe, expect, it } from 'vitest';
import { documentSchema } from '../../../server/ingest/document-schema.ts';
import { readYaml } from '../../../server/ingest/yaml-file.ts';

const read = (source: string) => readYaml(source, documentSchema);
const problemsOf = (source: string) =>
  read(source).problems.map(({ code, line, at, message }) => ({ code, line, at, message }));

describe('document.yaml', () => {
  it('needs no more than a title', () => {
    expect(read('title: Telegram').value).toMatchObject({
      title: { none: ['Telegram'] },
      dates: [],
      access: 'open',
    });
  });

  it('keeps every scalar as it is written', () => {
    const { value } = read(
      'title: 1950\nreference: { levels: [{ delo: 0121 }, { listi: 7.10 }] }\npages: [{ folio: 12e3 }]',
    );
    expect(value?.title).toEqual({ none: ['1950'] });
    expect(value?.reference?.levels).toEqual([
      { name: 'delo', value: '0121' },
      { name: 'listi', value: '7.10' },
    ]);
    expect(value?.pages).toEqual([{ folio: '12e3', missing: false }]);
  });

  it('takes names and languages in their short and their long form', () => {
    const { value } = read(
      'title: { en: A, ru: [Б, В] }\ncreators: [A. Writer, { name: { ru: Автор }, id: avtor, role: author }]',
    );
    expect(value?.title).toEqual({ en: ['A'], ru: ['Б', 'В'] });
    expect(value?.creators).toEqual([
      { name: { none: ['A. Writer'] } },
      { name: { ru: ['Автор'] }, id: 'avtor', role: 'author' },
    ]);
  });

  it('names the nearest known key of an unknown one, with its line', () => {
    expect(problemsOf('title: A\n\nsumary: x')).toEqual([
      {
        code: 'yaml-unknown-key',
        line: 3,
        at: 'sumary',
        message: 'The key "sumary" is not known. Did you mean "summary"?',
      },
    ]);
    expect(problemsOf('title: A\npages:\n  - id: a\n  - imgae: x')).toMatchObject([
      { line: 4, at: 'pages[2].imgae', message: expect.stringContaining('"image"') },
    ]);
    expect(problemsOf('title: A\ncreators: [{ nmae: x }]').map(({ at }) => at)).toContain('creators[1].nmae');
  });

  it.each([
    ['a tab', 'title:\n\t- a', 'yaml-malformed', 2, /[Tt]ab/],
    ['a key given twice', 'title: a\ntitle: b', 'yaml-malformed', 2, /unique/],
    ['a date that does not exist', 'title: a\ndates:\n  - edtf: 1950-02-30', 'yaml-bad-value', 3, /exists/],
    ['a month that does not exist', 'title: a\ndates: [{ edtf: 1950-13 }]', 'yaml-bad-value', 2, /exists/],
    ['no title', 'summary: a', 'yaml-bad-value', 1, /required/],
    ['an empty title', 'title: ""', 'yaml-bad-value', 1, /empty|wrong kind/],
    ['a title that is nothing', 'title: null', 'yaml-bad-value', 1, /title/],
    ['no content', '', 'yaml-bad-value', 1, /required/],
    ['a list', '- title', 'yaml-bad-value', 1, /mapping/],
    ['an id with capitals', 'title: a\npages: [{ id: A1 }]', 'yaml-bad-value', 2, /lower-case/],
    ['restricted access', 'title: a\naccess: closed', 'access-refused', 2, /access control/],
    ['a rights text that is no URI', 'title: a\nrights: mine', 'yaml-bad-value', 2, /RightsStatements/],
    [
      'an unknown role',
      'title: a\ntexts: [{ role: gloss, language: ru, files: [a.txt] }]',
      'yaml-bad-value',
      2,
      /one of/,
    ],
    ['an alias that is not there', 'title: *a', 'yaml-malformed', 1, /alias/],
    ['a file beyond all bounds', `title: ${'a'.repeat(9_000_000)}`, 'yaml-malformed', 1, /larger/],
  ])('refuses %s, with the line', (_, source, code, line, message) => {
    const problems = problemsOf(source);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, line, message: expect.stringMatching(message) });
    expect(read(source).value).toBeUndefined();
  });

  it('does not multiply by aliases', () => {
    const levels = Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`);
    expect(problemsOf(['a0: &a0 [x]', ...levels].join('\n'))).toMatchObject([{ code: 'yaml-malformed' }]);
  });
});
