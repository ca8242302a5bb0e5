import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../server/catalogue/messages/messages.ts';
import { pseudoText } from '../../../server/catalogue/messages/pseudo.ts';
import type { Institution } from '../../../server/model/institution.ts';
import type { Link } from '../../../server/model/text.ts';
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

  it('leads to itself in the other language, query and all, and is canonical without the language', async () => {
    const client = await archive();
    const { text: html } = await client.get('/documents/telegram?text=en-mt&lang=ru').expect(200);
    expect(html).toContain(`<link rel="canonical" href="${base}/documents/telegram?text=en-mt"/>`);
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
    expect(html).toContain(
      `<dt>Вид документа</dt><dd><a href="${base}/search?kind=telegram">Телеграмма</a></dd>`,
    );
    // The record shows the date in English, and says by it no more than its EDTF does.
    expect(html).toContain(
      '<dt>Дата отправления</dt><dd><time dateTime="1950-10-07"><span>7 октября 1950 г.</span></time></dd>',
    );
    expect(html).toContain('<dd><span>октябрь 1950 г. (приблизительно)</span></dd>');
    expect(html).toContain('Лист 705 об.');
    expect(html).toContain('Машинный перевод, не проверен');
    expect(html).toContain('4 листа');
    expect(html).toContain(' (редактор)');
  });

  it('tells of its texts, its scans and its addresses in Russian', async () => {
    const client = await archive();
    const { text: html } = await client.get('/documents/telegram?lang=ru').expect(200);
    for (const heading of ['Тексты', 'Поделиться', 'Ссылка на документ', 'Описание'])
      expect(html).toMatch(new RegExp(`<h2 id="[a-z]+">${heading}</h2>`));
    expect(html).toContain(
      'Есть сканы 3 из 4 листов: TIFF и JPEG, от 2\u00a0000 × 2\u00a0800 пикс. до 3\u00a0000 × 2\u00a0000 пикс., разрешение не указано.',
    );
    expect(html).toContain('<th scope="row">705 об.</th>');
    expect(html).toMatch(/<dt>Дата публикации здесь<\/dt><dd><time dateTime="[^"]+">\d+ \p{L}+ 20\d\d г\.</u);
    expect(html).toContain('<dt>Происхождение</dt><dd>Машинный перевод</dd>');
    expect(html).toContain('<dt>Переводчик</dt>');
    // What is printed above it is cited as Russian readers cite.
    expect(html).toMatch(
      /<p class="print-only print-citation">Пак Ир У\. Телеграмма миссии, 7 окт\. 1950 г\./,
    );
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
    for (const last of ['줄', '둘', '셋', '넷', '다섯']) await store.putDocument(koreanDocument(last));
    await store.putDocument(ingestedDocument({ id: 'undated', record: record({ title: { ko: ['편지'] } }) }));
    await store.putInstitution(koreanInstitution());
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
      '/dates/undated',
      '/dates/undated?after=zzz',
      '/imprint',
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

  it('shows so on a page that has all there is to be said', async () => {
    const { store, client } = catalogueApp({ pseudoLocale: true });
    for (const last of ['줄', '둘', '셋', '넷', '다섯']) await store.putDocument(koreanDocument(last));
    const { text: html } = await client.get('/documents/telegram?text=en-a&lang=qps-plocm').expect(200);
    // A further summary, the table of scans, revisions of the original, places that either translation leaves out,
    // addresses of leaves.
    expect(html.match(/<details class="more">/g)).toHaveLength(6);
    const said = ownWordsOf(html).join('\n');
    const { document, conventions } = messagesIn('qps-plocm');
    const wanted = [
      document.revisionsCount(5),
      document.moreFiles(9),
      document.unsure(1),
      document.linkedBy.hand(1),
      document.linkedBy.confirmed(1),
      document.linkedBy.machine(1),
      document.unlinked(1),
      document.rowUntranslated,
      document.notesOn,
      document.summaryIn(pseudoText('Japanese')),
      document.partOf(2),
      document.notStated,
      conventions.legend,
      ...Object.values(conventions.explained),
      ...Object.values(conventions.before),
      ...Object.values(conventions.form),
    ];
    expect(wanted.filter((words) => !said.includes(words))).toEqual([]);
  });
});

/** What is seen or read out of a page and is in no language of its own, without addresses and names of files. */
function ownWordsOf(html: string): string[] {
  const body = html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<meta (?!name="description")[^>]*>|<link [^>]*>/g, '')
    // Names of languages in themselves, and citations in the style's language.
    .replace(/<(a|p|li|h3) (?=[^>]*\blang="(?:en|ru)")[\s\S]*?<\/\1>/g, '');
  const attributes = [...body.matchAll(/ (?:aria-label|title|alt|placeholder|content)="([^"]*)"/g)];
  const texts = [...body.matchAll(/>([^<]+)</g)];
  return [...attributes, ...texts]
    .map(([, words = '']) =>
      words.replace(/https?:\/\/\S+|&[a-z#0-9]+;|[^\s,]+\.(?:tif|html)(?=[,\u202e]|$)/g, '').trim(),
    )
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

/** Who publishes it, with all that it can say. */
function koreanInstitution(): Institution {
  const words = { ko: [{ value: '기관의 말 (p. 3)' }] };
  return {
    name: { ko: ['보관소'] },
    link: 'https://archive.example/',
    accent: { light: '#005a9c', dark: '#7fb4e8' },
    footer: words,
    imprint: { kind: 'page', words },
    home: words,
  };
}

/**
 * A document of which nothing is written in Latin letters, with so much of everything that each of its lists has to
 * be opened, and with every sign of an edition.
 * @param last a word that makes it another revision.
 */
function koreanDocument(last: string) {
  const name = { ko: ['박일우'], ja: ['朴一禹'] };
  const translation = { role: 'translation', translationOf: 'ko', language: 'ru' } as const;
  const numbers = Array.from({ length: 13 }, (_, index) => String(index + 1));
  const part = [{ segment: 's1', start: 0, end: 2 }];
  const linked = (id: string, words: string, link: Omit<Link, 'parts'>) =>
    segment(id, words, ['1'], { renders: ['s1'], link: { parts: part, ...link } });
  const first = page('1', { folio: '1' });
  const image = first.image;
  if (image === undefined) throw new Error('the first leaf has a scan');
  const signs =
    '<del>전보</del> <ins>한</ins> <span class="uncertain">통</span> <span class="gap">[…]</span><span class="noteref">[1]</span>';
  return ingestedDocument({
    record: record({
      title: { ko: ['전보'], ja: ['電報'] },
      kind: '전보',
      dates: [{ role: '발신', edtf: '1950-10-07', shown: { ko: ['시월 칠일'] }, calendar: '음력' }],
      summary: { ko: ['전보의 요약'], ja: ['電報'] },
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
      formerly: ['0001'],
    }),
    pages: [
      { ...first, image: { ...image, resolution: 300 } },
      ...numbers.slice(1, -1).map((id) => page(id)),
      {
        ...page('14'),
        image: { ...image, id: 'telegram_14', key: 'key-14', part: 1, width: 900, height: 1200 },
      },
      lostPage('13'),
    ],
    texts: [
      text(
        'ko',
        [
          segment('s1', '전보 한 통', ['1'], { html: signs }),
          ...numbers.map((id) => segment(`m${id}`, `줄 ${id} ${last}`, [id])),
          segment('f1', '도장', ['1'], { form: 'stamp', block: 'b1' }),
          segment('f2', '여백', ['1'], { form: 'marginalia', block: 'b2' }),
          segment('f3', '각주', ['1'], { form: 'footnote', block: 'b3' }),
          segment('f4', '어디', []),
        ],
        {
          language: 'ko',
          sources: numbers.map((id) => ({ file: `${id}.html`, format: 'html' as const })),
        },
      ),
      text(
        'en-a',
        [
          linked('a1', 'одна', { origin: 'hand' }),
          linked('a2', 'телеграмма', { origin: 'confirmed' }),
          linked('a3', 'и', { origin: 'machine', confidence: 0.9 }),
          linked('a4', 'ещё', { origin: 'machine', confidence: 0.3 }),
          segment('a5', 'слова без оригинала', ['2']),
        ],
        { ...translation, contributors: [{ name, role: '번역자' }] },
      ),
      text('en-b', [linked('b1', 'другая телеграмма', { origin: 'hand' })], {
        ...translation,
        origin: 'machine-translation',
      }),
      text('notes', [segment('n1', '주', ['1'])], { role: 'notes', translationOf: 'ko', language: 'ko' }),
    ],
  });
}
