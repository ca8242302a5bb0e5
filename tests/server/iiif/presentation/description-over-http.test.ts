import { beforeEach, describe, expect, it } from 'vitest';
import { telegram } from '../../../support/telegram.ts';
import { json, presentationClient, type PresentationClient } from '../../../support/presentation-client.ts';

const PROFILED = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"';
const OLD_PROFILED = 'application/ld+json;profile="http://iiif.io/api/presentation/2/context.json"';

let store: PresentationClient['store'];
let client: PresentationClient['client'];

beforeEach(async () => {
  ({ store, client } = await presentationClient());
});

describe('over HTTP', () => {
  it.each([
    [undefined, PROFILED],
    ['*/*', PROFILED],
    ['application/ld+json', PROFILED],
    [PROFILED, PROFILED],
    [`application/json;q=0.5, ${PROFILED}`, PROFILED],
    ['image/png', PROFILED],
    ['application/json', 'application/json'],
  ])('answers Accept: %s with %s', async (accept, type) => {
    const asked = client.get('/iiif/documents/telegram/manifest');
    const response = await (accept === undefined ? asked.unset('Accept') : asked.set('Accept', accept));
    expect(response.headers['content-type']).toBe(type);
    expect(response.headers.vary).toMatch(/\bAccept\b(?!-)/);
    expect(response.headers['cache-control']).toBe('no-cache');
  });

  it('compresses, and answers 304 to who has it already, until it changes', async () => {
    const path = '/iiif/documents/telegram/manifest';
    const first = await client.get(path).set('Accept-Encoding', 'gzip').expect(200);
    expect(first.headers['content-encoding']).toBe('gzip');
    expect(first.headers.vary).toMatch(/\bAccept-Encoding\b/);
    const etag = first.headers.etag ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await client.get(path).set('If-None-Match', etag).expect(304);
    expect(again.text).toBe('');
    expect(again.headers).toMatchObject({ etag, vary: first.headers.vary });
    const [pageOne] = telegram().pages;
    await store.putDocument({ ...telegram(), pages: pageOne === undefined ? [] : [pageOne] });
    await client.get(path).set('If-None-Match', etag).expect(200);
  });

  it('gives every form and every coding of a description a tag of its own, and its length', async () => {
    const path = '/iiif/documents/telegram/manifest';
    const tags = new Set<unknown>();
    for (const accept of ['application/json', PROFILED, OLD_PROFILED]) {
      for (const coding of ['gzip', 'identity']) {
        const head = await client.head(path).set({ Accept: accept, 'Accept-Encoding': coding }).expect(200);
        const got = await client.get(path).set({ Accept: accept, 'Accept-Encoding': coding }).expect(200);
        expect(got.headers.etag).toBe(head.headers.etag);
        expect(got.headers['content-length']).toBe(head.headers['content-length']);
        expect(head.headers['content-encoding']).toBe(coding === 'gzip' ? 'gzip' : undefined);
        if (coding === 'identity') {
          expect(Number(got.headers['content-length'])).toBe(Buffer.byteLength(got.text));
        }
        tags.add(got.headers.etag);
      }
    }
    expect(tags.size).toBe(6);
  });

  it('answers HEAD with the headers alone', async () => {
    const path = '/iiif/documents/telegram/texts/ru/pages/705';
    const head = await client.head(path).expect(200);
    expect(head.headers['content-type']).toBe(PROFILED);
    expect(head.text).toBeFalsy();
  });

  it('serves our terms as JSON-LD', async () => {
    const response = await client.get('/iiif/context.json').expect(200);
    expect(response.headers['content-type']).toBe('application/ld+json');
    expect(json(response)).toMatchObject({
      '@context': { renders: { '@id': 'https://example.org/iiif/context.json#renders', '@type': '@id' } },
    });
  });
});
