import { Vault } from '@iiif/helpers/vault-node';
import { Traverse } from '@iiif/parser';
import { upgrade } from '@iiif/parser/upgrader';
import { Manifest, parseManifest } from 'manifesto.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { isRecord, recordsOf, type JsonRecord } from '../../viewer/iiif/json.ts';
import { factsOf, languageMapOf, linesOf, targetOf, type Facts, type LineFacts } from './facts.ts';
import { fetchJson, manifestsBelow } from './published.ts';
import { serveSpecimens } from './specimens.ts';

type Published = {
  manifest: JsonRecord;
  manifest2: JsonRecord;
  facts: Facts;
  /** By address. */
  pages: Map<string, JsonRecord>;
};

const published: Published[] = [];

beforeAll(async () => {
  const { base } = await serveSpecimens();
  for (const id of await manifestsBelow(`${base}/iiif/collections/top`)) {
    const manifest = await fetchJson(id);
    const facts = factsOf(manifest);
    const pages = new Map<string, JsonRecord>();
    for (const page of facts.pages.flat()) pages.set(page, await fetchJson(page));
    published.push({ manifest, manifest2: await fetchJson(inVersion2(id)), facts, pages });
  }
});

it('has manifests with canvases, ranges and lines to find again', () => {
  expect(published.length).toBeGreaterThan(2);
  expect(published.flatMap(({ facts }) => facts.canvases).length).toBeGreaterThan(8);
  expect(published.flatMap(({ facts }) => facts.ranges).length).toBeGreaterThan(8);
  const lines = published.flatMap(({ pages }) => [...pages.values()].flatMap(linesOf));
  expect(lines.length).toBeGreaterThan(100);
  for (const { value, target } of lines) expect([value, target]).not.toContain('');
});

describe('@iiif/parser', () => {
  it('comes by every canvas, range, page and line of 3.0', () => {
    for (const { manifest, facts, pages } of published) {
      const seen = { canvases: ids(), ranges: ids(), pages: ids(), lines: ids() };
      const traverse = new Traverse({
        canvas: [remember(seen.canvases)],
        range: [remember(seen.ranges)],
        annotationPage: [remember(seen.pages)],
        annotation: [remember(seen.lines)],
      });
      traverse.traverseUnknown(structuredClone(manifest));
      expect([...seen.canvases]).toEqual(facts.canvases.map(({ id }) => id));
      // It calls for the canvases within a range too.
      const ranges = facts.ranges.flatMap(({ id, items }) => [id, ...items]);
      expect(seen.ranges).toEqual(new Set(ranges));
      expect([...seen.pages]).toEqual(expect.arrayContaining(facts.pages.flat()));
      seen.lines.clear();
      for (const page of pages.values()) traverse.traverseUnknown(structuredClone(page));
      expect([...seen.lines].sort()).toEqual(
        [...pages.values()]
          .flatMap(linesOf)
          .map(({ id }) => id)
          .sort(),
      );
    }
  });

  it('makes the canvases, scans, labels, lists and ranges of 3.0 of our 2.1', () => {
    for (const { manifest2, facts } of published) {
      const upgraded = record(upgrade(structuredClone(manifest2)));
      const found = factsOf(upgraded);
      expect(upgraded.type).toBe('Manifest');
      expect(found.label).toEqual(facts.label);
      expect(found.canvases).toEqual(
        facts.canvases.map((canvas) => ({ ...canvas, scans: canvas.scans.map(imageOfVersion2) })),
      );
      expect(found.pages).toEqual(facts.pages.map((pages) => pages.map(inVersion2)));
      const labels = new Map(found.ranges.map(({ id, label }) => [id, label]));
      for (const { id, label } of facts.ranges) expect(labels.get(inVersion2(id)), id).toEqual(label);
    }
  });

  it('makes the lines of 3.0 of our lists of 2.1', async () => {
    for (const { pages } of published) {
      for (const [id, page] of pages) {
        const upgraded = record(upgrade(await fetchJson(inVersion2(id))));
        expect(withoutIds(linesOf(upgraded)), id).toEqual(withoutIds(linesOf(page)));
      }
    }
  });
});

describe('Vault of @iiif/helpers', () => {
  it('keeps every label, canvas, scan, page, range and line', async () => {
    for (const { manifest, facts, pages } of published) {
      const vault = new Vault();
      const loaded = record(await vault.loadManifest(String(manifest.id)));
      const get = (id: unknown): JsonRecord => record(vault.get(isRecord(id) ? String(id.id) : String(id)));
      const all = (refs: unknown) => recordsOf(refs).map((ref) => get(ref));
      const canvases = all(loaded.items);
      expect(languageMapOf(loaded.label)).toEqual(facts.label);
      expect(
        canvases.map(({ id, label, width, height, items }) => ({
          id,
          label,
          width,
          height,
          scans: all(items)
            .flatMap((page) => all(page.items))
            .flatMap(({ body }) => recordsOf(body).map(({ id }) => id)),
        })),
      ).toEqual(facts.canvases);
      expect(canvases.map(({ annotations }) => recordsOf(annotations).map(({ id }) => id))).toEqual(
        facts.pages,
      );
      for (const { id, label } of facts.ranges) expect(get(id).label, id).toEqual(label);
      for (const [id, page] of pages) {
        await vault.load(id);
        const lines = all(get(id).items).map((line) => {
          const [body = {}] = all(line.body);
          return { id: line.id, value: body.value, target: targetOf(line.target) };
        });
        expect(lines, id).toEqual(linesOf(page));
      }
    }
  });
});

describe('manifesto.js', () => {
  it.each([3, 2])('reads every label, canvas, scan and range of version %i', (version) => {
    for (const { manifest, manifest2, facts } of published) {
      const parsed = manifestOf(version === 3 ? manifest : manifest2);
      const own = version === 3 ? (id: string) => id : inVersion2;
      for (const [language, [label]] of Object.entries(facts.label))
        expect(parsed.getLabel().getValue(language)).toBe(label);
      const canvases = parsed.getSequences().flatMap((sequence) => sequence.getCanvases());
      expect(
        canvases.map((canvas) => ({
          id: canvas.id,
          label: { none: [canvas.getLabel().getValue()] },
          width: canvas.getWidth(),
          height: canvas.getHeight(),
          service: canvas.getCanonicalImageUri(100).replace(/\/full\/.*$/, ''),
        })),
      ).toEqual(
        facts.canvases.map(({ scans, ...canvas }) => ({
          ...canvas,
          // None for a leaf that is not held.
          service: (version === 3 ? scans : scans.map(imageOfVersion2)).join().replace(/\/full\/.*$/, ''),
        })),
      );
      for (const { id, label } of facts.ranges) {
        const range = parsed.getRangeById(own(id));
        for (const [language, [value]] of Object.entries(label))
          expect(range?.getLabel().getValue(language), id).toBe(value);
      }
    }
  });

  it('loads every line of our lists of 2.1', async () => {
    for (const { manifest2, pages } of published) {
      const canvases = manifestOf(manifest2)
        .getSequences()
        .flatMap((sequence) => sequence.getCanvases());
      for (const canvas of canvases) {
        for (const list of await canvas.getOtherContent()) {
          const page = [...pages].find(([id]) => inVersion2(id) === list.id)?.[1];
          expect(page, list.id).toBeDefined();
          const found = list.getResources().map((line) => ({
            id: line.id,
            value: record(line.getResource().__jsonld).chars,
            target: line.getOn(),
          }));
          expect(withoutIds(found), list.id).toEqual(withoutIds(linesOf(record(page))));
        }
      }
    }
  });
});

const ids = () => new Set<string>();

function remember(seen: Set<string>) {
  return <Resource extends { id?: string }>(resource: Resource): Resource => {
    if (resource.id !== undefined) seen.add(resource.id);
    return resource;
  };
}

function manifestOf(json: JsonRecord): Manifest {
  const parsed = parseManifest(json);
  if (!(parsed instanceof Manifest)) throw new Error('manifesto.js made no manifest of it');
  return parsed;
}

function record(value: unknown): JsonRecord {
  if (!isRecord(value)) throw new Error(`no object: ${String(value)}`);
  return value;
}

const withoutIds = (lines: readonly (Omit<LineFacts, 'value' | 'id'> & { value: unknown })[]) =>
  lines.map(({ value, target }) => ({ value, target }));

const inVersion2 = (id: string) => id.replace('/iiif/', '/iiif/2/');

const imageOfVersion2 = (id: string) =>
  id.replace('/iiif/image/3/', '/iiif/image/2/').replace('/full/max/', '/full/full/');
