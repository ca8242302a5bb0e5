import { beforeEach, describe, expect, it } from 'vitest';
import {
  json,
  ORIGIN,
  presentationClient,
  type PresentationClient,
} from '../../../support/presentation-client.ts';

const path = '/iiif/documents/telegram';
const base = ORIGIN + path;

let client: PresentationClient['client'];

beforeEach(async () => {
  ({ client } = await presentationClient());
});

describe('a document with its texts as comments', () => {
  const commenting = `${ORIGIN}/iiif/commenting/documents/telegram`;

  it('has the canvases of the document and texts of its own, which are comments', async () => {
    const usual = json(await client.get(`${path}/manifest`).expect(200));
    const variant = json(await client.get('/iiif/commenting/documents/telegram/manifest').expect(200));
    const renamed: unknown = JSON.parse(
      JSON.stringify(usual)
        .replaceAll(`${base}/texts/`, `${commenting}/texts/`)
        .replaceAll(`${base}/manifest`, `${commenting}/manifest`),
    );
    expect(variant).toEqual(renamed);
    expect(JSON.stringify(variant)).toContain(`"${base}/canvases/705"`);
  });

  it('answers every id of its own, and names none of the others’ annotations', async () => {
    const seen = new Map<string, string>();
    const waiting = [`${commenting}/manifest`];
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      if (seen.has(url)) continue;
      const response = await client.get(pathOf(url));
      expect([url, response.status]).toEqual([url, 200]);
      expect(json(response)).toMatchObject({ id: url });
      seen.set(url, response.text);
      waiting.push(
        ...[...response.text.matchAll(/"(https:\/\/example\.org\/iiif\/commenting\/[^"#]*)/g)].map(
          ([, id = '']) => id,
        ),
      );
    }
    const all = [...seen.values()].join('');
    expect(all).not.toContain('supplementing');
    expect(all).not.toContain(`${base}/texts/`);
    // 1 manifest, 4 texts, 8 pages, 9 annotations
    expect(seen.size).toBe(22);
    expect(seen.get(`${commenting}/texts/en-a/pages/705`)).toContain(
      `${commenting}/texts/ru/annotations/s2.2`,
    );
  });
});

function pathOf(url: string): string {
  return url.slice(ORIGIN.length);
}
