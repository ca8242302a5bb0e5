import { describe, expect, it } from 'vitest';
import { base, catalogueApp } from '../../support/catalogue-app.ts';
import { ingestedDocument, lostPage, page, record, segment, text } from '../../support/stored-document.ts';
import { collections, telegram } from '../../support/telegram.ts';

async function archive(options: Parameters<typeof catalogueApp>[0] = {}) {
  const app = catalogueApp(options);
  await app.store.putCollections(collections());
  await app.store.putDocument(telegram());
  return app.client;
}

describe('a page in the language asked for', () => {
  it('is English where nothing is asked, and says what it depends on', async () => {
    const client = await archive();
    const { text: html, headers } = await client.get('/documents/telegram').expect(200);
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(headers['content-language']).toBe('en');
    expect(headers.vary).toMatch(/Accept-Language, Cookie/);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('is Russian by the address, which is kept in a cookie', async () => {
    const client = await archive();
    const { text: html, headers } = await client.get('/documents/telegram?lang=ru').expect(200);
    expect(html).toMatch(/^<!doctype html><html lang="ru">/);
    expect(headers['content-language']).toBe('ru');
    expect(headers['set-cookie']).toEqual([
      'diptych-language=ru; Path=/archive; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure',
    ]);
  });

  it('is Russian by the cookie or the browser, without a new cookie', async () => {
    const client = await archive();
    const kept = await client.get('/').set('Cookie', 'diptych-language=ru').set('Accept-Language', 'en');
    const liked = await client.get('/').set('Accept-Language', 'de, ru;q=0.8, en;q=0.5');
    for (const { text: html, headers } of [kept, liked]) {
      expect(html).toContain('<html lang="ru">');
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('is never that which a browser holds in another language', async () => {
    const client = await archive();
    const english = await client.get('/documents/telegram');
    const etag = String(english.headers.etag);
    await client.get('/documents/telegram').set('If-None-Match', etag).expect(304);
    const russian = await client
      .get('/documents/telegram')
      .set('If-None-Match', etag)
      .set('Accept-Language', 'ru')
      .expect(200);
    expect(russian.headers.etag).not.toBe(etag);
    expect(russian.text).toContain('<html lang="ru">');
  });

  it('leads to itself in the other language, query and all, and is canonical without either', async () => {
    const client = await archive();
    const { text: html } = await client.get('/documents/telegram?text=en-mt&lang=ru').expect(200);
    expect(html).toContain(`<link rel="canonical" href="${base}/documents/telegram"/>`);
    expect(html).toMatch(
      new RegExp(
        `<a href="${base}/documents/telegram\\?text=en-mt&amp;lang=en" lang="en" dir="ltr" hrefLang="en" rel="nofollow">English</a>`,
      ),
    );
    expect(html).toMatch(/lang="ru" dir="ltr" hrefLang="ru" rel="nofollow" aria-current="true">Русский</);
  });

  it('tells the reading room its language', async () => {
    const client = await archive();
    const { text: html } = await client.get('/read/telegram?lang=ru').expect(200);
    expect(html).toContain('<html lang="ru">');
    expect(html).toMatch(/<div id="reading-room" lang="ru"/);
    const { text: form } = await client
      .get('/viewer?manifest=https://example.org/m.json&lang=ru')
      .expect(200);
    expect(form).toMatch(/<div id="reading-room" lang="ru"/);
  });

  it('says in Russian what cannot be found or understood; programs are told in English', async () => {
    const client = await archive();
    const ask = (path: string) => client.get(path).set('Accept', 'text/html').set('Accept-Language', 'ru');
    const lost = await ask('/documents/nowhere').expect(404);
    expect(lost.text).toContain('<p class="lead">Такого документа в архиве нет.</p>');
    expect(lost.headers['content-language']).toBe('ru');
    const bad = await ask('/search?from=yesterday').expect(400);
    expect(bad.text).toContain('Параметр from — не дата.');
    expect(bad.text).toContain('Ожидалось: год, месяц или день');
    const json = await client.get('/search.json?from=yesterday').set('Accept-Language', 'ru').expect(400);
    expect(json.body).toMatchObject({ message: expect.stringContaining('The parameter from is no date') });
  });

  it('is not that of feeds and of what programs read', async () => {
    const client = await archive();
    for (const path of ['/feed.atom', '/opensearch.xml', '/search.json', '/documents/telegram.ris']) {
      const usual = await client.get(path).buffer(true).expect(200);
      const asked = await client.get(path).set('Accept-Language', 'ru').buffer(true).expect(200);
      expect([path, asked.text]).toEqual([path, usual.text]);
      expect(asked.headers['content-language']).toBeUndefined();
    }
  });

  it('survives in the thread that answers searches', async () => {
    const client = await archive({ inThreads: true });
    const kept = await client.get('/search?q=Legation').set('Cookie', 'other=1; diptych-language=ru');
    expect(kept.text).toContain('<html lang="ru">');
    expect(kept.text).toContain('1 документ');
    const liked = await client.get('/search?q=Legation').set('Accept-Language', 'ru');
    expect(liked.text).toContain('<html lang="ru">');
    const chosen = await client.get('/search?q=Legation&lang=ru').set('Cookie', 'diptych-language=en');
    expect(chosen.text).toContain('<html lang="ru">');
    expect(String(chosen.headers['set-cookie'])).toContain('diptych-language=ru');
    expect((await client.get('/search?q=Legation')).text).toContain('<html lang="en">');
  });
});

describe('a document in Russian', () => {
  it('has the words of archivists, and of its data what is Russian', async () => {
    const client = await archive();
    const { text: html } = await client.get('/documents/telegram?lang=ru').expect(200);
    expect(html).toContain('<h1>Телеграмма миссии</h1>');
    expect(html).toContain('<p class="other-title" lang="en" dir="ltr">Telegram from the Legation</p>');
    // The level that has no Russian keeps the archive's own word.
    expect(html).toContain('Архив образцов, фонд 5, опись 918795, дело 121, листы 705-708, Korob 9');
    expect(html).toContain('<dt>Вид документа</dt><dd>Телеграмма</dd>');
    // The record shows the date in English, and says by it no more than its EDTF does.
    expect(html).toContain('<dt>Дата отправления</dt><dd><span>7 октября 1950 г.</span></dd>');
    expect(html).toContain('<dd><span>октябрь 1950 г. (приблизительно)</span></dd>');
    expect(html).toContain('Лист 705 об.');
    expect(html).toContain('Машинный перевод, не проверен');
    expect(html).toContain('4 листа');
    expect(html).toContain(' (редактор)');
  });

  it('keeps a date as the record shows it where that says more than its EDTF', async () => {
    const { store, client } = catalogueApp();
    await store.putCollections(collections());
    const shown = { en: ['the night to 7 October 1950'] };
    const dates = [{ edtf: '1950-10-07', shown, calendar: 'gregorian' }];
    await store.putDocument(ingestedDocument({ record: record({ dates }) }));
    const { text: html } = await client.get('/documents/telegram?lang=ru').expect(200);
    expect(html).toContain('<span lang="en" dir="ltr">the night to 7 October 1950</span>');
  });
});

describe('the language of tests', () => {
  it('is none where nobody tests', async () => {
    const client = await archive();
    const { text: html } = await client.get('/?lang=qps-plocm').expect(200);
    expect(html).toContain('<html lang="en">');
  });

  it('shows that no English stands outside of the messages', async () => {
    const { store, client } = catalogueApp({ pseudoLocale: true });
    await store.putCollections([
      {
        ...koreanCollection('top'),
        record: { title: { ko: ['기록 보관소'] }, summary: { ko: ['요약'] }, order: [] },
      },
      { ...koreanCollection('cold-war'), parent: 'top' },
    ]);
    await store.putDocument(koreanDocument());
    const paths = [
      '/',
      '/collections/cold-war',
      '/documents/telegram',
      '/documents/telegram?text=en-b',
      '/documents/telegram/compare',
      '/documents/telegram/compare?order=difference',
      '/search',
      '/search?q=%EC%A0%84%EB%B3%B4',
      '/search?q=%EC%A0%84%EB%B3%B4&exact=1&from=1940&kind=%EC%A0%84%EB%B3%B4',
      '/search?q=%EC%97%86%EB%8B%A4&language=ko',
      '/search?page=9',
      '/dates',
      '/about',
      '/people',
      '/places',
      '/viewer',
      '/viewer?manifest=https%3A%2F%2Fexample.org%2Fm',
      '/read/telegram',
      '/documents/0000',
      '/collections/0000',
      '/people/0000',
      '/documents/telegram?text=0000',
      '/search?from=0',
      '/viewer?iiif-content=0',
      '/0000',
    ];
    const found = [];
    for (const path of paths) {
      const address = `${path}${path.includes('?') ? '&' : '?'}lang=qps-plocm`;
      const { text: html } = await client.get(address).set('Accept', 'text/html');
      expect([path, html.slice(0, 60)]).toEqual([
        path,
        expect.stringContaining('lang="qps-plocm" dir="rtl"'),
      ]);
      const words = ownWordsOf(html);
      expect(words.length).toBeGreaterThan(3);
      found.push(...words.filter((shown) => /[a-z]{2}/i.test(shown)).map((shown) => `${path}: ${shown}`));
    }
    expect(found).toEqual([]);
  });
});

/** What is seen or read out of a page and is in no language of its own, without addresses. */
function ownWordsOf(html: string): string[] {
  const body = html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<meta (?!name="description")[^>]*>|<link [^>]*>/g, '')
    // Names of languages in themselves, and citations in the style's language.
    .replace(/<(a|p|li|h3) (?=[^>]*\blang="(?:en|ru)")[\s\S]*?<\/\1>/g, '');
  const attributes = [...body.matchAll(/ (?:aria-label|title|alt|placeholder|content)="([^"]*)"/g)];
  const texts = [...body.matchAll(/>([^<]+)</g)];
  return [...attributes, ...texts]
    .map(([, words = '']) => words.replace(/https?:\/\/\S+|&[a-z#0-9]+;/g, '').trim())
    .filter((words) => words !== '');
}

function koreanCollection(id: string) {
  return {
    id,
    parent: undefined,
    folder: `manifests/${id}`,
    position: 0,
    record: {
      title: { ko: ['전쟁'] },
      level: '권',
      reference: { levels: [{ name: '권', value: '5' }] },
      rights: 'http://rightsstatements.org/vocab/NKC/1.0/',
      order: [],
    },
  };
}

/** A document of which nothing is written in Latin letters. */
function koreanDocument() {
  const name = { ko: ['박일우'], ja: ['朴一禹'] };
  const translation = { role: 'translation', translationOf: 'ko', language: 'ru' } as const;
  const linked = (id: string, words: string) => segment(id, words, ['1'], { renders: ['s1'] });
  return ingestedDocument({
    record: record({
      title: { ko: ['전보'], ja: ['電報'] },
      kind: '전보',
      dates: [{ role: '발신', edtf: '1950-10-07', shown: { ko: ['시월 칠일'] }, calendar: '음력' }],
      summary: { ko: ['전보의 요약'] },
      languages: ['ko'],
      creators: [{ name, role: '발신자' }],
      recipients: [{ name }],
      contributors: [{ name }],
      people: [{ name }],
      places: [{ name }],
      subjects: [{ ko: ['다리'] }],
      reference: { repository: { ko: ['보관소'] }, levels: [{ name: '권', value: '5' }] },
      identifiers: [{ scheme: '번호', value: '1' }],
      rights: 'http://creativecommons.org/publicdomain/mark/1.0/',
      requiredStatement: { label: { ko: ['출처'] }, value: { ko: ['보관소'] } },
      donors: [{ ko: ['재단'] }],
      classification: { ko: ['비밀'] },
      contents: [{ label: { ko: ['본문'] }, page: '1', children: [] }],
    }),
    pages: [page('1', { folio: '1' }), lostPage('2')],
    texts: [
      text('ko', [segment('s1', '전보 한 통', ['1']), segment('s2', '둘째 줄', ['1'])], { language: 'ko' }),
      text('en-a', [linked('a1', 'одна телеграмма')], { ...translation, contributors: [{ name }] }),
      text('en-b', [linked('b1', 'другая телеграмма')], { ...translation, origin: 'machine-translation' }),
    ],
  });
}
