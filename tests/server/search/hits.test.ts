import { describe, expect, it } from 'vitest';
import type { HitsAnswer } from '../../../server/search/search.ts';
import { lostPage, segment, text } from '../../support/stored-document.ts';
import { askedIn, emptyArchive, telegram } from './archive.ts';

const shown = ({ hits }: HitsAnswer) =>
  hits.map(({ text: of, match, parts }) => `${of} ${match} ${parts.map(({ segment: id }) => id).join('+')}`);

describe('hits', () => {
  it('are the words with their places and what stands around them', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(
      telegram('a', [['один паром', 'и два парома']], [['one ferry', 'and two ferries']]),
    );
    const answer = await searcher.hits(askedIn('a', 'паром'));
    expect(answer).toMatchObject({ total: 2, startIndex: 0, hasMore: false, lastPage: 1, notes: [] });
    expect(shown(answer)).toEqual(['ru паром s1', 'ru парома s2']);
    expect(answer.hits[1]).toMatchObject({
      ...{ document: 'a', language: 'ru', kind: 'inflected', before: 'один паром и два ', after: '' },
      parts: [
        {
          ...{ segment: 's2', start: 6, end: 12, value: 'и два парома' },
          place: { page: '1', box: { x: 600, y: 150, width: 500, height: 40 } },
        },
      ],
    });
    expect(shown(await searcher.hits(askedIn('a', 'ferry')))).toEqual(['en ferry t1', 'en ferries t2']);
  });

  it('have the boxes of words where the source knows them, and in a translation those of what it renders', async () => {
    const { store, searcher } = emptyArchive();
    const box = { x: 7, y: 8, width: 90, height: 20 };
    const whole = { x: 0, y: 0, width: 500, height: 30 };
    const original = text('ru', [
      segment('s1', 'один паром', ['1'], { box: whole, words: [{ start: 5, end: 10, box }] }),
    ]);
    const translation = text(
      'en',
      [segment('t1', 'one ferry', ['1'], { box: whole, renders: ['s1'], granularity: 'sentence' })],
      { role: 'translation', language: 'en', translationOf: 'ru' },
    );
    await store.putDocument({ ...telegram('a', [['x']]), texts: [original, translation] });
    const placeOf = async (q: string) => (await searcher.hits(askedIn('a', q))).hits[0]?.parts[0]?.place?.box;
    expect(await placeOf('паром')).toEqual(box);
    expect(await placeOf('ferry')).toEqual(whole);
  });

  it('of a phrase over two lines, and of a word divided between them, have a part on each', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(telegram('a', [['через реку', 'Норан и теле-', 'грамма']]));
    const phrase = await searcher.hits(askedIn('a', '"реку Норан"'));
    expect(shown(phrase)).toEqual(['ru реку Норан s1+s2']);
    expect(phrase.hits[0]?.parts.map(({ place }) => place?.box?.y)).toEqual([100, 150]);
    const divided = await searcher.hits(askedIn('a', 'телеграмма'));
    expect(shown(divided)).toEqual(['ru телеграмма s2+s3']);
    expect(divided.hits[0]?.parts.map(({ start, end }) => [start, end])).toEqual([
      [8, 13],
      [0, 6],
    ]);
  });

  it('of several words are those on pages that have all of them, in whichever language', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(
      telegram(
        'a',
        [
          ['паром', 'ветер'],
          ['паром', 'и снег'],
        ],
        [['ferry'], []],
      ),
    );
    expect(shown(await searcher.hits(askedIn('a', 'паром снег')))).toEqual(['ru паром s3', 'ru снег s4']);
    expect(shown(await searcher.hits(askedIn('a', 'паром NOT снег')))).toEqual(['ru паром s1']);
    expect(shown(await searcher.hits(askedIn('a', 'ветер OR снег')))).toEqual(['ru ветер s2', 'ru снег s4']);
    expect(shown(await searcher.hits(askedIn('a', 'паром in:translation')))).toEqual([]);
    expect(shown(await searcher.hits(askedIn('a', 'ferry', { language: 'ru' })))).toEqual([]);
    expect(shown(await searcher.hits(askedIn('a', 'ferry', { language: 'en' })))).toEqual(['en ferry t1']);
  });

  it('are one where words stand beside each other that were asked for one by one', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(telegram('a', [['мун тхэ', 'гок и мун']]));
    expect(shown(await searcher.hits(askedIn('a', 'мун тхэ гок')))).toEqual([
      'ru мун тхэ гок s1+s2',
      'ru мун s2',
    ]);
  });

  it('come leaf by leaf, the original and its translation of each together', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(telegram('a', [['паром 1950'], ['1950']], [['ferry 1950'], ['1950']]));
    const { hits } = await searcher.hits(askedIn('a', '1950'));
    expect(hits.map(({ text: of, parts }) => `${of} ${parts[0]?.page?.id}`)).toEqual([
      'ru 1',
      'en 1',
      'ru 2',
      'en 2',
    ]);
  });

  it('stand on no page where their text does', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument({ ...telegram('a', [['x']]), texts: [text('en', [segment('s1', 'ferry', [])])] });
    const { hits } = await searcher.hits(askedIn('a', 'ferry'));
    expect(hits[0]?.parts).toEqual([
      { segment: 's1', start: 0, end: 5, characters: { start: 0, end: 5 }, value: 'ferry' },
    ]);
  });

  it('tell of a very long paragraph only what stands around each, and count its characters all the same', async () => {
    const { store, searcher } = emptyArchive();
    const long = `${'𠮷 word '.repeat(2000)}ferry${' word'.repeat(2000)}`;
    await store.putDocument({ ...telegram('a', [['x']]), texts: [text('en', [segment('s1', long, ['1'])])] });
    const [part] = (await searcher.hits(askedIn('a', 'ferry'))).hits[0]?.parts ?? [];
    expect(part).toMatchObject({ start: 16_000, characters: { start: 14_000, end: 14_005 } });
    expect(part?.value.length).toBeLessThan(1200);
    expect(part?.value).toContain('ferry');
    const many = await searcher.hits(askedIn('a', 'word'));
    expect(many.hits).toHaveLength(200);
  });

  it('are parts of a box that holds a whole line of Han, and only as many characters as were asked for', async () => {
    const { store, searcher } = emptyArchive();
    const box = { x: 100, y: 100, width: 600, height: 40 };
    const line = segment('s1', '金日成到北京', ['1'], { box, words: [{ start: 0, end: 6, box }] });
    await store.putDocument({ ...telegram('a', [['x']]), texts: [text('zh', [line], { language: 'zh' })] });
    const placeOf = async (q: string) => (await searcher.hits(askedIn('a', q))).hits[0]?.parts[0]?.place?.box;
    expect(await placeOf('北京')).toEqual({ x: 500, y: 100, width: 200, height: 40 });
    expect(await placeOf('到')).toEqual({ x: 400, y: 100, width: 100, height: 40 });
  });

  it('come from a collection and all in it, from the archive, or from one document', async () => {
    const { store, searcher } = emptyArchive();
    const collections = ['top', 'fond', 'other'].map((id, position) => ({
      ...{ id, parent: position === 0 ? undefined : 'top', folder: id, position },
      record: { title: { en: [id] }, order: [] },
    }));
    await store.putCollections(collections);
    await store.putDocument(telegram('a', [['паром']], [], { collection: 'fond' }));
    await store.putDocument(telegram('b', [['паром']], [], { collection: 'other' }));
    const from = async (scope: Parameters<typeof askedIn>[2]) =>
      (await searcher.hits(askedIn('a', 'паром', scope))).hits.map(({ document }) => document);
    expect(await from({ scope: { kind: 'archive' } })).toEqual(['a', 'b']);
    expect(await from({ scope: { kind: 'collection', id: 'fond' } })).toEqual(['a']);
    expect(await from({ scope: { kind: 'collection', id: 'nowhere' } })).toEqual([]);
    expect(await from({})).toEqual(['a']);
    await expect(searcher.hits(askedIn('gone', 'паром'))).rejects.toMatchObject({
      code: 'document-not-found',
    });
  });

  it('come page by page, counted where they are not too many', async () => {
    const { store, searcher } = emptyArchive();
    const lines = Array.from({ length: 90 }, () => ['паром и паром']);
    await store.putDocument({
      ...telegram('a', lines),
      pages: lines.map((_, index) => lostPage(String(index + 1))),
    });
    const last = await searcher.hits(askedIn('a', 'паром', { page: 3 }));
    expect(last).toMatchObject({ total: 180, startIndex: 160, hasMore: false, lastPage: 3 });
    expect(last.hits).toHaveLength(20);
    const beyond = await searcher.hits(askedIn('a', 'паром', { page: 9 }));
    expect(beyond).toMatchObject({ hits: [], hasMore: false, lastPage: 3 });
  });

  it('complete words of a document, a collection and the archive', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(telegram('a', [['Паром паромы'], ['паром']]));
    await store.putDocument(telegram('b', [['пароход']]));
    const terms = async (scope: Parameters<typeof searcher.terms>[0]['scope'], q = 'пар') =>
      (await searcher.terms({ q, scope, limit: 10 })).terms.map(({ term }) => term);
    expect(await terms({ kind: 'archive' })).toEqual(['Паром', 'паромы', 'пароход'].sort());
    expect(await terms({ kind: 'document', id: 'b' })).toEqual(['пароход']);
    expect(await terms({ kind: 'document', id: 'a' })).toEqual(['Паром', 'паромы']);
    expect(await terms({ kind: 'archive' }, 'ветер паро')).toContain('ветер пароход');
    expect(await terms({ kind: 'archive' }, '')).toEqual([]);
  });
});
