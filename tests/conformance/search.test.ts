import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lint } from '../../server/lint/lint.ts';
import { idOf, isRecord, listOf, recordsOf, type JsonRecord } from '../../viewer/iiif/json.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { rawRequest } from '../support/raw-request.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const DOCUMENT = 'documents/telegram-1950-10-07';
const SCOPES = ['', `/${DOCUMENT}`, '/collections/cold-war', '/collections/top'];

let app: TestApp;
beforeAll(async () => {
  app = await testApp(join(import.meta.dirname, '../..'), {}, { atEnd: afterAll });
  await app.ingest();
});

describe('what the specimens answer to Content Search', () => {
  it.each(SCOPES)('breaks no rule, and leads from the first page to the last: in "%s"', async (scope) => {
    for (const q of ['the', 'товарищ', '"of the"', 'Noran', '夏', 'nowhere-to-be-found']) {
      const counts = [1, 2].map(async (version) => {
        const pages = await pagesOf(`/iiif/search/${version}${scope}?q=${encodeURIComponent(q)}&user=u`);
        for (const page of pages) {
          const { kind, findings } = lint(page);
          expect(kind).toMatchObject({ search: true });
          expect(findings, JSON.stringify(findings)).toEqual([]);
        }
        const items = pages.flatMap((page) => recordsOf(page.items ?? page.resources));
        expect(new Set(items.map(idOf)).size).toBe(items.length);
        const counted = recordsOf(pages[0]?.within).map(({ total }) => total);
        const hits = pages.flatMap((page) => listOf(page.hits));
        if (version === 1 && typeof counted[0] === 'number') expect(hits).toHaveLength(counted[0]);
        return items.length;
      });
      const [one, two] = await Promise.all(counts);
      expect(one).toBe(two);
      if (q === 'the') expect(one).toBeGreaterThan(20);
    }
    for (const version of [1, 2]) {
      const terms = await json(`/iiif/search/${version}${scope}/autocomplete?q=th`);
      expect(lint(terms).findings).toEqual([]);
      expect(recordsOf(terms.items ?? terms.terms).length).toBeGreaterThan(0);
    }
  });

  it('tells of every hit the document that it is in, where there are several', async () => {
    const { items } = await json('/iiif/search/2?q=Noran');
    const documents = new Set<unknown>();
    for (const { target } of recordsOf(items)) {
      const [within = target] = isRecord(target) ? recordsOf(target.partOf) : [];
      expect(within).toMatchObject({ type: 'Manifest' });
      expect(isRecord(within) && isRecord(within.label)).toBe(true);
      documents.add(idOf(within));
    }
    expect(documents.size).toBeGreaterThan(1);
  });

  it('finds what it completes', async () => {
    for (const { value } of recordsOf((await json(`/iiif/search/2/${DOCUMENT}/autocomplete?q=p`)).items)) {
      const { items } = await json(`/iiif/search/2/${DOCUMENT}?q=${encodeURIComponent(String(value))}`);
      expect(listOf(items).length, String(value)).toBeGreaterThan(0);
    }
  });

  it('is restricted to a language and to what was typed', async () => {
    const languagesOf = async (query: string) => {
      const { items } = await json(`/iiif/search/2/${DOCUMENT}?${query}`);
      return new Set(recordsOf(items).map(({ body }) => (isRecord(body) ? body.language : undefined)));
    };
    expect(await languagesOf('q=октября+OR+october')).toEqual(new Set(['ru', 'en']));
    expect(await languagesOf('q=октября+OR+october&language=ru')).toEqual(new Set(['ru']));
    expect((await languagesOf('q=товарищ&exact=1')).size).toBe(0);
  });
});

describe('hostile questions', () => {
  it.each([
    'q=' + 'a'.repeat(900),
    'q=%22%22%22%22',
    'q=%22unclosed',
    'q=AND+OR+NOT',
    'q=-',
    'q=*',
    'q=((((((((',
    `q=${encodeURIComponent("'; DROP TABLE documents; --")}`,
    'q=%ED%A0%80',
    'q=%FF%FE',
    'q=%',
    'q=%F0%9F%98%80',
    'q=a&q%5B%5D=b&__proto__=c&constructor=d',
    `q=${'('.repeat(200)}a`,
    'q=column%3Avalue+text%3A%22NEAR(a+b)%22',
    'q=%E2%80%AE%E2%80%8B',
    'q=a&language=constructor',
  ])('are answered: %s', async (query) => {
    for (const service of ['2', '1', '2/autocomplete', `1/${DOCUMENT}/autocomplete`, `2/${DOCUMENT}`]) {
      const response = await fetch(`${app.base}/iiif/search/${service}?${query}`);
      const answer: unknown = await response.json();
      expect([200, 400], JSON.stringify(answer)).toContain(response.status);
      if (response.status === 200) expect(lint(answer).findings).toEqual([]);
    }
  });

  it.each([
    ['q=' + 'a'.repeat(3000), 400],
    ['q=' + 'a'.repeat(10_000), 414],
    ['q=' + 'a+OR+'.repeat(700) + 'b', 400],
    ['q=a%00b', 400],
    ['q=a&q=b', 400],
    ['q=a&motivation=x&motivation=y', 400],
    ['q=a&page=-1', 400],
    ['q=a&page=1e9', 400],
    ['q=a&page=999999', 400],
    ['q=a&page=NaN', 400],
    ['q=a&exact=maybe', 400],
  ])('are refused: %s', async (query, status) => {
    for (const version of [1, 2])
      expectRefusal(await rawRequest(app.port, `/iiif/search/${version}?${query}`), status);
  });
});

async function pagesOf(path: string): Promise<JsonRecord[]> {
  const pages: JsonRecord[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const page: JsonRecord = await json(next);
    pages.push(page);
    next = idOf(page.next)?.slice(app.base.length);
  }
  return pages;
}

async function json(path: string): Promise<JsonRecord> {
  const response = await fetch(app.base + path);
  const value: unknown = await response.json();
  if (response.status !== 200 || !isRecord(value)) throw new Error(`${path} answered ${response.status}`);
  return value;
}
