import { describe, expect, it } from 'vitest';
import { lint } from '../../../server/lint/lint.ts';
import { exitCode, lintJson, lintWords, type LintReport } from '../../../server/lint/report.ts';
import { edited, fixture, REMOVED } from './fixture.ts';

const faulty = edited(fixture('0283-missing-image'), {
  'items.0.label': 'Cover',
  'items.1.label': 'lost',
  'items.2.label': 'back',
  rights: 'https://example.org/terms',
});

describe('the report of a lint', () => {
  it('shows each rule once, with its first places, what to do and where it stands', () => {
    const report = reportOf({
      'a.json': faulty,
      'b.json': edited(fixture('0009-book'), { label: 'A book' }),
    });
    expect(lintWords(report)).toBe(
      [
        'error     language-map-malformed',
        '          a.json',
        '            $.items[0].label  It is "Cover" and no object of texts by language.',
        '            $.items[1].label  It is "lost" and no object of texts by language.',
        '            $.items[2].label  It is "back" and no object of texts by language.',
        '          and 1 more like it',
        '          Give an object with languages as keys and arrays of strings as values: {"en": ["..."]}. [Presentation 3.0 §4.4]',
        '',
        'warning   rights-unregistered',
        '          a.json',
        '            $.rights  "https://example.org/terms" is of neither Creative Commons nor RightsStatements.org.',
        '          Use a URI of Creative Commons or RightsStatements.org, and say your own terms in requiredStatement. [Presentation 3.0 §3.1 rights]',
        '',
        '2 Manifest, Presentation 3.0. 4 errors and 1 warning.',
      ].join('\n'),
    );
  });

  it('shows every place to whoever wants them all', () => {
    const report = reportOf({
      'a.json': faulty,
      'b.json': edited(fixture('0009-book'), { label: 'A book' }),
    });
    const words = lintWords(report, { all: true });
    expect(words).toContain('          b.json\n            $.label  It is "A book"');
    expect(words).not.toContain('more like it');
  });

  it('says plainly that nothing is wrong, what was read and what was not looked at', () => {
    const report = { ...reportOf({ 'a.json': fixture('0009-book') }), notes: ['Some was left.'], asked: 12 };
    expect(lintWords(report)).toBe(
      'note      Some was left.\n\n1 Manifest, Presentation 3.0. 12 requests. Nothing is wrong.',
    );
  });

  it('names what could not be read', () => {
    const report: LintReport = {
      outcomes: [{ source: 'a\u001b[31m.json', unread: 'there is no such file' }],
      notes: [],
      asked: 0,
    };
    expect(lintWords(report)).toBe('not read  a\\u001b[31m.json: there is no such file.\n\n1 not read.');
    const both = {
      ...report,
      outcomes: [...report.outcomes, ...reportOf({ 'a.json': fixture('0009-book') }).outcomes],
    };
    expect(lintWords(both)).toContain(
      '1 not read; 1 Manifest, Presentation 3.0. Nothing is wrong in what was read.',
    );
  });

  it('counts what was too much to keep', () => {
    const many = edited(fixture('0009-book'), { items: Array.from({ length: 2000 }, () => 7) });
    const words = lintWords(reportOf({ 'a.json': many }));
    expect(words).toContain('and 1997 more like it');
    expect(words).toContain('2000 errors.');
  });

  it('is JSON for programs', () => {
    const json: unknown = JSON.parse(lintJson({ ...reportOf({ 'a.json': faulty }), asked: 3 }));
    expect(json).toMatchObject({
      documents: [
        {
          source: 'a.json',
          kind: 'Manifest, Presentation 3.0',
          findings: [
            {
              code: 'rights-unregistered',
              severity: 'warning',
              path: '$.rights',
              section: 'Presentation 3.0 §3.1 rights',
            },
            { code: 'language-map-malformed', severity: 'error', path: '$.items[0].label' },
            { code: 'language-map-malformed' },
            { code: 'language-map-malformed' },
          ],
          omitted: {},
        },
      ],
      notes: [],
      asked: 3,
      counts: { error: 3, warning: 1, advice: 0 },
    });
  });

  it('ends with 0, 1 or 2: nothing wrong, something wrong, something not read', () => {
    const good = reportOf({ 'a.json': fixture('0009-book') });
    const bad = reportOf({ 'a.json': edited(fixture('0009-book'), { label: REMOVED }) });
    const unread: LintReport = {
      outcomes: [...bad.outcomes, { source: 'x', unread: 'it is gone' }],
      notes: [],
      asked: 0,
    };
    expect([good, bad, unread].map(exitCode)).toEqual([0, 1, 2]);
  });
});

function reportOf(documents: Record<string, unknown>): LintReport {
  const outcomes = Object.entries(documents).map(([source, document]) => ({
    source,
    verdict: lint(document),
  }));
  return { outcomes, notes: [], asked: 0 };
}
