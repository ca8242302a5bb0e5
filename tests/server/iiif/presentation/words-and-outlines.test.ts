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

describe('words and outlines', () => {
  it('have pages of their own, whose annotations can be fetched one by one', async () => {
    const words = json(await client.get(`${path}/texts/ru/pages/705/words`).expect(200));
    expect(words).toMatchObject({ id: `${base}/texts/ru/pages/705/words` });
    const ids = itemIds(words);
    expect(ids).toEqual([`${base}/texts/ru/annotations/s1.w1`, `${base}/texts/ru/annotations/s1.w2`]);
    for (const id of ids) expect(json(await client.get(pathOf(id)).expect(200))).toMatchObject({ id });
    const outlines = json(await client.get(`${path}/texts/ru/pages/705/outlines`).expect(200));
    expect(itemIds(outlines)).toEqual([`${base}/texts/ru/annotations/s1`, `${base}/texts/ru/annotations/s2`]);
  });

  it.each([
    `${path}/texts/ru/pages/706/words`,
    `${path}/texts/ru/pages/706/outlines`,
    `${path}/texts/en-a/words`,
    `${path}/texts/en-a/pages/705/words`,
    `${path}/texts/ru/annotations/s1.w0`,
    `${path}/texts/ru/annotations/s1.w3`,
    `${path}/texts/ru/annotations/s1.w01`,
    `${path}/texts/ru/annotations/s1.w`,
    `${path}/texts/ru/annotations/s1.w-1`,
    `${path}/texts/ru/annotations/s1.w99999999`,
    `${path}/texts/ru/annotations/s1.W1`,
    `${path}/texts/ru/annotations/s1.2.w1`,
    `${path}/texts/ru/annotations/s2.w1`,
    `${path}/texts/ru/annotations/s99.w1`,
    `/iiif/commenting/documents/telegram/texts/ru/annotations/s1.w1`,
  ])('are not there at %s', async (url) => {
    expect(json(await client.get(url).expect(404))).toMatchObject({ error: 'segment-not-found' });
  });
});

function itemIds(page: object): string[] {
  const items: unknown = 'items' in page ? page.items : [];
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => {
    if (typeof item === 'string') return [item];
    return typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
      ? [item.id]
      : [];
  });
}
function pathOf(url: string): string {
  return url.slice(ORIGIN.length);
}
