import { describe, expect, it, onTestFinished } from 'vitest';
import { coverageJson, coverageWords, readCoverage } from '../../server/align-command.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { ingestedDocument, segment, text } from '../support/stored-document.ts';

async function storeWith(): Promise<Store> {
  const store = openSqliteStore(':memory:');
  onTestFinished(() => store.close());
  const link = (id: string, start: number, end: number, confidence?: number) => ({
    renders: [id],
    granularity: 'sentence' as const,
    link: {
      parts: [{ segment: id, start, end }],
      ...(confidence === undefined
        ? { origin: 'confirmed' as const }
        : { origin: 'machine' as const, confidence }),
    },
  });
  const original = text('ru', [
    segment('s1', 'Первая строка здесь', ['705']),
    segment('s2', 'вторая', ['705']),
    segment('s3', 'третья "строка"', ['706']),
  ]);
  const translation = text(
    'en',
    [
      segment('s1', 'First line', ['705'], link('s1', 0, 19)),
      segment('s2', 'here', ['705'], link('s2', 0, 2, 0.9)),
      segment('s3', 'the third “line”', ['706'], link('s3', 0, 15, 0.41)),
      segment('s4', 'A note.', ['706']),
    ],
    { role: 'translation', language: 'en', translationOf: 'ru' },
  );
  await store.putDocument({ ...ingestedDocument(), texts: [original, translation] });
  return store;
}

describe('diptych align', () => {
  it('tells how much is linked, and how surely', async () => {
    const told = await readCoverage(await storeWith(), undefined);
    expect(coverageWords(told, { report: false })).toBe(
      [
        'telegram: en renders ru',
        '  Linked: 3 of 4 (1 confirmed, 2 by machine; sureness 41 % at least, 90 % in the middle). Without a translation: 1 of 3. Without a source: 1. Less sure than 70 %: 1.',
      ].join('\n'),
    );
  });

  it('lists what to look at, in the form that alignment.yaml wants', async () => {
    const told = await readCoverage(await storeWith(), 'telegram');
    const words = coverageWords(told, { report: true });
    expect(words).toContain('What of ru has no translation:\n    705 s2  вторая');
    expect(words).toContain('What of en has no source:\n    706 s4  A note.');
    expect(words).toContain(
      'en:\n  confirmed:\n    - rendering: { segments: [s3], words: "the third “line”" } # 41 %\n      original: { segments: [s3], words: "третья \\"строка\\"" }',
    );
  });

  it('tells programs the same by ids', async () => {
    const json: unknown = JSON.parse(coverageJson(await readCoverage(await storeWith(), 'telegram')));
    expect(json).toMatchObject([
      {
        document: 'telegram',
        untranslated: ['s2'],
        withoutSource: ['s4'],
        unsure: [{ segment: 's3', confidence: 0.41, parts: [{ segment: 's3', start: 0, end: 15 }] }],
      },
    ]);
  });

  it('says what is not there', async () => {
    const store = await storeWith();
    await expect(readCoverage(store, 'nowhere')).rejects.toThrow('no such document');
    await store.retireDocument('telegram');
    expect(coverageWords(await readCoverage(store, undefined), { report: true })).toContain('no translation');
  });
});
