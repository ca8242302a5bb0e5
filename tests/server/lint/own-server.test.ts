import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintUrls, type Outcome } from '../../../server/lint/http/lint-urls.ts';
import { referencesOf } from '../../../server/lint/http/references.ts';
import type { DocumentKind } from '../../../server/lint/document-kind.ts';
import { readDocument } from '../../../server/lint/reading.ts';
import { idOf } from '../../../viewer/iiif/json.ts';
import { ALTO_SETS, archiveOfSet, OTHER_ALTO_SETS } from '../../support/alto-sets.ts';
import { putLetters } from '../../support/many-documents.ts';
import { officialSchema } from '../../support/official-schema.ts';
import { NO_SHARED_DATA, sharedData } from '../../support/shared-data.ts';
import { testApp } from '../../support/test-app.ts';

const schema = officialSchema();

const root = dirname(dirname(dirname(import.meta.dirname)));

describe('what Diptych publishes of the specimen archive', () => {
  it('breaks no rule of the linter, down to every annotation', async () => {
    const { base, ingest } = await testApp(root);
    await ingest();
    const kinds = await lintAll(base);
    expect([...new Set(kinds)].sort()).toEqual([...EVERY_KIND, 'AnnotationPage', 'Range', 'image'].sort());
    expect(kinds.length).toBeGreaterThan(300);
  });
});

/** Kinds that every document with a text has. */
const EVERY_KIND = ['Annotation', 'AnnotationCollection', 'Canvas', 'Manifest'];

describe.each([...ALTO_SETS, ...OTHER_ALTO_SETS])('what Diptych publishes of $set', (alto) => {
  const folder = sharedData(alto.set);
  const why = folder === undefined ? ` (skipped: ${NO_SHARED_DATA})` : '';

  it.skipIf(folder === undefined)(
    `breaks no rule of the linter, down to every annotation${why}`,
    async () => {
      const { base, ingest } = await testApp(archiveOfSet(folder ?? '', alto));
      await ingest();
      const kinds = await lintAll(base);
      expect(kinds.filter((kind) => kind === 'Canvas')).toHaveLength(alto.pages);
      expect(kinds).toEqual(expect.arrayContaining(EVERY_KIND));
      const manifest = `${base}/iiif/documents/set/manifest`;
      const older = await lintUrls([manifest.replace('/iiif/', '/iiif/2/')], { fetch });
      expect(counted(older.outcomes, base)).toEqual({});
      if (schema.present) expect(schema.whole(await (await fetch(manifest)).json())).toEqual([]);
    },
    120_000,
  );
});

describe('what Diptych publishes of three thousand documents in one collection', () => {
  it('breaks no rule of the linter, whichever version it is told in', async () => {
    const { base, store, folder } = await testApp(root);
    const record = { title: { en: ['Letters'], ru: ['Письма'] }, order: [] };
    await store.putCollections([
      { id: 'top', parent: undefined, folder: 'manifests', position: 0, record },
      { id: 'letters', parent: 'top', folder: 'manifests/letters', position: 0, record },
    ]);
    await putLetters(join(folder, 'state', 'store.sqlite'), 'letters', 3000);
    const whole = `${base}/iiif/collections/letters`;
    // Those of 1 and 2 have more than a thousand documents, and parts of their own.
    const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '19', '20', '29'];
    const urls = [whole, ...keys.map((key) => `${whole}/parts/letter-${key}`)].flatMap((url) => [
      url,
      url.replace('/iiif/', '/iiif/2/'),
    ]);
    const { outcomes, notes } = await lintUrls(urls, { fetch, references: false });
    expect(notes).toEqual([]);
    expect(outcomes).toHaveLength(urls.length);
    expect(counted(outcomes, base)).toEqual({});
  });
});

/** Everything below the root, each at its own address. @returns the kinds of what was found there. */
async function lintAll(base: string): Promise<string[]> {
  const limits = { documents: 20_000, requests: 40_000 };
  const tree = await lintUrls([`${base}/iiif/collections/top`], { fetch, follow: true, limits });
  expect(tree.notes).toEqual([]);
  expect(counted(tree.outcomes, base)).toEqual({});
  // What is embedded there is published at its own address as well.
  const urls = await ownUrls(
    tree.outcomes.map(({ source }) => source),
    base,
  );
  const { outcomes, notes } = await lintUrls(urls, { fetch, references: false, limits });
  expect(notes).toEqual([]);
  expect(outcomes).toHaveLength(urls.length);
  expect(counted(outcomes, base)).toEqual({});
  return outcomes.flatMap((outcome) => ('verdict' in outcome ? [kindOf(outcome.verdict.kind)] : []));
}

function kindOf(kind: DocumentKind): string {
  return 'kind' in kind ? kind.kind : kind.api;
}

function counted(outcomes: readonly Outcome[], base: string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) {
    const place = outcome.source.replace(base, '');
    const faults = 'unread' in outcome ? [outcome.unread] : outcome.verdict.findings.map(({ code }) => code);
    for (const fault of faults) counts.set(`${fault} ${place}`, (counts.get(`${fault} ${place}`) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

/** Addresses of whatever these documents hold, and of the images that they paint. */
async function ownUrls(sources: readonly string[], base: string): Promise<string[]> {
  const urls = new Set<string>();
  for (const source of sources) {
    const document: unknown = await (await fetch(source)).json();
    const reading = readDocument(document);
    for (const reference of referencesOf(reading)) {
      if (reference.kind === 'image-service') urls.add(`${reference.url}/info.json`);
    }
    for (const { kind, value, place } of reading.nodes) {
      const id = idOf(value);
      const isOwn = id?.startsWith(`${base}/iiif/`) === true && !id.includes('#');
      if (
        isOwn &&
        (place === 'embedded' || kind === 'AnnotationCollection') &&
        kind !== 'Content' &&
        kind !== 'Service'
      )
        urls.add(id);
    }
    if (source.endsWith('/manifest')) urls.add(source.replace('/iiif/', '/iiif/3/'));
  }
  return [...urls];
}
