import { describe, expect, it } from 'vitest';
import { collectionOf, entriesWith, readCollection } from '../../../viewer/iiif/collection.ts';
import { mendedManifest } from '../../../viewer/iiif/mended-manifest.ts';

const at = (path: string) => `https://archive.example/${path}`;
const title = (value: string, language = 'en') => ({ values: [value], language });

describe('what a manifest is in', () => {
  const canvases = [{ id: 'c1', type: 'Canvas' }];

  it('is told by either version, and by a mended manifest too', () => {
    const three = {
      ...{ type: 'Manifest', items: canvases },
      partOf: [
        { id: at('range'), type: 'Range' },
        { id: at('delo'), type: 'Collection', label: { en: ['Delo 12'], ru: ['Дело 12'] } },
      ],
    };
    const two = {
      ...{ '@type': 'sc:Manifest', sequences: [{ canvases: [{ '@id': 'c1' }] }] },
      within: { '@id': at('delo'), '@type': 'sc:Collection', label: 'Delo 12' },
    };
    for (const manifest of [three, mendedManifest(three)]) {
      expect(collectionOf(manifest, 'ru')).toEqual({
        ...{ kind: 'collection', address: at('delo'), title: title('Дело 12', 'ru') },
      });
    }
    for (const manifest of [two, mendedManifest(two)]) {
      expect(collectionOf(manifest, 'en')).toMatchObject({
        address: at('delo'),
        title: title('Delo 12', ''),
      });
    }
    expect(collectionOf({ within: at('delo') }, 'en')).toMatchObject({ address: at('delo') });
  });

  it('is nothing where no collection is named, or none that could be asked', () => {
    expect(collectionOf({}, 'en')).toBeUndefined();
    expect(collectionOf({ partOf: [{ id: at('m'), type: 'Manifest' }] }, 'en')).toBeUndefined();
    expect(
      collectionOf({ partOf: [{ id: 'javascript:alert(1)', type: 'Collection' }] }, 'en'),
    ).toBeUndefined();
    expect(collectionOf('x', 'en')).toBeUndefined();
  });
});

describe('a collection', () => {
  const json = {
    ...{ id: at('opis'), type: 'Collection', label: { en: ['Opis 3'] } },
    partOf: [{ id: at('fond'), type: 'Collection', label: { en: ['Fond 7'] } }],
    items: [
      { id: at('delo'), type: 'Collection', label: { en: ['Letters from Pyŏkho'] } },
      { id: at('telegram'), type: 'Manifest', label: { en: ['Telegram No. 318, Pyŏkho'] } },
      { id: at('unnamed'), type: 'Manifest' },
      { id: 'urn:x', type: 'Manifest' },
      { id: at('canvas'), type: 'Canvas' },
      null,
    ],
  };

  it('tells what is in it and what it is in', () => {
    const collection = readCollection(json, 'en');
    expect(collection?.title).toEqual(title('Opis 3'));
    expect(collection?.above).toEqual({ kind: 'collection', address: at('fond'), title: title('Fond 7') });
    expect(collection?.entries.map(({ kind, address }) => [kind, address])).toEqual([
      ['collection', at('delo')],
      ['document', at('telegram')],
      ['document', at('unnamed')],
    ]);
  });

  it('is read in the words of version 2, typed or not', () => {
    const members = (entry: object) => [{ '@id': at('m'), label: 'A letter', ...entry }];
    for (const two of [
      { members: members({ '@type': 'sc:Manifest' }) },
      { manifests: members({}) },
      { manifests: members({ '@type': 'sc:Manifest' }), collections: [] },
    ]) {
      expect(readCollection({ '@type': 'sc:Collection', ...two }, 'en')?.entries).toEqual([
        { kind: 'document', address: at('m'), title: title('A letter', '') },
      ]);
    }
    expect(readCollection({ type: 'Manifest', items: [] }, 'en')).toBeUndefined();
    expect(readCollection(null, 'en')).toBeUndefined();
  });

  it('is looked through by words of its titles, documents before collections', () => {
    const collection = readCollection(json, 'en') ?? { title: undefined, above: undefined, entries: [] };
    const found = (query: string) => entriesWith(query, collection).map(({ address }) => address);
    expect(found(' ')).toEqual([at('telegram'), at('unnamed'), at('delo')]);
    expect(found('pyokho')).toEqual([at('telegram'), at('delo')]);
    expect(found('318 TELEG')).toEqual([at('telegram')]);
    expect(found('318 letters')).toEqual([]);
    expect(found('unnamed')).toEqual([at('unnamed')]);
  });
});
