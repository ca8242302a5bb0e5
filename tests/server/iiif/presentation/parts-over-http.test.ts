import { beforeEach, describe, expect, it } from 'vitest';
import { putLetters } from '../../../support/many-documents.ts';
import { ingestedDocument } from '../../../support/stored-document.ts';
import { json, presentationClient, type PresentationClient } from '../../../support/presentation-client.ts';

let store: PresentationClient['store'];
let client: PresentationClient['client'];
let file: PresentationClient['file'];

beforeEach(async () => {
  ({ store, client, file } = await presentationClient());
});

describe('a collection of very many documents', () => {
  const annexes = 'https://example.org/iiif/collections/annexes';
  const put = (id: string, position: number) =>
    store.putDocument(ingestedDocument({ id, collection: 'annexes', position, pages: [] }));

  beforeEach(() => putLetters(file, 'annexes', 1000));

  it('is one list as long as that is no longer than a thousand', async () => {
    const whole = json(await client.get('/iiif/collections/annexes').expect(200));
    expect(whole).toHaveProperty('items.length', 1000);
    expect(whole).not.toHaveProperty('metadata');
    // In the order of the archive.
    expect(whole).toHaveProperty('items.0.id', 'https://example.org/iiif/documents/letter-1000/manifest');
    const part = json(await client.get('/iiif/collections/annexes/parts/letter-99').expect(200));
    expect(part).toMatchObject({ partOf: [{ id: annexes }] });
    expect(part).toHaveProperty('items.length', 11);
  });

  it('is published in parts by the beginnings of ids, in both versions', async () => {
    await put('letter', 1001);
    const whole = json(await client.get('/iiif/collections/annexes').expect(200));
    expect(whole).toMatchObject({
      metadata: [{ label: { en: ['Documents'] }, value: { en: ['1,001'], ru: ['1\u00A0001'] } }],
      items: [
        { id: `${annexes}/parts/letter-`, type: 'Collection', label: { en: ['Documents “letter-…”'] } },
        { id: 'https://example.org/iiif/documents/letter/manifest', type: 'Manifest' },
      ],
    });
    expect(whole).toHaveProperty('items.length', 2);

    const part = json(await client.get('/iiif/collections/annexes/parts/letter-').expect(200));
    expect(part).toMatchObject({
      id: `${annexes}/parts/letter-`,
      label: { en: ['Documents “letter-…”'], ru: ['Документы «letter-…»'] },
      provider: [{ label: { en: ['Specimen Archive'] } }],
      partOf: [{ id: annexes, type: 'Collection', label: { en: ['Annexes'] } }],
      homepage: [{ id: 'https://example.org/collections/annexes' }],
    });
    expect(part).toHaveProperty('items.length', 1000);

    const old = json(await client.get('/iiif/2/collections/annexes').expect(200));
    expect(old).toMatchObject({
      collections: [
        {
          '@id': 'https://example.org/iiif/2/collections/annexes/parts/letter-',
          '@type': 'sc:Collection',
        },
      ],
      manifests: [{ '@id': 'https://example.org/iiif/2/documents/letter/manifest' }],
    });
    const oldPart = json(await client.get('/iiif/2/collections/annexes/parts/letter-').expect(200));
    expect(oldPart).toMatchObject({
      '@id': 'https://example.org/iiif/2/collections/annexes/parts/letter-',
      within: 'https://example.org/iiif/2/collections/annexes',
    });
    expect(oldPart).toHaveProperty('manifests.length', 1000);
    const newer = await client.get('/iiif/3/collections/annexes/parts/letter-').expect(200);
    expect(json(newer)).toHaveProperty('id', 'https://example.org/iiif/3/collections/annexes/parts/letter-');
  });

  it('lists the parts of a part that has grown, whose address stays', async () => {
    await put('letter', 1001);
    await put('letter-1001', 1002);
    const part = json(await client.get('/iiif/collections/annexes/parts/letter-').expect(200));
    expect(part).toHaveProperty('items.length', 9);
    expect(part).toHaveProperty('items.0.id', `${annexes}/parts/letter-1`);
    const below = json(await client.get('/iiif/collections/annexes/parts/letter-9').expect(200));
    expect(below).toMatchObject({ partOf: [{ id: `${annexes}/parts/letter-` }] });
    expect(below).toHaveProperty('items.length', 111);
  });

  it('says which parts are not there, and which are no longer', async () => {
    for (const key of ['memo', 'letter-0', 'Letter', '-', 'letter-%7B', '%00', 'a'.repeat(200)]) {
      const response = await client.get(`/iiif/collections/annexes/parts/${key}`).expect(404);
      expect(json(response)).toEqual({ error: 'collection-not-found' });
    }
    await client.get('/iiif/collections/nowhere/parts/letter-').expect(404);
    await client.get('/iiif/collections/annexes/parts/letter-1000').expect(200);
    await store.retireDocument('letter-1000');
    const gone = await client.get('/iiif/collections/annexes/parts/letter-1000').expect(410);
    expect(json(gone)).toEqual({ error: 'collection-gone' });
  });
});
