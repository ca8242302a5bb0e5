import { join } from 'node:path';
import { pino } from 'pino';
import supertest from 'supertest';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { PublicUrls } from '../../../server/http/public-urls.ts';
import type { Agent } from '../../../server/model/document.ts';
import { openSearch } from '../../../server/open-search.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { person, place } from '../../support/authority.ts';
import { ingestedDocument, record } from '../../support/stored-document.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const base = 'https://example.org/archive';
const assets = {
  stylesheets: (entry: string) => [`${entry}.css`],
  script: () => undefined,
  preloads: () => [],
};

const PAK = person('pak-il-u', {
  name: { en: ['Pak Il-u'], ru: ['Пак Ир У'], ko: ['박일우'] },
  forms: [
    { form: 'Pak Ir-u', language: 'ko-Latn', scheme: 'mr' },
    { form: 'Pak Irwoo', language: 'ko-Latn', note: 'on his card' },
    { form: 'باك', language: 'ar' },
    { form: 'Park', language: 'none' },
  ],
  dates: { birth: '1903~', death: '1970-05-01', active: '1945/..' },
  description: { en: ['A minister.'] },
  links: [
    { source: 'wikidata', value: 'Q482' },
    { source: 'web', value: 'https://example.org/pak?a=1&b=2' },
  ],
});

const agent = (id: string, role?: string): Agent => ({
  name: { none: [id] },
  id,
  ...(role === undefined ? {} : { role }),
});

let store: Store;
let client: ReturnType<typeof supertest>;

beforeEach(async () => {
  const file = join(temporaryFolder(), 'store.sqlite');
  store = openSqliteStore(file);
  const search = openSearch({ file, threads: 1 });
  onTestFinished(async () => {
    await search.close();
    await store.close();
  });
  await store.putAuthorities('person', [PAK, person('zales-ev')]);
  const log = pino({ level: 'silent' });
  const urls = new PublicUrls(base);
  client = supertest(createApp({ store, search, log, urls, assets, assetFolder: temporaryFolder() }));
});

async function html(path: string, status = 200): Promise<string> {
  const response = await client.get(path).set('Accept', 'text/html').expect(status);
  expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
  return response.text;
}

async function put(id: string, changes: Parameters<typeof record>[0]): Promise<void> {
  const title = { en: [`Title of ${id}`] };
  await store.putDocument(ingestedDocument({ id, pages: [], record: record({ title, ...changes }) }));
}

describe('a person’s page', () => {
  it('tells every form of the name, each in its language, with its scheme and note', async () => {
    const page = await html('/people/pak-il-u');
    for (const words of [
      '<h1>Pak Il-u</h1>',
      '<span lang="ru" dir="ltr">Пак Ир У</span><span aria-hidden="true">\u2002·\u2002</span><span lang="ko" dir="ltr">박일우</span>',
      '1903 (approximately) – 1 May 1970 · Active since 1945',
      'A minister.',
      '<dt>Korean (Latin)</dt>',
      '<span lang="ko-Latn" dir="ltr">Pak Ir-u</span><span class="role"> McCune–Reischauer</span>',
      '<span class="role"> (on his card)</span>',
      '<span lang="ar" dir="rtl">باك</span>',
      '<dt>Language not known</dt>',
      '<a class="address" href="https://www.wikidata.org/entity/Q482" rel="external">Q482</a>',
      'href="https://example.org/pak?a=1&amp;b=2"',
      `<link rel="canonical" href="${base}/people/pak-il-u"/>`,
      'No document’s record names this person.',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('lists the documents that name it, with as what, in the order of their dates', async () => {
    await put('b', {
      dates: [{ edtf: '1951', calendar: 'gregorian' }],
      creators: [agent('pak-il-u', 'sender')],
      people: [agent('pak-il-u')],
    });
    await put('a', { dates: [{ edtf: '1950', calendar: 'gregorian' }], recipients: [agent('pak-il-u')] });
    await put('c', { people: [agent('zales-ev')], places: [agent('pak-il-u')] });
    const page = await html('/people/pak-il-u');
    expect(page).toContain('<h2 id="documents">2 documents</h2>');
    const found = [...page.matchAll(/Title of (\w)|document-remark">([^<]*)</g)].map(
      ([, title, remark]) => title ?? remark,
    );
    expect(found).toEqual(['a', 'Addressee', 'b', 'Creator (sender), mentioned']);
  });

  it('turns the page, and shows each document once', async () => {
    for (let number = 100; number < 160; number += 1) {
      await put(`d-${number}`, { people: [agent('pak-il-u')] });
    }
    const first = await html('/people/pak-il-u');
    const next = /href="([^"]+)" rel="next"/.exec(first)?.[1] ?? '';
    expect(next).toBe(`${base}/people/pak-il-u?after=d-147`);
    const second = await html(next.slice(base.length));
    const titles = [...`${first}${second}`.matchAll(/Title of d-(\d+)/g)].map(([, number]) => Number(number));
    expect(titles).toEqual(Array.from({ length: 60 }, (_, index) => index + 100));
    expect(second).toContain('Back to the beginning');
    expect(second).not.toContain('rel="next"');
  });

  it('is data as well, in the words of schema.org', async () => {
    const [, json = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await html('/people/pak-il-u')) ?? [];
    expect(JSON.parse(json)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Person',
      '@id': `${base}/people/pak-il-u`,
      url: `${base}/people/pak-il-u`,
      name: 'Pak Il-u',
      alternateName: ['Пак Ир У', '박일우', 'Pak Ir-u', 'Pak Irwoo', 'باك', 'Park'],
      description: 'A minister.',
      deathDate: '1970-05-01',
      sameAs: ['https://www.wikidata.org/entity/Q482', 'https://example.org/pak?a=1&b=2'],
    });
  });

  it('escapes hostile words wherever they stand, in the data too', async () => {
    const evil = '</script><script>alert(1)</script><!--"\'';
    await store.putAuthorities('person', [
      person('evil', {
        name: { en: [evil], ru: [`${evil} ru`] },
        forms: [{ form: evil, language: 'x" onload="', note: evil }],
        description: { en: [evil] },
        dates: { birth: '1903' },
        links: [{ source: 'web', value: `https://example.org/"><script>` }],
      }),
    ]);
    await put('d', { people: [agent('evil', evil)] });
    for (const path of ['/people/evil', '/people', '/documents/d']) {
      const page = await html(path);
      expect(page).not.toMatch(/<script>|<!--|" onload="/);
      expect(page.match(/<script/g)?.length ?? 0).toBe(path === '/people' ? 0 : 1);
    }
  });

  it('is not there for an id that nobody has, which leads to the list', async () => {
    for (const path of ['/people/nobody', '/people/%3Cscript%3E', '/people/Pak', '/places/pak-il-u']) {
      const page = await html(path, 404);
      expect(page).toMatch(/The archive describes no such (person|place)\./);
      expect(page).toMatch(/href="https:\/\/example\.org\/archive\/(people|places)"/);
      expect(page).not.toContain('<script');
    }
    const { body } = await client.get('/people/nobody').set('Accept', 'application/json').expect(404);
    expect(body).toMatchObject({ error: 'person-not-found' });
    await html('/people/pak-il-u?after=..%2F', 400);
    await html('/people/pak-il-u?after=a&after=b', 400);
  });
});

describe('a place’s page', () => {
  it('tells where it lies', async () => {
    const coordinates = { latitude: -37.57, longitude: 126.98 };
    const links = [{ source: 'geonames', value: '1835848' } as const];
    await store.putAuthorities('place', [place('solmok', { coordinates, links })]);
    await put('d', { places: [agent('solmok', 'village')] });
    const page = await html('/places/solmok');
    expect(page).toContain('37.57° S, 126.98° E');
    expect(page).toContain('"geo":{"@type":"GeoCoordinates","latitude":-37.57,"longitude":126.98}');
    expect(page).toContain('href="https://www.geonames.org/1835848"');
    expect(page).toContain('Mentioned (village)');
  });
});

describe('the list of people', () => {
  it('tells each with its names and how many documents name it', async () => {
    await put('d', { creators: [agent('pak-il-u')] });
    const page = await html('/people');
    expect(page).toContain(`<a href="${base}/people/pak-il-u">Pak Il-u</a>`);
    expect(page).toContain('<span lang="ko" dir="ltr">박일우</span>');
    expect(page).toContain('1903 (approximately) – 1 May 1970 · 1 document');
    expect(page).toContain('2 people');
    expect(page).toContain(`<a href="${base}/people">People</a>`);
    expect(page).not.toContain(`href="${base}/places"`);
  });

  it('turns the page after two hundred', async () => {
    const all = Array.from({ length: 250 }, (_, index) => person(`p-${index}`));
    await store.putAuthorities('person', all);
    const first = await html('/people');
    const next = /href="([^"]+)" rel="next"/.exec(first)?.[1] ?? '';
    expect(next).toBe(`${base}/people?after=199`);
    const second = await html(next.slice(base.length));
    const found = [...`${first}${second}`.matchAll(/people\/p-(\d+)"/g)].map(([, number]) => Number(number));
    expect(found).toEqual(all.map((_, index) => index));
    await html('/people?after=x', 400);
  });

  it('is empty where there is no authority file, and no page leads there', async () => {
    expect(await html('/places')).toContain('This archive describes no places yet.');
    expect(await html('/')).not.toContain(`href="${base}/places"`);
  });
});

describe('a document’s record', () => {
  it('leads to the pages of those that have one', async () => {
    await store.putAuthorities('place', [place('solmok')]);
    await put('d', {
      creators: [{ name: { ru: ['Пак'] }, id: 'pak-il-u', role: 'sender' }],
      people: [agent('nobody'), agent('solmok')],
      places: [agent('solmok')],
    });
    const page = await html('/documents/d');
    expect(page).toContain(
      `<a href="${base}/people/pak-il-u" lang="ru" dir="ltr">Пак</a><span class="role"> (sender)</span>`,
    );
    expect(page).toContain(`<a href="${base}/places/solmok">solmok</a>`);
    expect(page).toContain(
      `<dd><a href="${base}/search?person=nobody">nobody</a></dd><dd><a href="${base}/search?person=solmok">solmok</a></dd>`,
    );
  });
});
