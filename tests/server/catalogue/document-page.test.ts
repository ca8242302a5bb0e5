import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../server/model/text.ts';
import type { Store } from '../../../server/store/store.ts';
import { base, catalogueApp } from '../../support/catalogue-app.ts';
import { ingestedDocument, lostPage, page, record, segment, text } from '../../support/stored-document.ts';

const line = (id: string, value: string, on: string) => segment(id, value, [on]);

const LINES = [
  line('s1', 'Секретно', '705'),
  line('s2', 'Товарищу', '705'),
  line('s3', 'Мост разрушен', '705'),
  line('s4', 'Копия', '706'),
  line('s5', 'Верно', '706'),
];

function sentence(
  id: string,
  value: string,
  renders: readonly string[],
  on: string,
  confidence?: number,
): Segment {
  const parts = LINES.filter((each) => renders.includes(each.id)).map((each) => ({
    ...{ segment: each.id, start: 0, end: each.value.length },
  }));
  const link =
    confidence === undefined
      ? ({ parts, origin: 'hand' } as const)
      : ({ parts, origin: 'machine', confidence } as const);
  return segment(id, value, [on], {
    granularity: 'sentence',
    renders: [...renders],
    ...(renders.length === 0 ? {} : { link }),
  });
}

const RENDERED = [
  sentence('t1', 'Comrade', ['s2'], '705'),
  sentence('t2', 'The bridge is destroyed', ['s3'], '705', 0.5),
  sentence('t3', '[A stamp]', [], '707'),
];

/** A telegram of three leaves, the last of them lost, with a translation that leaves things out and puts things in. */
const telegram = (lines: readonly Segment[] = LINES, rendered: readonly Segment[] = RENDERED) =>
  ingestedDocument({
    pages: [page('705'), page('706'), lostPage('707')],
    record: record({
      kind: 'telegram',
      dates: [{ edtf: '1950-10-07', calendar: 'gregorian' }],
      summary: { en: ['In English.'], ru: ['По-русски.'], none: ['In none.'] },
      languages: ['ru'],
      creators: [{ name: { en: ['Shtykov'] } }],
      places: [{ name: { en: ['Pyongyang'] } }],
      subjects: [{ en: ['Bridges "blown" up'] }],
      reference: { repository: { en: ['Archive'] }, levels: [] },
      formerly: ['telegram-old'],
    }),
    texts: [
      text('ru', lines, {
        contributors: [{ name: { en: ['M. Typist'] }, role: 'transcriber' }],
        sources: [
          { file: 'ru.1.xml', format: 'alto' },
          { file: 'ru.2.xml', format: 'alto' },
        ],
      }),
      text('en', rendered, {
        ...{ role: 'translation', language: 'en', translationOf: 'ru', status: 'published' },
        rights: 'http://creativecommons.org/licenses/by/4.0/',
      }),
      text('mt', [segment('t1', 'Secret', [])], {
        ...{ role: 'translation', language: 'en', translationOf: 'ru', status: 'draft' },
        origin: 'machine-translation',
      }),
    ],
  });

type Client = ReturnType<typeof catalogueApp>['client'];

const html = async (client: Client, path = '/documents/telegram') =>
  (await client.get(path).expect(200)).text;

/** The words of a part of the page, tags gone. */
const words = (part: string) => part.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** What is said of one text. */
function about(shown: string, id: string): string {
  return (
    new RegExp(`<article class="text-details" aria-labelledby="about-${id}">.*?</article>`, 's').exec(
      shown,
    )?.[0] ?? ''
  );
}

async function putTelegram(store: Store): Promise<void> {
  await store.putDocument(telegram());
}

describe('each text of a document', () => {
  it('says how much of its original is translated, how it was linked, and how surely', async () => {
    const { store, client } = catalogueApp();
    await putTelegram(store);
    const shown = about(await html(client), 'en');
    const said = words(shown);
    expect(said).toContain('2 of 5 lines are translated');
    expect(said).toContain('Leaf 707 is not held; what stood on it is not counted.');
    expect(said).toContain('2 of 3 passages of the translation are linked with the original:');
    expect(said).toContain('1 by hand');
    expect(said).toContain('1 by machine, less sure');
    expect(said).not.toContain('by machine, sure');
    expect(said).toContain('1 linked to nothing');
    // The bar shows 40 %, and is a picture that says nothing which the words do not.
    expect(shown).toMatch(/<svg class="share-bar"[^>]*aria-hidden="true">.*?x="0.00%" width="40.00%"/s);
    expect(shown).not.toContain('style=');
  });

  it('lists what is not translated and what has no original, each leading to its row', async () => {
    const { store, client } = catalogueApp();
    await putTelegram(store);
    const page = await html(client);
    const shown = about(page, 'en');
    const places = [
      ...shown.matchAll(/class="stretch-folio">([^<]*)<\/span><a href="([^"]*)">(.*?)<\/a>/gs),
    ].map(([, folio = '', address = '', said = '']) => [
      folio,
      address.replaceAll('&amp;', '&'),
      words(said).trim(),
    ]);
    const own = `${base}/documents/telegram?text=en`;
    expect(places).toEqual([
      ['Leaf 705', `${own}#ru.s1`, 'Секретно'],
      ['Leaf 706', `${own}#ru.s4`, 'Копия Верно'],
      ['Leaf 707', `${own}#en.t3`, '[A stamp]'],
    ]);
    expect(words(shown)).toContain('2 lines');
    for (const [, address = ''] of places) {
      const { hash } = new URL(address);
      expect(await html(client, address.slice(base.length, -hash.length))).toContain(`id="${hash.slice(1)}"`);
    }
  });

  it('leads into the right part of a long document', async () => {
    const { store, client } = catalogueApp();
    const pages = Array.from({ length: 120 }, (_, index) => page(String(index + 1)));
    const lines = pages.map(({ id }) => line(`s${id}`, `строка ${id}`, id));
    const parts = [{ segment: 's1', start: 0, end: 8 }];
    const one = segment('t1', 'line 1', ['1'], { renders: ['s1'], link: { parts, origin: 'hand' } });
    await store.putDocument(
      ingestedDocument({
        pages,
        texts: [
          text('ru', lines),
          text('en', [one], { role: 'translation', language: 'en', translationOf: 'ru' }),
        ],
      }),
    );
    const shown = about(await html(client), 'en');
    expect(words(shown)).toContain('1 of 120 lines is translated');
    expect(shown).toContain('<summary>119 places</summary>');
    const address = `${base}/documents/telegram?text=en&from=101#ru.s120`;
    expect(shown).toContain(`href="${address.replaceAll('&', '&amp;')}"`);
    expect(await html(client, '/documents/telegram?text=en&from=101')).toContain('id="ru.s120"');
  });

  it('does not call untranslated what nobody has linked', async () => {
    const { store, client } = catalogueApp();
    await putTelegram(store);
    const page = await html(client);
    expect(words(about(page, 'mt'))).toContain(
      'cannot be told: nothing in the two texts has been linked yet',
    );
    expect(words(about(page, 'mt'))).not.toMatch(/lines? (is|are) translated|Not translated/);
    const beside = await html(client, '/documents/telegram?text=mt');
    expect(/<table.*<\/table>/s.exec(beside)?.[0]).not.toContain('Not translated');
  });

  it('says where it comes from, by whom it is and under which terms', async () => {
    const { store, client } = catalogueApp();
    await putTelegram(store);
    const page = await html(client);
    const [ru, en, mt] = ['ru', 'en', 'mt'].map((id) => words(about(page, id)));
    expect(ru).toContain('Transcribed by M. Typist (transcriber)');
    expect(ru).toContain('Made by a person Read in as ALTO: ru.1.xml, ru.2.xml');
    expect(ru).toContain('5 lines on 2 leaves');
    expect(ru).toContain('None of its own are stated');
    expect(en).toContain('Translated by Nobody is named');
    expect(en).toContain('Made from: Transcription, Russian, M. Typist');
    expect(en).toContain('CC BY 4.0');
    expect(mt).toContain('Translated by machine, not reviewed');
    expect(mt).not.toContain('Nobody is named');
  });
});

describe('the revisions of a text', () => {
  it('are listed with their days, with what each changed and with the one that is shown', async () => {
    const { store, client } = catalogueApp();
    await putTelegram(store);
    const corrected = [
      ...LINES.slice(0, 2),
      line('s3', 'Мост разрушен!', '705'),
      line('s4', 'Копия', '706'),
      line('s6', 'Мун', '706'),
    ];
    await store.putDocument(telegram(corrected));
    const shown = about(await html(client), 'ru');
    const entries = [...shown.matchAll(/<li[^>]*><a href="[^"]*revisions.*?<\/li>/gs)].map(
      ([entry]) => entry,
    );
    expect(
      entries.map((entry) =>
        words(entry)
          .replace(/\d+ \w+ \d{4}/, 'DAY')
          .trim(),
      ),
    ).toEqual([
      'Revision 2 shown here DAY , 1 line reworded, 1 line added, 1 line gone',
      'Revision 1 DAY , first read in, 5 lines',
    ]);
    expect(entries[0]).toContain('aria-current="true"');
    expect(entries[1]).not.toContain('aria-current');
    for (const entry of entries) expect(entry).toMatch(/<time dateTime="20\d\d-\d\d-\d\dT[^"]+">/);
    const addresses = entries.map((entry) => /href="([^"]+)"/.exec(entry)?.[1]?.slice(base.length) ?? '');
    const [second = '', first = ''] = addresses;
    expect((await client.get(second).expect(200)).text).toContain('Мост разрушен!');
    const earlier = (await client.get(first).expect(200)).text;
    expect(earlier).toContain('Верно');
    expect(earlier).not.toContain('разрушен!');
  });
});

describe('the rows of a document', () => {
  it('say once where words are not translated, and where a translation has more than its original', async () => {
    const { store, client } = catalogueApp();
    await putTelegram(store);
    const table = /<table.*?<\/table>/s.exec(await html(client))?.[0] ?? '';
    const rows = [...table.matchAll(/<tr role="row".*?<\/tr>/gs)].map(([row]) => words(row));
    const row = (of: string) => rows.find((candidate) => candidate.includes(of));
    expect(row('Секретно')).toContain('Not translated');
    expect(row('Товарищу')).not.toContain('Not translated');
    expect(row('Копия')).toContain('Not translated');
    // Next to the one above: it has been said.
    expect(row('Верно')).not.toContain('Not translated');
    expect(row('[A stamp]')).toContain('Without an original on these leaves');
    expect(row('[A stamp]')).toContain('Leaf not held');
  });
});

describe('the scans of a document', () => {
  it('are told with their sizes, files and the day on which they were read in', async () => {
    const { store, client } = catalogueApp();
    const [first, second] = telegram().pages;
    if (first?.image === undefined || second?.image === undefined) throw new Error('two leaves have scans');
    const pages = [
      { ...first, image: { ...first.image, resolution: 300 } },
      {
        ...second,
        image: { ...second.image, width: 1000, height: 1400, part: 1, file: 'images/secret/two.jpg' },
      },
      lostPage('707'),
    ];
    await store.putDocument({ ...telegram(), pages });
    const shown = /<div class="scan-facts">.*?<\/table>/s.exec(await html(client))?.[0] ?? '';
    const said = words(shown);
    expect(said).toContain(
      '2 of 3 leaves are held as scans: JPEG and TIFF, from 1,000 × 1,400 pixels to 2,000 × 2,800 pixels, 300 dpi where stated.',
    );
    expect(said).toMatch(/705 2,000 × 2,800 pixels 705\.tif 300 dpi \d+ \w+ \d{4}/);
    expect(said).toContain('706 1,000 × 1,400 pixels two.jpg, page 2 in the file not stated');
    expect(said).not.toContain('secret');
  });
});

describe('Share on a document’s page', () => {
  it('has the address, the manifest to be dragged and every leaf, without a script', async () => {
    const { store, client } = catalogueApp();
    await putTelegram(store);
    const share = (shown: string) => /<section class="share".*?<\/section>/s.exec(shown)?.[0] ?? '';
    const shown = share(await html(client));
    const manifest = `${base}/iiif/documents/telegram/manifest`;
    const addresses = [...shown.matchAll(/href="([^"]+)"/g)].map(([, address]) => address);
    expect(addresses).toEqual([
      `${base}/documents/telegram`,
      `${base}/viewer?manifest=${encodeURIComponent(manifest)}`,
      ...['705', '706', '707'].map((id) => `${base}/read/telegram?page=${id}`),
    ]);
    const chosen = share(await html(client, '/documents/telegram?text=en'));
    expect(chosen).toContain(`href="${base}/documents/telegram?text=en"`);
  });
});

describe('the record of a document', () => {
  it('leads from its terms to searches that find the document', async () => {
    const { store, client } = catalogueApp();
    await putTelegram(store);
    const shown = await html(client);
    const searches = [...shown.matchAll(/href="([^"]*\/search\?[^"]*)"/g)].map(([, address = '']) =>
      address.replaceAll('&amp;', '&').slice(base.length),
    );
    expect(searches.map((address) => decodeURIComponent(address.replaceAll('+', ' ')))).toEqual([
      '/search?kind=telegram',
      '/search?person=Shtykov',
      '/search?place=Pyongyang',
      '/search?q="Bridges  blown  up"',
      '/search?language=ru',
      '/search?repository=Archive',
    ]);
    for (const address of searches) {
      expect(await html(client, address), address).toContain(`href="${base}/documents/telegram`);
    }
  });

  it('has its dates as times, its other summaries, former ids and access', async () => {
    const { store, client } = catalogueApp();
    await putTelegram(store);
    const shown = await html(client);
    expect(shown.match(/<time dateTime="1950-10-07">/g)).toHaveLength(2);
    expect(shown).toMatch(
      /<summary>Summary in Russian<\/summary><p class="lead" lang="ru" dir="ltr">По-русски\./,
    );
    expect(shown).toMatch(/<summary>Another summary<\/summary><p class="lead">In none\./);
    expect(shown).toContain('<dt>Former ids</dt><dd>telegram-old</dd>');
    expect(shown).toContain('<dt>Access</dt><dd>Open to all</dd>');
    expect(shown).toMatch(/<dt>Published here since<\/dt><dd><time /);
  });
});

it('escapes hostile words in everything that is told of a text', async () => {
  const { store, client } = catalogueApp();
  const hostile = '"><script>alert(1)</script>';
  const [ru, en] = telegram(
    [line('s1', hostile, '705'), ...LINES.slice(1)],
    [...RENDERED.slice(0, 2), sentence('t3', hostile, [], '707')],
  ).texts;
  if (ru === undefined || en === undefined) throw new Error('there are two texts');
  await store.putDocument({
    ...telegram(),
    pages: [page('705', { folio: hostile }), page('706'), lostPage('707')],
    record: record({ kind: hostile, subjects: [{ en: [hostile] }], languages: ['ru'], formerly: ['x'] }),
    texts: [
      { ...ru, sources: [{ file: hostile, format: 'alto' }] },
      { ...en, rights: 'javascript:alert(1)' },
    ],
  });
  const shown = await html(client, '/documents/telegram?text=en');
  expect(shown).not.toContain('<script>alert');
  expect(shown).not.toContain('href="javascript');
});
