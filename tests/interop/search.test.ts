import {
  createSearch1AutocompleteStore,
  createSearch1Store,
  findSearch1Service,
} from '@iiif/helpers/search1';
import {
  createSearch2AutocompleteStore,
  createSearch2Store,
  findSearch2Service,
} from '@iiif/helpers/search2';
import { Vault } from '@iiif/helpers/vault-node';
import { ServiceProfile } from '@iiif/vocabulary';
import { parseManifest } from 'manifesto.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { isRecord, recordsOf } from '../../viewer/iiif/json.ts';
import { fetchJson } from './published.ts';
import { serveSpecimens } from './specimens.ts';

const DOCUMENT = 'telegram-1950-10-07';

let base: string;
let manifest: NonNullable<Awaited<ReturnType<Vault['loadManifest']>>>;
beforeAll(async () => {
  base = (await serveSpecimens()).base;
  const loaded = await new Vault().loadManifest(`${base}/iiif/documents/${DOCUMENT}/manifest`);
  if (loaded === undefined) throw new Error('the Vault loaded no manifest');
  manifest = loaded;
});

const canvas = () => `${base}/iiif/documents/${DOCUMENT}/canvases/705`;

describe('the search client of @iiif/helpers for version 2', () => {
  it('finds hits, each with its words, its context and its place', async () => {
    const service = findSearch2Service(manifest);
    if (service === null) throw new Error('it found no service');
    const store = createSearch2Store(service);
    expect(store.getState().hasAutocomplete).toBe(true);
    await store.getState().search({ q: 'товарищ', user: 'https://example.org/someone' });
    const { hits, resources, ignored, error } = store.getState();
    expect({ error, ignored }).toEqual({ error: false, ignored: ['user'] });
    expect(hits).toMatchObject([{ match: 'ТОВАРИЩУ', after: expect.stringMatching(/^ ЗАЛЕСЬЕВУ/) }]);
    expect(resources).toHaveLength(1);
    store.getState().nextHit();
    const { results, hit } = store.getState().highlight;
    expect(hit).toEqual(hits[0]);
    expect(String(results?.[0]?.target)).toMatch(
      new RegExp(`^${canvas().replaceAll('.', String.raw`\.`)}#xywh=\\d+,\\d+,\\d+,\\d+$`),
    );
  });

  it('completes words that it then finds', async () => {
    const service = findSearch2Service(manifest);
    if (service === null) throw new Error('it found no service');
    const autocomplete = createSearch2AutocompleteStore(service);
    await autocomplete.getState().search('тов');
    const terms = autocomplete.getState().results.map(({ value }) => value);
    expect(terms).toContain('ТОВАРИЩУ');
    const store = createSearch2Store(service);
    for (const q of terms) {
      await store.getState().search({ q });
      expect(store.getState().hits, q).not.toEqual([]);
    }
  });
});

describe('the search client of @iiif/helpers for version 1', () => {
  it('finds hits, each with its words, its context and its place', async () => {
    const service = findSearch1Service(manifest);
    if (service === null) throw new Error('it found no service');
    const store = createSearch1Store(service);
    await store.getState().search({ q: 'товарищ' });
    expect(store.getState().hits).toMatchObject([{ match: 'ТОВАРИЩУ' }]);
    store.getState().nextHit();
    const [result] = store.getState().highlight.results ?? [];
    expect(isRecord(result) ? result.on : '').toMatch(/\/canvases\/705#xywh=\d+,\d+,\d+,\d+$/);
  });

  it('completes words', async () => {
    const service = findSearch1Service(manifest);
    if (service === null) throw new Error('it found no service');
    const autocomplete = createSearch1AutocompleteStore(service);
    expect(autocomplete.getState().hasAutocomplete).toBe(true);
    await autocomplete.getState().search('тов');
    expect(autocomplete.getState().results.map(({ match }) => match)).toContain('ТОВАРИЩУ');
  });
});

it('the Vault of @iiif/helpers keeps every hit of an answer of version 2', async () => {
  const url = `${base}/iiif/search/2/documents/${DOCUMENT}?q=the`;
  const answer = await fetchJson(url);
  const vault = new Vault();
  const page = await vault.load(url);
  expect(recordsOf(isRecord(page) ? page.items : []).map(({ id }) => id)).toEqual(
    recordsOf(answer.items).map(({ id }) => id),
  );
  for (const { id, body } of recordsOf(answer.items)) {
    const kept: unknown = vault.get(String(id));
    const [keptBody] = recordsOf(isRecord(kept) ? kept.body : []);
    const value: unknown = vault.get(String(keptBody?.id));
    expect(value).toMatchObject({ value: isRecord(body) ? body.value : '' });
  }
});

it.each([3, 2])(
  'manifesto.js finds the service of version 1 and its autocomplete in our manifest %i',
  async (version) => {
    const json = await fetchJson(`${base}/iiif/${version}/documents/${DOCUMENT}/manifest`);
    const parsed = parseManifest(json);
    const service = parsed?.getService(ServiceProfile.SEARCH_1);
    expect(service?.id).toBe(`${base}/iiif/search/1/documents/${DOCUMENT}`);
    expect(service?.getService(ServiceProfile.SEARCH_1_AUTO_COMPLETE)?.id).toBe(
      `${base}/iiif/search/1/documents/${DOCUMENT}/autocomplete`,
    );
  },
);
