import { describe, expect, it } from 'vitest';
import { fetchJson } from '../../../viewer/state/fetch-json.ts';

const address = 'https://example.org/state';
const answer = (body: BodyInit, init?: ResponseInit) => () => Promise.resolve(new Response(body, init));

describe('fetching a content state', () => {
  it('gives the JSON that stands there, asked for without cookies and with a limit in time', async () => {
    let asked: RequestInit | undefined;
    const loaded = await fetchJson(address, (_, options) => {
      asked = options;
      return answer('{"id":"Пхеньян"}')();
    });
    expect(loaded).toEqual({ json: { id: 'Пхеньян' } });
    expect(asked?.credentials).toBe('omit');
    expect(asked?.signal).toBeInstanceOf(AbortSignal);
    // Whoever sends quotes in Accept to another server has to ask it for permission first (Fetch, CORS-unsafe).
    expect(JSON.stringify(asked?.headers)).not.toContain('\\"');
  });

  it('says what the server answered instead', async () => {
    expect(await fetchJson(address, answer('', { status: 403 }))).toEqual({
      failure: 'The server that the link names answered 403.',
    });
    const headers = { 'content-type': 'text/html' };
    for (const body of ['<p>', '', new Uint8Array([0x22, 0xff, 0x22])]) {
      const loaded = await fetchJson(address, answer(body, { headers }));
      expect(loaded).toMatchObject({ failure: expect.stringMatching(/not JSON.*text\/html/) });
    }
    expect(await fetchJson(address, () => Promise.reject(new TypeError('Failed to fetch')))).toMatchObject({
      failure: expect.stringContaining('CORS'),
    });
  });

  it('gives a page that stands there instead to whoever looks for its links', async () => {
    const headers = { 'content-type': 'text/html; charset=utf-8', link: '</m>; rel="alternate"' };
    expect(await fetchJson(address, answer('<p>Скан', { headers }))).toMatchObject({
      page: { address, html: '<p>Скан', links: headers.link },
    });
    const file = await fetchJson(address, answer('%PDF', { headers: { ...headers, 'content-type': 'a/b' } }));
    expect(file).toMatchObject({ page: { html: '', links: headers.link } });
    expect(await fetchJson(address, answer('{}', { headers }))).toEqual({ json: {} });
    const long = answer('a'.repeat(9 * 1024 * 1024), { headers });
    expect(await fetchJson(address, long)).toEqual({ failure: 'What the link names is too large.' });
  });

  it('stops reading what has no end', async () => {
    let sent = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(8 * 1024 * 1024));
      },
      cancel: () => {
        cancelled = true;
      },
    });
    expect(await fetchJson(address, answer(body))).toEqual({ failure: 'What the link names is too large.' });
    expect(cancelled).toBe(true);
    expect(sent).toBeLessThan(20);
  });
});
