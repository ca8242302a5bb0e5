import { describe, expect, it } from 'vitest';
import { linksIn } from '../../../../viewer/iiif/links.ts';
import type { Segment } from '../../../../server/model/text.ts';
import { officialSchema } from '../../../support/official-schema.ts';
import { json, ORIGIN, presentationClient } from '../../../support/presentation-client.ts';
import { ingestedDocument, page, segment, text } from '../../../support/stored-document.ts';

const path = '/iiif/documents/telegram';
const schema = officialSchema();

const sentence = (id: string, value: string, parts: [string, number, number][], on = '705'): Segment =>
  segment(id, value, [on], {
    granularity: 'sentence',
    renders: parts.map(([name]) => name),
    link: {
      origin: 'machine',
      confidence: 0.8,
      parts: parts.map(([name, start, end]) => ({ segment: name, start, end })),
    },
  });

async function linkedClient() {
  const { client, store } = await presentationClient();
  const original = text('ru', [
    segment('s1', '𝔄 раз. Два', ['705']),
    segment('s2', 'три.', ['705']),
    segment('s3', 'Конец.', ['706']),
  ]);
  const translation = text(
    'en',
    [
      sentence('t1', 'One.', [['s1', 0, 7]]),
      sentence('t2', 'Two three,', [
        ['s1', 8, 11],
        ['s2', 0, 4],
      ]),
      sentence('t3', 'indeed.', [
        ['s1', 8, 11],
        ['s2', 0, 4],
      ]),
      segment('t4', 'A note.', ['706']),
    ],
    { role: 'translation', language: 'en', translationOf: 'ru' },
  );
  const alone = text('fr', [segment('f1', 'Un.', ['705'])], { role: 'translation', language: 'fr' });
  const texts = [original, translation, alone];
  await store.putDocument({ ...ingestedDocument({ pages: [page('705'), page('706')] }), texts });
  return client;
}

describe('links between two texts', () => {
  it('are linking annotations, m to n, with the parts that are rendered, by whom and how surely', async () => {
    const client = await linkedClient();
    const links = json(await client.get(`${path}/links/ru/en/pages/705`).expect(200));
    const base = `${ORIGIN}${path}`;
    const part = (id: string, start: number, end: number) => ({
      type: 'SpecificResource',
      source: { id: `${base}/texts/ru/annotations/${id}`, type: 'Annotation' },
      selector: { type: 'TextPositionSelector', start, end },
    });
    expect(links).toMatchObject({
      id: `${base}/links/ru/en/pages/705`,
      type: 'AnnotationPage',
      partOf: [{ id: `${base}/links/ru/en`, type: 'AnnotationCollection' }],
      next: `${base}/links/ru/en/pages/706`,
      items: [
        {
          motivation: ['linking'],
          body: [{ id: `${base}/texts/en/annotations/t1`, type: 'Annotation' }],
          // Characters of Unicode, of which the first takes two units here.
          target: [part('s1', 0, 6)],
          origin: 'machine',
          confidence: 0.8,
        },
        {
          body: [{ id: `${base}/texts/en/annotations/t2` }, { id: `${base}/texts/en/annotations/t3` }],
          target: [part('s1', 7, 10), `${base}/texts/ru/annotations/s2`],
        },
      ],
    });
    expect(linksIn(links)).toHaveLength(2);
    if (schema.present) expect(schema.whole(links)).toEqual([]);
  });

  it('are led to by the page of the translation, and by a collection of all pages', async () => {
    const client = await linkedClient();
    const texts = json(await client.get(`${path}/texts/en/pages/705`).expect(200));
    expect(texts).toMatchObject({
      service: [
        {
          id: `${ORIGIN}${path}/links/ru/en/pages/705`,
          type: 'AnnotationPage',
          profile: `${ORIGIN}/iiif/context.json#links`,
        },
      ],
      items: [{ linkedBy: 'machine', confidence: 0.8 }, {}, {}],
    });
    expect(json(await client.get(`${path}/texts/en/pages/706`).expect(200))).not.toHaveProperty('service');
    expect(json(await client.get(`${path}/links/ru/en`).expect(200))).toMatchObject({
      type: 'AnnotationCollection',
      first: { id: `${ORIGIN}${path}/links/ru/en/pages/705` },
      last: { id: `${ORIGIN}${path}/links/ru/en/pages/706` },
    });
  });

  it('have one address, whichever text is named first', async () => {
    const client = await linkedClient();
    const turned = json(await client.get(`${path}/links/en/ru`).expect(200));
    expect(turned).toMatchObject({ id: `${ORIGIN}${path}/links/ru/en` });
  });

  it.each(['ru/ru', 'ru/fr', 'en/fr', 'ru/none', 'none/en'])('are none between %s', async (pair) => {
    const client = await linkedClient();
    expect(json(await client.get(`${path}/links/${pair}`).expect(404))).toMatchObject({
      error: 'text-not-found',
    });
  });

  it('are none on a page that is not there', async () => {
    const client = await linkedClient();
    await client.get(`${path}/links/ru/en/pages/999`).expect(404);
  });
});
