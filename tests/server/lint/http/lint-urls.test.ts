import { describe, expect, it } from 'vitest';
import type { Fetch } from '../../../../server/lint/http/asker.ts';
import type { Limits } from '../../../../server/lint/http/limits.ts';
import { lintUrls, type UrlReport } from '../../../../server/lint/http/lint-urls.ts';
import { body, change, HTTP_FAULTS, SIZE_FAULT } from './faults.ts';
import {
  COLLECTION,
  description,
  fetchFrom,
  INFO,
  MANIFEST,
  specimenWeb,
  TEXT_PAGE,
  type Web,
} from './web.ts';

describe('a lint of a URL', () => {
  it('says nothing against a web in which all is well, and looks at all of it', async () => {
    const web = specimenWeb();
    const asked: string[] = [];
    const report = await lintUrls([MANIFEST], { fetch: fetchFrom(web, asked) });
    expect(places(report)).toEqual([]);
    expect(report.notes).toEqual([]);
    expect(report.outcomes.map(({ source }) => source)).toEqual([MANIFEST, TEXT_PAGE]);
    expect(new Set(asked.map((line) => line.split(' ')[1]))).toEqual(new Set(web.keys()));
    expect(report.asked).toBe(asked.length);
  });

  it.each(HTTP_FAULTS)(
    'finds $code at $at of $source, and nothing else',
    async ({ code, source, at, plant }) => {
      const web = specimenWeb();
      plant(web);
      const report = await lintUrls([MANIFEST], { fetch: fetchFrom(web) });
      expect(places(report)).toEqual([`${source} ${at} ${code}`]);
    },
  );

  it('compares sizes with those of the image service, in its block and by proportions', async () => {
    const web = specimenWeb();
    SIZE_FAULT(web);
    const report = await lintUrls([MANIFEST], { fetch: fetchFrom(web) });
    expect(places(report)).toEqual(
      Array(3).fill(`${MANIFEST} $.thumbnail[0].service[0] image-service-differs`),
    );
  });

  it('judges an annotation page by the canvas that it belongs to', async () => {
    const web = specimenWeb();
    const outside = 'https://example.org/iiif/letter/canvas/1#xywh=100,100,9000,40';
    body(TEXT_PAGE, { 'items.0.target': outside })(web);
    expect(places(await lintUrls([MANIFEST], { fetch: fetchFrom(web) }))).toEqual([
      `${TEXT_PAGE} $.items[0].target selector-outside`,
    ]);
    body(TEXT_PAGE, { 'items.0.target': 'https://example.org/iiif/letter/canvas/2' })(web);
    expect(places(await lintUrls([MANIFEST], { fetch: fetchFrom(web) }))).toEqual([
      `${TEXT_PAGE} $.items[0].target target-elsewhere`,
    ]);
  });

  it('goes into the members of a collection only where it is told to', async () => {
    const fetch = fetchFrom(specimenWeb());
    const without = await lintUrls([COLLECTION], { fetch });
    expect(without.outcomes.map(({ source }) => source)).toEqual([COLLECTION]);
    const all = await lintUrls([COLLECTION], { fetch, follow: true });
    expect(all.outcomes.map(({ source }) => source)).toEqual([COLLECTION, MANIFEST, TEXT_PAGE]);
    expect(places(all)).toEqual([]);
  });

  it('goes through collections that hold each other once', async () => {
    const web = specimenWeb();
    const other = 'https://example.org/iiif/collections/other';
    const label = { en: ['Other'] };
    const empty = { '@context': 'http://iiif.io/api/presentation/3/context.json', type: 'Collection', label };
    const pointer = (id: string) => ({ id, type: 'Collection', label });
    web.set(other, description({ ...empty, id: other, items: [pointer(COLLECTION), pointer(other)] }));
    body(COLLECTION, { items: [pointer(other)] })(web);
    const report = await lintUrls([COLLECTION], { fetch: fetchFrom(web), follow: true });
    expect(report.outcomes.map(({ source }) => source)).toEqual([COLLECTION, other]);
    expect(places(report)).toEqual([]);
  });

  it('does not ask again for what it judges, when that is named in another place too', async () => {
    const count = async (web: Web) => {
      const asked: string[] = [];
      await lintUrls([MANIFEST], { fetch: fetchFrom(web, asked) });
      return asked.length;
    };
    const named = specimenWeb();
    body(TEXT_PAGE, { next: TEXT_PAGE })(named);
    expect(await count(named)).toBe(await count(specimenWeb()));
  });

  it('asks for nothing but the document where references are not wanted', async () => {
    const asked: string[] = [];
    await lintUrls([MANIFEST], { fetch: fetchFrom(specimenWeb(), asked), references: false });
    expect(new Set(asked.map((line) => line.split(' ')[1]))).toEqual(new Set([MANIFEST]));
  });

  it('judges info.json by its own address', async () => {
    const report = await lintUrls([INFO], { fetch: fetchFrom(specimenWeb()) });
    expect(report.outcomes).toMatchObject([{ verdict: { kind: { api: 'image', version: 3 } } }]);
    expect(places(report)).toEqual([]);
  });

  it('sends GET and HEAD alone, says who asks, and asks as a page of another site', async () => {
    const sent: Record<string, string>[] = [];
    const methods = new Set<string>();
    const fetch = fetchFrom(specimenWeb());
    const watching: Fetch = (url, init) => {
      methods.add(init.method);
      sent.push(init.headers);
      return fetch(url, init);
    };
    await lintUrls([MANIFEST], { fetch: watching });
    expect(methods).toEqual(new Set(['GET', 'HEAD']));
    expect(
      sent.every((one) => one['User-Agent']?.includes('lint') === true && one.Origin !== undefined),
    ).toBe(true);
  });

  it('takes a redirect for the address itself, whichever of both the id is', async () => {
    const old = 'https://example.org/manifests/letter.json';
    const web = specimenWeb();
    redirect(web, old, MANIFEST);
    const report = await lintUrls([old], { fetch: fetchFrom(web), references: false });
    expect(places(report)).toEqual([]);
  });
});

describe('what a lint could not read', () => {
  it.each([
    ['is not there', change(MANIFEST, { status: 404 }), 'it is answered with 404'],
    [
      'is no JSON',
      change(MANIFEST, { body: '{"id": "https://example.org/\u001b[31m' }),
      'it is no JSON (at position',
    ],
    ['is cut off', change(MANIFEST, { body: '{' }), 'it is no JSON'],
    [
      'leads round in a circle',
      (web: Web) => redirect(web, MANIFEST, MANIFEST),
      'it redirects more than 5 times',
    ],
    [
      'leads out of the web',
      (web: Web) => redirect(web, MANIFEST, 'file:///etc/passwd'),
      'it leads to no http or https address',
    ],
    ['leads nowhere', (web: Web) => redirect(web, MANIFEST, 'http://['), 'it redirects to no address'],
  ])('is told when it %s', async (_what, plant, why) => {
    const web = specimenWeb();
    plant(web);
    const { outcomes } = await lintUrls([MANIFEST], { fetch: fetchFrom(web) });
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({ source: MANIFEST, unread: expect.stringContaining(why) });
  });

  it('is asked for six times at most, where it redirects', async () => {
    const web = specimenWeb();
    redirect(web, MANIFEST, MANIFEST);
    const asked: string[] = [];
    await lintUrls([MANIFEST], { fetch: fetchFrom(web, asked) });
    expect(asked).toHaveLength(6);
  });

  it('is told when the server is not to be reached', async () => {
    const fetch: Fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }));
    const { outcomes } = await lintUrls([MANIFEST], { fetch });
    expect(outcomes).toEqual([{ source: MANIFEST, unread: 'it cannot be reached (connect ECONNREFUSED)' }]);
  });

  it('is told when the server does not answer in time', async () => {
    const { outcomes } = await lintUrls([MANIFEST], { fetch: hanging(), limits: { timeout: 20 } });
    expect(outcomes).toEqual([{ source: MANIFEST, unread: 'it does not answer within 0.02 seconds' }]);
  });

  it('is JSON that is no object, which is judged as what it is', async () => {
    const web = specimenWeb();
    change(MANIFEST, { body: '[]' })(web);
    const report = await lintUrls([MANIFEST], { fetch: fetchFrom(web) });
    expect(places(report)).toEqual([`${MANIFEST} $ document-unknown`]);
  });
});

describe('limits of a lint', () => {
  it('stop a body that does not end', async () => {
    const limits: Partial<Limits> = { bytes: 1000 };
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 400;
        controller.enqueue(new Uint8Array(400));
      },
    });
    const { outcomes } = await lintUrls([MANIFEST], {
      fetch: () => Promise.resolve(new Response(endless)),
      limits,
    });
    expect(outcomes).toEqual([{ source: MANIFEST, unread: 'it is larger than 1000 bytes' }]);
    expect(sent).toBeLessThan(3000);
  });

  it('stop after so many requests, and say how many were not sent', async () => {
    const asked: string[] = [];
    const report = await lintUrls([MANIFEST], {
      fetch: fetchFrom(specimenWeb(), asked),
      limits: { requests: 8 },
    });
    expect(asked).toHaveLength(8);
    expect(report.notes).toEqual([
      expect.stringMatching(/^Requests that were not sent: at least \d+; the limit is 8\.$/),
    ]);
    expect(places(report)).toEqual([]);
  });

  it('stop after so many documents, and say so', async () => {
    const report = await lintUrls([COLLECTION], {
      fetch: fetchFrom(specimenWeb()),
      follow: true,
      limits: { documents: 2 },
    });
    expect(report.outcomes.map(({ source }) => source)).toEqual([COLLECTION, MANIFEST]);
    expect(report.notes).toEqual(['Documents that were not judged: at least 1; the limit is 2.']);
  });

  it('stop when the time is over, and say so', async () => {
    let now = 0;
    const clock = () => now;
    const fetch = fetchFrom(specimenWeb());
    const slow: Fetch = (url, init) => {
      now += 1000;
      return fetch(url, init);
    };
    const report = await lintUrls([MANIFEST], { fetch: slow, clock, limits: { total: 7500 } });
    expect(report.asked).toBeLessThan(12);
    expect(report.notes).toEqual([expect.stringContaining('the time was over after 7.5 seconds')]);
  });

  it('keep requests under way few', async () => {
    let running = 0;
    let most = 0;
    const fetch = fetchFrom(specimenWeb());
    const counting: Fetch = async (url, init) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return fetch(url, init);
    };
    await lintUrls([MANIFEST], { fetch: counting, limits: { concurrency: 3 } });
    expect(most).toBe(3);
  });

  it('ask again for what was too much to hold', async () => {
    const askedFor = async (limits: Partial<Limits>) => {
      const asked: string[] = [];
      const report = await lintUrls([MANIFEST], { fetch: fetchFrom(specimenWeb(), asked), limits });
      expect(report.outcomes.map(({ source }) => source)).toEqual([MANIFEST, TEXT_PAGE]);
      expect(places(report)).toEqual([]);
      return asked.filter((line) => line === `GET ${TEXT_PAGE}`).length;
    };
    expect(await askedFor({ held: 10 })).toBe((await askedFor({})) + 1);
  });
});

function places({ outcomes }: UrlReport): string[] {
  return outcomes.flatMap((outcome) =>
    'unread' in outcome
      ? [`${outcome.source} ${outcome.unread}`]
      : outcome.verdict.findings.map(({ path, code }) => `${outcome.source} ${path} ${code}`),
  );
}

function redirect(web: Web, from: string, to: string): void {
  web.set(from, { status: 302, headers: { location: to }, body: '', conditional: false });
}

/** Never answers, and gives up only when it is told to. */
function hanging(): Fetch {
  return (_url, { signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
      });
    });
}
