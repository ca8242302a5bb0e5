import { describe, expect, it } from 'vitest';
import { base, catalogueApp } from '../../support/catalogue-app.ts';
import { ingestedDocument, record } from '../../support/stored-document.ts';

const dated = (id: string, ...edtf: string[]) =>
  ingestedDocument({
    id,
    pages: [],
    record: record({
      title: { en: [`Title of ${id}`] },
      dates: edtf.map((date) => ({ edtf: date, calendar: 'gregorian' })),
    }),
  });

describe('/dates', () => {
  it('counts the documents of every year in its decade, and leads to them', async () => {
    const { store, client } = catalogueApp();
    for (const [id, edtf] of [
      ['a', '1949-03-01'],
      ['b', '1950-10-07'],
      ['c', '1950-02'],
    ] as const) {
      await store.putDocument(dated(id, edtf));
    }
    const { text } = await client.get('/dates').expect(200);
    const words = text.replace(/<svg.*?<\/svg>/g, ' ').replace(/<[^>]+>/g, '|');
    expect(words).toMatch(/1940s\|+1949\|+ \|+1 document\|+1950s\|+1950\|+ \|+2 documents/);
    expect(text).toContain('<rect width="50.0" height="1">');
    expect(text).not.toContain('style=');
    expect(text).not.toContain('Of no year');
    const [, address = ''] = /href="([^"]+)">1950</.exec(text) ?? [];
    expect(address).toBe(`${base}/search?year=1950&amp;sort=oldest`);
    const year = await client.get(address.replaceAll('&amp;', '&').slice(base.length)).expect(200);
    expect([...year.text.matchAll(/Title of (\w)/g)].map(([, id]) => id)).toEqual(['c', 'b']);
  });

  it('says how many documents it does not show', async () => {
    const { store, client } = catalogueApp();
    await store.putDocument(dated('a', '1950'));
    await store.putDocument(dated('b', '19XX'));
    await store.putDocument(dated('c'));
    await store.putDocument(dated('d'));
    const { text } = await client.get('/dates').expect(200);
    expect(text).toContain('1 document spans more than twenty years');
    expect(text).toContain('2 documents bear no date.');
  });

  it('leads to the documents without a date, a part at a time', async () => {
    const { store, client } = catalogueApp();
    await store.putDocument(dated('dated', '1950'));
    const ids = Array.from({ length: 50 }, (_, index) => `letter-${String(index).padStart(2, '0')}`);
    for (const id of ids) await store.putDocument(dated(id));
    const dates = await client.get('/dates').expect(200);
    expect(dates.text).toContain(`50 documents bear no date. <a href="${base}/dates/undated">See them</a>`);
    const seen: string[] = [];
    for (let path: string | undefined = '/dates/undated'; path !== undefined;) {
      const { text }: { text: string } = await client.get(path).expect(200);
      expect(text).toContain('<h1>Undated</h1>');
      expect(text).toContain(`<a href="${base}/dates">Dates</a></li>`);
      seen.push(...[...text.matchAll(/Title of (letter-\d+|dated)</g)].map(([, id = '']) => id));
      path = /href="[^"]*(\/dates\/undated[^"]*)" rel="next"/.exec(text)?.[1];
    }
    expect(seen).toEqual(ids);
    await client.get('/dates/undated?after=No+id').expect(400);
  });

  it('says of an archive in which everything is dated that it is so', async () => {
    const { store, client } = catalogueApp();
    await store.putDocument(dated('a', '1950'));
    expect((await client.get('/dates')).text).not.toContain('/dates/undated');
    expect((await client.get('/dates/undated').expect(200)).text).toContain(
      'Every document of this archive has a date.',
    );
  });

  it('is linked above every page, but not where nothing is dated', async () => {
    const { store, client } = catalogueApp();
    await store.putDocument(dated('a'));
    expect((await client.get('/')).text).not.toContain(`href="${base}/dates"`);
    expect((await client.get('/dates').expect(200)).text).toContain('No document of this archive');
    await store.putDocument(dated('b', '1950'));
    expect((await client.get('/')).text).toContain(`<a href="${base}/dates">Dates</a>`);
  });
});
