import { describe, expect, it } from 'vitest';
import { readContentState } from '../../../viewer/iiif/content-state.ts';
import { resolveContentState } from '../../../viewer/iiif/resolve-content-state.ts';

const manifest = 'https://example.org/manifest';
const canvas = 'https://example.org/canvas/7';
const annotation = 'https://example.org/annotation/1';
const partOf = [{ id: manifest, type: 'Manifest' }];
const region = { unit: 'pixel', box: { x: 1, y: 2, width: 3, height: 4 } };

/** Resolves what stands in `iiif-content` among these resources, and tells which were asked for. */
async function resolve(content: string | object, resources: Record<string, unknown>) {
  const asked: string[] = [];
  const state = readContentState(typeof content === 'string' ? content : JSON.stringify(content));
  const resolved = await resolveContentState(state, (address) => {
    asked.push(address);
    const json = resources[address];
    return Promise.resolve(json === undefined ? { failure: '404' } : { json });
  });
  return { resolved, asked };
}

describe('a content state that has to be fetched', () => {
  it('is a manifest, opened by the address that it was found at', async () => {
    const json = { id: 'http://old.example/manifest', type: 'Manifest', items: [] };
    const { resolved, asked } = await resolve(manifest, { [manifest]: json });
    expect(resolved).toEqual({
      ...{ outcome: 'open', destination: { kind: 'manifest', manifest } },
      ...{ manifest: json, notes: [] },
    });
    expect(asked).toEqual([manifest]);
    const version2 = { '@id': manifest, '@type': 'sc:Manifest', sequences: [] };
    expect((await resolve(manifest, { [manifest]: version2 })).resolved).toMatchObject({
      manifest: version2,
    });
  });

  it('is an annotation for it, which is treated as if it had come in the link', async () => {
    const state = {
      ...{ id: annotation, type: 'Annotation', motivation: ['contentState'] },
      target: { id: `${canvas}#xywh=1,2,3,4`, type: 'Canvas', partOf },
    };
    const { resolved, asked } = await resolve(annotation, { [annotation]: state });
    expect(resolved).toEqual({
      outcome: 'open',
      destination: { kind: 'annotation', manifest, canvas, annotation, region },
      ...{ manifest: undefined, notes: [] },
    });
    expect(asked).toEqual([annotation]);
  });

  it('is a line of a text, by way of its canvas to the manifest', async () => {
    const line = {
      id: annotation,
      type: 'Annotation',
      motivation: ['supplementing'],
      target: `${canvas}#xywh=1,2,3,4`,
    };
    const { resolved, asked } = await resolve(annotation, {
      [annotation]: line,
      [canvas]: { id: canvas, type: 'Canvas', partOf },
    });
    expect(resolved).toMatchObject({
      destination: { kind: 'annotation', manifest, canvas, annotation, region },
    });
    expect(asked).toEqual([annotation, canvas]);
  });

  it('is a range, which begins at one of its canvases', async () => {
    const range = 'https://example.org/range/2';
    const whole = {
      ...{ id: manifest, type: 'Manifest' },
      structures: [{ id: range, type: 'Range', items: [{ id: canvas, type: 'Canvas' }] }],
    };
    const { resolved, asked } = await resolve({ id: range, type: 'Range', partOf }, { [manifest]: whole });
    expect(resolved).toEqual({
      ...{ outcome: 'open', destination: { kind: 'canvas', manifest, canvas } },
      ...{ manifest: whole, notes: [] },
    });
    expect(asked).toEqual([manifest]);
    const other = await resolve({ id: `${range}x`, type: 'Range', partOf }, { [manifest]: whole });
    expect(other.resolved).toMatchObject({
      destination: { kind: 'manifest', manifest },
      notes: ['range-unknown'],
    });
  });

  it('says by what address it failed, and asks for nothing that it need not', async () => {
    const { resolved } = await resolve(manifest, {});
    expect(resolved).toEqual({ outcome: 'failed', address: manifest, failure: '404' });
    const known = await resolve({ id: canvas, type: 'Canvas', partOf }, {});
    expect(known).toMatchObject({
      asked: [],
      resolved: { destination: { kind: 'canvas', manifest, canvas } },
    });
    const range = await resolve({ id: 'urn:range', type: 'Range', partOf }, {});
    expect(range.resolved).toEqual({ outcome: 'failed', address: manifest, failure: '404' });
  });

  it('is refused where it does not say what it belongs to', async () => {
    const cases: [unknown, string][] = [
      [{ id: canvas, type: 'Canvas' }, 'no-manifest'],
      [{ id: canvas, type: 'Range' }, 'no-manifest'],
      [{ id: canvas, type: 'Annotation' }, 'no-target'],
      [{ id: canvas }, 'unknown-type'],
      [{ id: canvas, type: 'Collection' }, 'collection'],
      [{ id: canvas, type: 'AnnotationPage', items: [] }, 'unknown-type'],
      [null, 'no-target'],
      [7, 'no-target'],
    ];
    for (const [json, reason] of cases) {
      const { resolved, asked } = await resolve(canvas, { [canvas]: json });
      expect(resolved, JSON.stringify(json)).toMatchObject({ outcome: 'refused', reason });
      expect(asked).toEqual([canvas]);
    }
  });

  it('is not followed in a circle, nor without end', async () => {
    const next = (name: string) => ({ type: 'Annotation', target: `https://example.org/${name}` });
    const circle = await resolve('https://example.org/a', {
      'https://example.org/a': next('b'),
      'https://example.org/b': next('a'),
    });
    expect(circle).toMatchObject({ resolved: { outcome: 'refused' } });
    expect(circle.asked).toHaveLength(2);
    const names = Array.from({ length: 50 }, (_, index): [string, unknown] => [
      `https://example.org/${index}`,
      next(String(index + 1)),
    ]);
    const endless = await resolve('https://example.org/0', Object.fromEntries(names));
    expect(endless).toMatchObject({ resolved: { outcome: 'refused' } });
    expect(endless.asked).toHaveLength(5);
  });

  it('is not led to what no browser should open', async () => {
    const { resolved, asked } = await resolve(annotation, {
      [annotation]: { type: 'Annotation', target: 'javascript:alert(1)' },
    });
    expect(resolved).toMatchObject({ outcome: 'refused', reason: 'not-an-address', at: 'target' });
    expect(asked).toEqual([annotation]);
  });
});
