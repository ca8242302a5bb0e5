import { describe, expect, it } from 'vitest';
import type { DocumentsAnswer, Passage } from '../../../server/search/search.ts';
import { person } from '../../support/authority.ts';
import { page, record, segment, text } from '../../support/stored-document.ts';
import { asked, emptyArchive, telegram } from './archive.ts';

const ids = ({ results }: DocumentsAnswer) => results.map(({ document }) => document);
const marked = ({ snippet }: Pick<Passage, 'snippet'>) =>
  snippet.map(({ text: words, hit }) => (hit === undefined ? words : `[${words}]`)).join('');
const counts = ({ facets }: DocumentsAnswer, name: string) =>
  Object.fromEntries(
    facets.find(({ facet }) => facet === name)?.values.map(({ value, count }) => [value, count]) ?? [],
  );

describe('searching documents', () => {
  it('finds inflected forms in the original and words in the translation, each with the other beside it', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(
      telegram('a', [['Две баржи стоят', 'у парома']], [['Two barges lie', 'at the ferry']]),
    );
    const [russian] = (await searcher.documents(asked('баржа'))).results;
    expect(russian?.passages.map(marked)).toEqual(['Две [баржи] стоят']);
    expect(russian?.passages[0]).toMatchObject({
      ...{ text: 'ru', role: 'transcription', language: 'ru', segment: 's1', page: { id: '1' } },
      forms: [{ form: 'баржи', kind: 'inflected' }],
      counterpart: { text: 'en', segment: 't1', value: 'Two barges lie' },
    });
    const [english] = (await searcher.documents(asked('barge'))).results;
    expect(english?.passages[0]).toMatchObject({
      ...{ text: 'en', segment: 't1' },
      counterpart: { text: 'ru', segment: 's1', value: 'Две баржи стоят' },
    });
    // Where both say it, both are marked.
    const [both] = (await searcher.documents(asked('баржи OR barges'))).results;
    expect(both?.passages[0]?.counterpart?.snippet).toEqual([
      { text: 'Two ' },
      { text: 'barges', hit: 'word' },
      { text: ' lie' },
    ]);
  });

  it('finds words of one document on different pages, and in its two languages', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(telegram('a', [['паром'], ['баржа']], [['ferry'], ['barge']]));
    await store.putDocument(telegram('b', [['паром']], [['ferry']]));
    expect(ids(await searcher.documents(asked('ferry barge')))).toEqual(['a']);
    expect(ids(await searcher.documents(asked('паром barge')))).toEqual(['a']);
    expect(ids(await searcher.documents(asked('ferry NOT barge')))).toEqual(['b']);
    expect((await searcher.documents(asked('barge OR ferry'))).total).toBe(2);
  });

  it('finds phrases over the end of a line, words divided there, and no phrase that is not there', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(telegram('a', [['сообщил о дос-', 'тавке леса через', 'реку Норан']]));
    const found = async (q: string) => (await searcher.documents(asked(q))).total;
    expect(await found('"через реку"')).toBe(1);
    expect(await found('доставка')).toBe(1);
    expect(await found('"реку через"')).toBe(0);
    const [result] = (await searcher.documents(asked('доставка'))).results;
    expect(result?.passages.map(marked)).toEqual(['сообщил о [доставке] леса через реку Норан']);
  });

  it('finds beginnings of words, and only the spelling that was typed where the reader insists', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(telegram('a', [['паромы']]));
    const found = async (q: string, exact = false) => (await searcher.documents(asked(q, { exact }))).total;
    expect(await found('пар*')).toBe(1);
    expect(await found('паром')).toBe(1);
    expect(await found('=паром')).toBe(0);
    expect(await found('паром', true)).toBe(0);
    expect(await found('=паромы')).toBe(1);
    expect((await searcher.documents(asked('п*'))).notes).toEqual([{ kind: 'prefix-too-short', text: 'п' }]);
  });

  it('finds one, two or more characters of Han and Hangul, also over the end of a line', async () => {
    const { store, searcher } = emptyArchive();
    const chinese = text('zh', [segment('s1', '彭德', ['1']), segment('s2', '懷將軍', ['1'])], {
      language: 'zh',
    });
    const korean = text('ko', [segment('s1', '대표는 갔다', ['1'])], { language: 'ko' });
    await store.putDocument({ ...telegram('z', [['x']]), texts: [chinese, korean] });
    const found = async (q: string) => (await searcher.documents(asked(q))).total;
    for (const q of ['"彭德 懷將軍"', '軍', '將軍', '彭德懷', '彭德懷將軍', '대', '대표', '"대표는 갔다"'])
      expect(await found(q), q).toBe(1);
    for (const q of ['軍將', '彭懷', '대갔']) expect(await found(q), q).toBe(0);
  });

  it('finds what the record says, and tells where', async () => {
    const { store, searcher } = emptyArchive();
    const about = record({
      title: { en: ['Timber'], ru: ['О лесе'] },
      people: [{ name: { en: ['O Kŭn-dam'] }, id: 'o-kun-dam' }],
    });
    await store.putDocument(telegram('a', [['x']], [], { record: about }));
    await store.putDocument(telegram('b', [['timber timber']]));
    const answer = await searcher.documents(asked('timber'));
    expect(ids(answer)).toEqual(['a', 'b']);
    expect(answer.results[0]?.recordHits).toMatchObject([{ field: 'title', language: 'en' }]);
    expect(ids(await searcher.documents(asked('title:timber')))).toEqual(['a']);
    expect(ids(await searcher.documents(asked('person:o-kun-dam')))).toEqual(['a']);
    expect(ids(await searcher.documents(asked('person:"kun-dam"')))).toEqual(['a']);
    expect(ids(await searcher.documents(asked('лес')))).toEqual(['a']);
  });

  it('counts each facet as if nothing were chosen in it, and narrows by all of them', async () => {
    const { store, searcher } = emptyArchive();
    const about = (kind: string, edtf: string) =>
      record({ kind, dates: [{ edtf, calendar: 'gregorian' }], people: [{ name: { none: [`P ${kind}`] } }] });
    await store.putDocument(
      telegram('a', [['лес']], [['wood']], { record: about('telegram', '1950-10-07') }),
    );
    await store.putDocument(telegram('b', [['лес']], [], { record: about('letter', '1950-12') }));
    await store.putDocument(telegram('c', [['лес']], [], { record: about('letter', '1951/1952') }));
    const all = await searcher.documents(asked('лес'));
    expect(counts(all, 'kind')).toEqual({ telegram: 1, letter: 2 });
    expect(counts(all, 'year')).toEqual({ 1950: 2, 1951: 1, 1952: 1 });
    expect(counts(all, 'translation')).toEqual({ yes: 1, no: 2 });
    expect(counts(all, 'person')).toEqual({ 'P telegram': 1, 'P letter': 2 });
    const chosen = await searcher.documents(
      asked('лес', {
        filters: [
          { facet: 'kind', value: 'letter' },
          { facet: 'year', value: '1950' },
        ],
      }),
    );
    expect(ids(chosen)).toEqual(['b']);
    expect(counts(chosen, 'kind')).toEqual({ telegram: 1, letter: 1 });
    expect(counts(chosen, 'year')).toEqual({ 1950: 1, 1951: 1, 1952: 1 });
    expect(ids(await searcher.documents(asked('лес', { from: '1951-06-01' })))).toEqual(['c']);
    expect((await searcher.documents(asked('лес', { to: '1950-12-31' }))).total).toBe(2);
    expect(ids(await searcher.documents(asked('year:1951-1953')))).toEqual(['c']);
    expect(ids(await searcher.documents(asked('лес', { sort: 'newest' })))).toEqual(['c', 'b', 'a']);
    expect(ids(await searcher.documents(asked('', { sort: 'oldest', page: 2, size: 2 })))).toEqual(['c']);
    const nobody = await searcher.documents(asked('лес', { filters: [{ facet: 'kind', value: 'map' }] }));
    expect(nobody.total).toBe(0);
    expect(counts(nobody, 'kind')).toEqual({ letter: 2, telegram: 1, map: 0 });
  });

  it('counts collections with those around them, and takes their repository where a document has none', async () => {
    const { store, searcher } = emptyArchive();
    const collection = (id: string, parent: string | undefined, repository?: string) => ({
      ...{ id, parent, folder: id, position: 0 },
      record: {
        title: { en: [id] },
        order: [],
        ...(repository === undefined ? {} : { repository: { en: [repository] } }),
      },
    });
    await store.putCollections([
      collection('top', undefined),
      collection('fond', 'top', 'Archive'),
      collection('delo', 'fond'),
    ]);
    await store.putDocument(telegram('a', [['лес']], [], { collection: 'delo' }));
    const answer = await searcher.documents(asked('лес'));
    expect(counts(answer, 'collection')).toEqual({ fond: 1, delo: 1 });
    expect(counts(answer, 'repository')).toEqual({ Archive: 1 });
    expect(ids(await searcher.documents(asked('collection:fond')))).toEqual(['a']);
  });

  it('puts documents with more of the words, the words as typed, and words on one page first', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(telegram('inflected', [['паромы']]));
    await store.putDocument(telegram('typed', [['паром']]));
    await store.putDocument(telegram('apart', [['ветер'], ['снег']]));
    await store.putDocument(telegram('together', [['ветер и снег'], ['лед']]));
    expect(ids(await searcher.documents(asked('паром')))).toEqual(['typed', 'inflected']);
    expect(ids(await searcher.documents(asked('ветер снег')))).toEqual(['together', 'apart']);
  });

  it('finds what was committed at once, and nothing that was removed', async () => {
    const { store, searcher } = emptyArchive();
    const found = async (q: string) => ids(await searcher.documents(asked(q)));
    await store.putDocument(telegram('a', [['паром']]));
    expect(await found('паром')).toEqual(['a']);
    await store.putDocument(telegram('a', [['баржа']]));
    expect([await found('паром'), await found('баржа')]).toEqual([[], ['a']]);
    await store.renameDocument('a', 'b');
    expect(await found('баржа')).toEqual(['b']);
    await store.retireDocument('b');
    expect(await found('баржа')).toEqual([]);
    expect((await searcher.documents(asked(''))).total).toBe(0);
    expect((await searcher.terms({ q: 'бар', scope: { kind: 'archive' }, limit: 5 })).terms).toEqual([]);
    await store.putDocument(telegram('b', [['баржа']]));
    expect(await found('баржа')).toEqual(['b']);
  });

  it('goes on finding while the index is written anew', async () => {
    const { store, searcher } = emptyArchive();
    for (const id of ['a', 'b', 'c']) await store.putDocument(telegram(id, [['паром']], [['ferry']]));
    for (const id of await store.documentsToIndex({ all: true })) {
      await store.indexDocument(id);
      expect((await searcher.documents(asked('ferry'))).total).toBe(3);
    }
    expect((await searcher.terms({ q: 'fer', scope: { kind: 'archive' }, limit: 5 })).terms).toEqual([
      { term: 'ferry', documents: 3 },
    ]);
  });

  it('shows where on the scan the words of a snippet stand', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument({ ...telegram('a', [['0123456789 паром']]), pages: [page('1')] });
    const [result] = (await searcher.documents(asked('паром'))).results;
    // The last 5 of 16 characters of a line that is 1,000 wide and begins at 100.
    expect(result?.passages[0]?.places).toEqual([
      { page: '1', box: { x: 787, y: 100, width: 313, height: 40 } },
    ]);
  });
});

describe('searching for names', () => {
  const PAK = person('pak-il-u', {
    name: { en: ['Pak Il-u'], ru: ['Пак Ир У'] },
    forms: [{ form: '박일우', language: 'ko' }],
  });
  const STALIN = person('stalin', {
    name: { en: ['Stalin'] },
    forms: [{ form: 'Филиппов', language: 'ru' }],
  });

  it('finds them under any spelling that sounds alike, and tells the form that stands there', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(telegram('ru', [['беседа с Пак Ир У о лесе']]));
    await store.putDocument(telegram('en', [['x']], [['a talk with Park Il-woo about timber']]));
    await store.putDocument(telegram('han', [['朴一禹同志']]));
    await store.putDocument(telegram('other', [['беседа с Ким Ду Боном']]));
    for (const q of ['Pak Il-u', 'Pak Iru', 'Пак Ир У', '박일우', '朴一禹']) {
      expect(ids(await searcher.documents(asked(q))).sort(), q).toEqual(['en', 'han', 'ru']);
    }
    const answer = await searcher.documents(asked('Pak Il-u'));
    expect(answer.results.flatMap(({ passages }) => passages.flatMap(({ forms }) => forms))).toContainEqual({
      ...{ form: 'Пак Ир У', kind: 'spelling' },
    });
    expect((await searcher.documents(asked('Pak Il-u', { exact: true }))).total).toBe(0);
    expect(ids(await searcher.documents(asked('="Пак Ир У"')))).toEqual(['ru']);
  });

  it('looks for every word beside a name in Han or Hangul', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(telegram('a', [['박일우 паром']]));
    await store.putAuthorities('person', [PAK]);
    const found = async (q: string) => (await searcher.documents(asked(q))).total;
    expect(await found('박일우 паром')).toBe(1);
    for (const q of ['박일우 banana', 'banana 박일우', '박일우 병원', '"박일우 xyz"'])
      expect(await found(q), q).toBe(0);
    expect(await found('person:"Пак Ир У"')).toBe(0);
    const about = record({ people: [{ id: 'pak-il-u', name: { none: ['Pak'] } }] });
    await store.putDocument(telegram('b', [['x']], [], { record: about }));
    for (const q of ['person:"Пак Ир У"', 'person:박일우', 'person:pak-il-u'])
      expect(await found(q), q).toBe(1);
  });

  it('looks for what sounds alike also in small letters, if there is nothing as it was typed', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(telegram('ru', [['беседа с Пак Ир У']]));
    const answer = await searcher.documents(asked('pak il-u'));
    expect(ids(answer)).toEqual(['ru']);
    expect(answer.notes).toEqual([{ kind: 'spelling-widened' }]);
  });

  it('looks for all forms of a person of the authority file, inflected ones too, and counts them', async () => {
    const { store, searcher } = emptyArchive();
    await store.putDocument(telegram('a', [['телеграмма Филиппову']]));
    await store.putDocument(telegram('b', [['x']], [['a letter to Stalin']]));
    expect(ids(await searcher.documents(asked('Stalin')))).toEqual(['b']);
    await store.putAuthorities('person', [PAK, STALIN]);
    for (const q of ['Stalin', 'stalin', 'Филиппова', '"Stalin"']) {
      expect(ids(await searcher.documents(asked(q))).sort(), q).toEqual(['a', 'b']);
    }
    const { names } = await searcher.documents(asked('Stalin'));
    expect(names).toEqual([
      {
        ...{ kind: 'person', id: 'stalin', name: { en: ['Stalin'] }, typed: 'Stalin' },
        forms: [{ form: 'Stalin', documents: 1 }],
      },
    ]);
    expect(ids(await searcher.documents(asked('Stalin letter')))).toEqual(['b']);
    expect(ids(await searcher.documents(asked('=Stalin')))).toEqual(['b']);
    expect((await searcher.terms({ q: 'sta', scope: { kind: 'archive' }, limit: 5 })).terms[0]?.term).toBe(
      'Stalin',
    );
  });
});
