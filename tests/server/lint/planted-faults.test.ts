import { describe, expect, it } from 'vitest';
import { lint } from '../../../server/lint/lint.ts';
import { parseJson } from '../../../server/lint/parse-json.ts';
import { ALL_RULES, type RuleCode } from '../../../server/lint/rules.ts';
import { FAULTS } from './faults.ts';
import { edited, fixture } from './fixture.ts';
import { HTTP_FAULTS } from './http/faults.ts';

/** Mistakes that are gone once the text is read. */
const TEXT_FAULTS = [
  { code: 'key-repeated', text: withKey('"label": {"en": ["One"], "en": ["Two"]}'), at: '$.label.en' },
  {
    code: 'key-repeated',
    text: withKey('"label": {"en": ["One"]}, "\\u006cabel": {"en": ["Two"]}'),
    at: '$.label',
  },
  {
    code: 'key-repeated',
    text: withKey(
      '"label": {"en": ["One"]}, "seeAlso": [{"id": "https://example.org/a.xml", "type": "Dataset", "profile": "a\\", \\"id\\": \\"b"}, {"id": 7, "type": "Dataset", "id": "https://example.org/b.xml"}]',
    ),
    at: '$.seeAlso[1].id',
  },
] satisfies { code: RuleCode; text: string; at: string }[];

function withKey(keys: string): string {
  const context = 'http://iiif.io/api/presentation/3/context.json';
  return `{"@context": "${context}", "id": "https://example.org/c", "type": "Collection", ${keys}, "items": []}`;
}

describe('a planted fault', () => {
  it.each(FAULTS)('$code in $in, at $at, is found and nothing else is', ({ code, in: name, edits, at }) => {
    // Documents that break no rule still leave room for recommendations: there, what is new counts.
    const advice = ALL_RULES.get(code)?.severity === 'advice';
    const before = places(fixture(name), advice);
    const after = places(edited(fixture(name), ...edits), advice);
    expect(after.filter((place) => !before.includes(place))).toEqual([`${code} ${at}`]);
  });

  it.each(TEXT_FAULTS)(
    '$code in the text of a document, at $at, is found and nothing else is',
    ({ code, text, at }) => {
      const parsed = parseJson(new TextEncoder().encode(text));
      if ('fault' in parsed) throw new Error(parsed.fault);
      const { findings } = lint(parsed.document, { repeated: parsed.repeated });
      expect(findings.map((finding) => `${finding.code} ${finding.path}`)).toEqual([`${code} ${at}`]);
    },
  );

  it('is known for every rule', () => {
    const planted = new Set<RuleCode>([...FAULTS, ...HTTP_FAULTS, ...TEXT_FAULTS].map(({ code }) => code));
    expect([...ALL_RULES.keys()].filter((code) => !planted.has(code))).toEqual([]);
  });

  it('tells its rule, its section and how to mend it', () => {
    const [finding] = lint(edited(fixture('0009-book'), { behavior: ['paged', 'continuous'] })).findings;
    expect(finding).toEqual({
      code: 'behavior-disjoint',
      severity: 'error',
      path: '$.behavior',
      message: 'It has both "continuous" and "paged", which exclude each other.',
      section: 'Presentation 3.0 §3.2 behavior',
      mend: 'Keep the one that is meant.',
    });
  });

  it('cites the version of the API that the document is of', () => {
    const three = lint(edited(fixture('0008-rights'), { '@context': 'https://example.org/' }));
    const two = lint(edited(fixture('0057-version-2'), { '@context': 'https://example.org/' }));
    expect(three.findings.map(({ section }) => section)).toEqual(['Presentation 3.0 §4.6']);
    expect(two.findings.map(({ section }) => section)).toEqual(['Presentation 2.1 §4.5']);
  });
});

function places(document: unknown, advice: boolean): string[] {
  return lint(document, { advice }).findings.map(({ code, path }) => `${code} ${path}`);
}
