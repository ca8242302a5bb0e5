import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint } from '../../../server/lint/lint.ts';
import { isRecord } from '../../../viewer/iiif/json.ts';
import { edited, fixture, fixtureNames } from './fixture.ts';

const CONTEXT = 'http://iiif.io/api/presentation/3/context.json';
/** What a property may turn out to be instead. */
const ODD: readonly unknown[] = [
  ...[null, true, 0, -1, 1e300, '', ' ', 'x', '\u0000\u001b[31m\u202e', [], [[]], [null], {}],
  ...[{ id: 7 }, { type: [] }, { items: {} }, JSON.parse('{"__proto__": {"id": "https://example.org/"}}')],
  ...[{ id: 'https://example.org/x', type: '__proto__' }, { '@value': [] }, 'https://[', '#', 'constructor'],
];

describe('a hostile document', () => {
  it.each([null, 7, 'text', true, [], [{}], undefined])('is refused as no IIIF when it is %j', (document) => {
    expect(lint(document).findings.map(({ code, path }) => [code, path])).toEqual([
      ['document-unknown', '$'],
    ]);
  });

  it('may have anything in any place: small documents, every place', () => {
    let count = 0;
    for (const name of [
      '0057-version-2',
      '0154-nav-place',
      'search-1',
      'search-2',
      'image-3',
      'image-2',
      'terms-2',
      'version-2-list',
      '0309-annotation-collection',
    ]) {
      for (const path of pathsOf(fixture(name))) {
        for (const odd of ODD) {
          lint(edited(fixture(name), { [path]: odd }), { advice: true });
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(5000);
  });

  it('may have anything in any place: whole documents, some places at a time', () => {
    const documents = fixtureNames().map((name) => ({
      document: fixture(name),
      paths: pathsOf(fixture(name)),
    }));
    const anything = fc.oneof(fc.constantFrom(...ODD), fc.jsonValue({ maxDepth: 3 }));
    const edit = fc.tuple(fc.nat(), anything);
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.array(edit, { minLength: 1, maxLength: 2 }),
        ({ document, paths }, edits) => {
          const whole = edits.reduce<unknown>((one, [place, value]) => {
            const path = paths[place % paths.length];
            // An edit before may have taken the place away.
            return path === undefined || !pathsOf(one).includes(path) ? one : edited(one, { [path]: value });
          }, document);
          for (const { path, message, mend } of lint(whole, { advice: true }).findings) {
            expect(path.startsWith('$')).toBe(true);
            // Nothing of a document acts on a terminal, or turns the line around.
            expect(`${path}${message}${mend}`).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
            expect(message.length).toBeLessThan(2000);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is not gone into when it is nested without end', () => {
    const text = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
    const document: unknown = JSON.parse(`{"@context": "${CONTEXT}", "type": "Manifest", "items": ${text}}`);
    expect(lint(document).findings.map(({ code }) => code)).toEqual(['document-unwieldy']);
  });

  it('is not gone into when it has more parts than memory would hold', () => {
    const items = Array.from({ length: 2_000_001 }, () => []);
    expect(lint({ '@context': CONTEXT, type: 'Manifest', items }).findings.map(({ code }) => code)).toEqual([
      'document-unwieldy',
    ]);
  });

  it('is judged in one pass, however many resources it has', () => {
    const canvases = Array.from({ length: 20_000 }, (_, index) => ({
      ...{ id: `https://example.org/canvas/${index}`, type: 'Canvas', width: 10, height: 10 },
      items: [{ id: `https://example.org/canvas/${index}/page`, type: 'AnnotationPage', items: [] }],
    }));
    const ranges = canvases.map(({ id }, index) => ({
      ...{ id: `https://example.org/range/${index}`, type: 'Range', label: { en: ['Part'] } },
      items: [{ id, type: 'Canvas' }],
    }));
    const manifest = {
      ...{
        '@context': CONTEXT,
        id: 'https://example.org/manifest',
        type: 'Manifest',
        label: { en: ['Many'] },
      },
      ...{ items: canvases, structures: ranges },
    };
    expect(lint(manifest).findings).toEqual([]);
  });

  it('has its million mistakes counted and a thousand of them told', () => {
    const manifest = {
      ...{
        '@context': CONTEXT,
        id: 'https://example.org/manifest',
        type: 'Manifest',
        label: { en: ['Many'] },
      },
      items: Array.from({ length: 50_000 }, () => 7),
    };
    const { findings, omitted } = lint(manifest);
    expect(findings).toHaveLength(1000);
    expect([...omitted]).toEqual([['link-not-object', 49_000]]);
  });

  it('cannot reach what every object has by keys of that name', () => {
    const document: unknown = JSON.parse(
      `{"@context": "${CONTEXT}", "id": "https://example.org/m", "type": "Manifest", "label": {"__proto__": ["x"], "constructor": ["y"]}, "items": [], "__proto__": {"rights": 7}}`,
    );
    const found = lint(document).findings.map(({ code, path }) => `${code} ${path}`);
    expect(found).toContain('language-tag-invalid $.label.__proto__');
    expect(found).toContain('property-unknown $.__proto__');
    expect(found.some((line) => line.startsWith('rights'))).toBe(false);
  });
});

/** Every place of a document, between dots. */
function pathsOf(document: unknown, path: readonly (string | number)[] = []): string[] {
  const parts = Array.isArray(document)
    ? [...document.entries()]
    : isRecord(document)
      ? Object.entries(document)
      : [];
  return parts.flatMap(([key, value]) => {
    if (String(key).includes('.')) return [];
    const place = [...path, key];
    return [place.join('.'), ...pathsOf(value, place)];
  });
}
