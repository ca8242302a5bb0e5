import { dirname } from 'node:path';
import express from 'express';
import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { PublicUrls } from '../../server/http/public-urls.ts';
import { presentationRouter } from '../../server/iiif/presentation/router.ts';
import { ingest } from '../../server/ingest/ingest.ts';
import { inspectSource } from '../../server/pyramid/source-image.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { isRecord, listOf, recordsOf, type JsonRecord } from '../../viewer/iiif/json.ts';
import { collections, telegram } from '../support/telegram.ts';
import { problemsOf } from './presentation-2-rules.ts';

const base = 'https://example.org/archive';
const PROFILED = 'application/ld+json;profile="http://iiif.io/api/presentation/2/context.json"';

/** Responses of version 2.1 by the address that was asked: everything that one leads to. */
type Published = ReadonlyMap<string, JsonRecord>;

describe('Presentation API 2.1', () => {
  let specimens: Published;
  let made: Published;
  beforeAll(async () => {
    [specimens, made] = [await publishSpecimens(), await publishTelegram()];
  });

  it('is what every response of the specimen archive conforms to', () => {
    const types = countTypes(specimens);
    expect(types['sc:Manifest']).toBeGreaterThan(1);
    expect(types['sc:AnnotationList']).toBeGreaterThan(4);
    expect(types['oa:Annotation']).toBeGreaterThan(50);
    for (const [url, resource] of specimens) expect(problemsOf(resource, url), url).toEqual([]);
  });

  it('is what everything conforms to that a record, a page, a text and a link can be', () => {
    expect(countTypes(made)).toMatchObject({ 'sc:Range': 5, 'sc:Layer': 4, 'sc:Collection': 3 });
    for (const [url, resource] of made) expect(problemsOf(resource, url), url).toEqual([]);
  });

  it.each<[string, string, (resource: JsonRecord) => object, RegExp]>([
    ['another id', 'manifest', (resource) => ({ ...resource, '@id': `${base}/other` }), /@id is not/],
    [
      'a context that is not first',
      'manifest',
      ({ '@context': context, ...rest }) => ({ ...rest, '@context': context }),
      /first key/,
    ],
    [
      'a word of 3.0',
      'manifest',
      (resource) => ({ ...resource, summary: { en: ['s'] } }),
      /summary is no word/,
    ],
    ['no label', 'manifest', ({ label: _, ...rest }) => rest, /no label/],
    [
      'HTML in its label',
      'manifest',
      (resource) => ({ ...resource, label: '<b>Bold</b>' }),
      /may not be HTML/,
    ],
    [
      'HTML that is broken',
      'manifest',
      (resource) => ({ ...resource, description: '<p>a<br></p>' }),
      /well-formed/,
    ],
    [
      'a second sequence without a label',
      'manifest',
      (resource) => ({ ...resource, sequences: [...listOf(resource.sequences), { '@type': 'sc:Sequence' }] }),
      /sequences has no label/,
    ],
    ['a canvas twice', 'manifest', inCanvases(([first]) => [first, first]), /two canvases/],
    [
      'a fragment in a canvas’s id',
      'manifest',
      inCanvases((all) => all.map((one) => ({ ...one, '@id': `${String(one['@id'])}#1` }))),
      /fragment/,
    ],
    [
      'a canvas without a size',
      'manifest',
      inCanvases((all) => all.map((one) => ({ ...one, width: 0 }))),
      /no size/,
    ],
    [
      'texts that are embedded',
      'manifest',
      inCanvases((all) =>
        all.map((one) => ({
          ...one,
          otherContent: [{ '@id': 'https://a/b', '@type': 'sc:AnnotationList', resources: [] }],
        })),
      ),
      /embedded/,
    ],
    [
      'a range that is embedded',
      'manifest',
      (resource) => ({ ...resource, structures: [{ '@id': 'https://a/b', label: 'r', ranges: [{}] }] }),
      /by no URI/,
    ],
    [
      'an Image API 3',
      'canvases/705',
      (resource) => replaced(resource, 'image/2/', 'image/3/'),
      /no Image API 2/,
    ],
    [
      'a service without a context',
      'canvases/705',
      (resource) => replaced(resource, '"@context":"http://iiif.io/api/image', '"@value":"'),
      /no @context/,
    ],
    ['a way to lists and lists', 'texts/ru', (resource) => ({ ...resource, otherContent: [] }), /one way/],
    [
      'a motivation that no viewer shows',
      'texts/ru/pages/705',
      (resource) => replaced(resource, 'sc:painting', 'supplementing'),
      /motivation/,
    ],
  ])('forbids %s', (_, path, change, problem) => {
    const [url, resource] = [...made].find(([address]) => address.endsWith(`/telegram/${path}`)) ?? [];
    expect(resource).toBeDefined();
    expect(problemsOf(change(resource ?? {}), url ?? '').join('\n')).toMatch(problem);
  });
});

/** With other words in it, wherever they stand. */
function replaced(resource: JsonRecord, words: string, others: string): JsonRecord {
  const changed: unknown = JSON.parse(JSON.stringify(resource).replaceAll(words, others));
  return isRecord(changed) ? changed : {};
}

function inCanvases(change: (canvases: JsonRecord[]) => unknown[]) {
  return (manifest: JsonRecord) => {
    const [sequence] = recordsOf(manifest.sequences);
    return { ...manifest, sequences: [{ ...sequence, canvases: change(recordsOf(sequence?.canvases)) }] };
  };
}

/** The repository's own archive. Scans are measured, and none is made ready to be shown. */
async function publishSpecimens(): Promise<Published> {
  const store = openSqliteStore(':memory:');
  const archive = dirname(dirname(import.meta.dirname));
  const scans = {
    inspect: (file: string) => inspectSource(file, { maxPixels: 1_000_000_000 }),
    prepare: () => Promise.resolve(false),
    has: () => Promise.resolve(true),
  };
  await ingest({ archive, store, scans, concurrency: 2 });
  return publish(store);
}

async function publishTelegram(): Promise<Published> {
  const store = openSqliteStore(':memory:');
  await store.putCollections(collections());
  await store.putDocument(telegram());
  return publish(store);
}

async function publish(store: ReturnType<typeof openSqliteStore>): Promise<Published> {
  const urls = new PublicUrls(base);
  const client = supertest(express().use(presentationRouter({ store, urls })));
  const found = new Map<string, JsonRecord>();
  const waiting = [`${base}/iiif/2/collections/top`];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (found.has(url)) continue;
    const { body } = await client.get(url.slice(base.length)).set('Accept', PROFILED).expect(200);
    const resource: unknown = body;
    if (!isRecord(resource)) throw new Error(`${url} is no JSON object`);
    found.set(url, resource);
    waiting.push(...ownUrls(resource));
  }
  await store.close();
  return found;
}

/** Descriptions of ours that one names, images aside. */
function ownUrls(value: unknown): string[] {
  if (typeof value === 'string') {
    const [url = ''] = value.split('#');
    return /^https:\/\/example\.org\/archive\/iiif\/(2\/)?(documents|collections)\//.test(url) ? [url] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(ownUrls) : [];
}

function countTypes(published: Published): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const resource of published.values()) {
    const type = String(resource['@type']);
    counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}
