import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  plainContentState,
  readContentState,
  readContentStateJson,
  unwrapLink,
} from '../../../viewer/iiif/content-state.ts';
import { encodeContentState } from '../../../viewer/iiif/content-state-encoding.ts';
import { contentStateOf, type Destination } from '../../../viewer/iiif/destination.ts';

const manifest = 'https://example.org/manifest';
const canvas = 'https://example.org/canvas/7';
const annotation = 'https://example.org/annotation/1';
const partOf = [{ id: manifest, type: 'Manifest' }];
const region = { unit: 'pixel', box: { x: 1, y: 2, width: 30, height: 40 } } as const;
const onCanvas = { kind: 'canvas', manifest, canvas };
const onRegion = { kind: 'region', manifest, canvas, region };

const read = (state: object) => readContentState(encodeContentState(state));
const opened = (state: object) => {
  const result = read(state);
  return result.outcome === 'open' ? result.destination : result;
};

describe('the four forms of a content state', () => {
  it('are an annotation with the motivation for it', () => {
    const state = {
      '@context': ['http://www.w3.org/ns/anno.jsonld', 'http://iiif.io/api/presentation/3/context.json'],
      type: 'Annotation',
      motivation: ['contentState'],
      target: { id: manifest, type: 'Manifest' },
    };
    expect(read(state)).toEqual({ outcome: 'open', destination: { kind: 'manifest', manifest }, notes: [] });
    expect(
      opened({ ...state, motivation: 'contentState', target: { id: canvas, type: 'Canvas', partOf } }),
    ).toEqual(onCanvas);
  });

  it('are the target of one', () => {
    expect(opened({ id: manifest, type: 'Manifest' })).toEqual({ kind: 'manifest', manifest });
    expect(opened({ id: canvas, type: 'Canvas', partOf })).toEqual(onCanvas);
    expect(opened({ id: `${canvas}#xywh=1,2,30,40`, type: 'Canvas', partOf })).toEqual(onRegion);
    expect(opened({ id: 'https://example.org/range/2', type: 'Range', partOf })).toEqual({
      ...{ kind: 'range', manifest },
      range: 'https://example.org/range/2',
    });
  });

  it('are the address of either, which has to say itself what stands there', () => {
    const known = { type: 'unknown' };
    for (const text of [manifest, ` ${manifest}\n`, JSON.stringify(manifest)]) {
      expect(readContentState(text)).toEqual({ outcome: 'fetch', address: manifest, known, notes: [] });
    }
    expect(readContentState(`${canvas}#xywh=1,2,30,40`)).toMatchObject({
      address: canvas,
      known: { region },
    });
  });

  it('are understood though JSON was not encoded, or an address was', () => {
    const target = { id: canvas, type: 'Canvas', partOf };
    expect(readContentState(JSON.stringify(target))).toEqual(read(target));
    const encoded = Buffer.from(encodeURIComponent(manifest)).toString('base64url');
    expect(readContentState(encoded)).toEqual(readContentState(manifest));
    // As the examples of the specification have it in §3.1: the whole link is encoded.
    const link = `https://example.org/viewer?iiif-content=${JSON.stringify(target)}`;
    expect(readContentState(Buffer.from(encodeURIComponent(link)).toString('base64url'))).toEqual(
      read(target),
    );
  });
});

describe('an annotation that is itself what is to be shown', () => {
  it('opens its target, and keeps its name', () => {
    const target = { id: `${canvas}#xywh=1,2,30,40`, type: 'Canvas', partOf };
    const line = { id: annotation, type: 'Annotation', motivation: ['supplementing'], target };
    const destination = { kind: 'annotation', manifest, canvas, annotation, region };
    expect(opened(line)).toEqual(destination);
    expect(opened({ type: 'Annotation', motivation: ['contentState'], target: line })).toEqual(destination);
    const whole = { ...line, target: { ...target, id: canvas } };
    expect(opened(whole)).toEqual({ kind: 'annotation', manifest, canvas, annotation });
  });

  it('has to be fetched where only its name is known, or the manifest is not', () => {
    const byName = {
      type: 'Annotation',
      motivation: ['contentState'],
      target: { id: annotation, type: 'Annotation' },
    };
    expect(read(byName)).toEqual({
      ...{ outcome: 'fetch', address: annotation, notes: [] },
      known: { type: 'annotation', annotation },
    });
    const bare = { id: annotation, type: 'Annotation', target: `${canvas}#xywh=1,2,30,40` };
    expect(read(bare)).toEqual({
      ...{ outcome: 'fetch', address: canvas, notes: [] },
      known: { type: 'unknown', annotation, region },
    });
  });
});

describe('a part of a canvas', () => {
  const specific = (rest: object, source: unknown = { id: canvas, type: 'Canvas', partOf }) =>
    opened({ type: 'SpecificResource', source, ...rest });
  const box = (x: number, y: number, width: number, height: number) => ({
    ...onRegion,
    region: { unit: 'pixel', box: { x, y, width, height } },
  });

  it('is named by selectors of every kind that stands for a rectangle', () => {
    expect(specific({ selector: { type: 'FragmentSelector', value: 'xywh=1,2,30,40' } })).toEqual(onRegion);
    expect(specific({ selector: [{ type: 'FragmentSelector', value: '#xywh=pixel:1,2,30,40' }] })).toEqual(
      onRegion,
    );
    expect(specific({ selector: { type: 'PointSelector', x: 5, y: 6 } })).toEqual(box(5, 6, 1, 1));
    expect(specific({ selector: { type: 'ImageApiSelector', region: '1,2,30,40' } })).toEqual(onRegion);
    const svg = '<svg><polygon points="10.5,20 50,20 50,60.5 10.5,60.5"/></svg>';
    expect(specific({ selector: { type: 'SvgSelector', value: svg } })).toEqual(box(10, 20, 40, 41));
    const choice = { type: 'Choice', default: { type: 'FragmentSelector', value: 'xywh=1,2,30,40' } };
    expect(specific({ selector: choice })).toEqual(onRegion);
    expect(specific({ selector: { value: 'xywh=percent:25,25,50,50' } })).toMatchObject({
      region: { unit: 'percent', box: { x: 25, y: 25, width: 50, height: 50 } },
    });
    expect(specific({}, { id: `${canvas}#xywh=1,2,30,40`, type: 'Canvas', partOf })).toEqual(onRegion);
    expect(specific({ partOf, selector: { value: 'xywh=1,2,30,40' } }, canvas)).toEqual(onRegion);
    expect(opened({ id: `${canvas}#xywh=1%2C2%2C30%2C40`, type: 'Canvas', partOf })).toEqual(onRegion);
  });

  it('is the whole canvas where only a time is named', () => {
    expect(specific({ selector: { type: 'PointSelector', t: 14.5 } })).toEqual(onCanvas);
    expect(specific({ selector: { type: 'FragmentSelector', value: 't=3,5' } })).toEqual(onCanvas);
    expect(opened({ id: `${canvas}#t=3`, type: 'Canvas', partOf })).toEqual(onCanvas);
  });

  it('is the whole canvas, and that is said, where it cannot be read', () => {
    const unread = [
      { type: 'FragmentSelector', value: 'xywh=1,2,0,4' },
      { type: 'SvgSelector', value: '<svg><path d="m1,1 c1,2 3,4 5,6"/></svg>' },
      { type: 'SvgSelector', value: '<svg><polygon points="-9,-9 -1,-9 -1,-1"/></svg>' },
      { type: 'SvgSelector', value: '<svg><polygon points="-9,5 -1,5 -1,20"/></svg>' },
      { type: 'CssSelector', value: '#a' },
      { type: 'PointSelector', x: '5', y: '6' },
      7,
      'xywh=1,2,30,40',
    ];
    for (const selector of unread) {
      const result = read({
        type: 'SpecificResource',
        source: { id: canvas, type: 'Canvas', partOf },
        selector,
      });
      expect(result, JSON.stringify(selector)).toEqual({
        ...{ outcome: 'open', destination: onCanvas },
        notes: ['region-unread'],
      });
    }
    expect(read({ id: `${canvas}#xywh=1,2`, type: 'Canvas', partOf })).toMatchObject({
      notes: ['region-unread'],
    });
  });

  it('is not taken for one where the fragment is part of the canvas’s name', () => {
    const name = 'https://example.org/manifest#canvas-7';
    expect(opened({ id: name, type: 'Canvas', partOf })).toEqual({ ...onCanvas, canvas: name });
    expect(opened({ id: `${name}#xywh=1,2,30,40`, type: 'Canvas', partOf })).toEqual({
      ...onRegion,
      canvas: name,
    });
  });
});

describe('the manifest of a canvas', () => {
  it('is named by partOf, in all the ways that people write it, or by within', () => {
    const ways = [
      partOf,
      partOf[0],
      manifest,
      [manifest],
      [{ '@id': manifest, '@type': 'sc:Manifest' }],
      [{ id: manifest }],
      [{ id: 'https://example.org/all', type: 'Collection' }, ...partOf],
      [{ id: 'https://example.org/canvas-group' }, ...partOf],
    ];
    for (const way of ways) {
      expect(opened({ id: canvas, type: 'Canvas', partOf: way }), JSON.stringify(way)).toEqual(onCanvas);
    }
    expect(opened({ '@id': canvas, '@type': 'sc:Canvas', within: manifest })).toEqual(onCanvas);
    const version2 = {
      '@type': 'oa:Annotation',
      motivation: ['oa:highlighting', 'contentState'],
      on: {
        '@type': 'oa:SpecificResource',
        full: canvas,
        selector: { '@type': 'oa:FragmentSelector', value: 'xywh=1,2,30,40' },
        within: { '@id': manifest, '@type': 'sc:Manifest' },
      },
    };
    expect(opened(version2)).toEqual(onRegion);
  });

  it('has to be asked of the canvas or the range where the state does not say it', () => {
    for (const type of ['Canvas', 'Range']) {
      expect(read({ id: canvas, type })).toEqual({
        ...{ outcome: 'fetch', address: canvas, notes: [] },
        known: { type: type.toLowerCase() },
      });
    }
    const all = [{ id: 'https://example.org/all', type: 'Collection' }];
    expect(read({ id: canvas, type: 'Canvas', partOf: all })).toMatchObject({ outcome: 'fetch' });
    expect(read({ id: 'urn:canvas:7', type: 'Canvas' })).toMatchObject({
      outcome: 'refused',
      reason: 'no-manifest',
    });
  });
});

describe('several targets', () => {
  const second = { id: canvas, type: 'Canvas', partOf };

  it('are opened at the first that can be, which is said', () => {
    const states = [
      [{ id: manifest, type: 'Manifest' }, second],
      [{ id: 'https://example.org/all', type: 'Collection' }, 'https://example.org/somewhere', second],
    ];
    const [first, other] = states.map((target) =>
      read({ type: 'Annotation', motivation: ['contentState'], target }),
    );
    const notes = ['first-of-several'];
    expect(first).toEqual({ outcome: 'open', destination: { kind: 'manifest', manifest }, notes });
    expect(other).toEqual({ outcome: 'open', destination: onCanvas, notes });
    expect(read([second])).toMatchObject({ notes: [] });
  });

  it('are refused with the reason of the first where none can be opened', () => {
    expect(read({ type: 'Annotation', target: [{ id: 'x', type: 'Canvas' }, 7] })).toMatchObject({
      ...{ outcome: 'refused', reason: 'not-an-address' },
      at: 'target[0].id',
    });
    expect(read({ type: 'Annotation', target: [] })).toMatchObject({ reason: 'no-target', at: 'target' });
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing at all', '   ', 'empty'],
    ['what is not encoded', 'пхеньян', 'not-encoded'],
    ['what is no UTF-8', Buffer.from('%ff%fe').toString('base64url'), 'not-encoded'],
    [
      'what is encoded and neither JSON nor an address',
      Buffer.from('hello').toString('base64url'),
      'not-json',
    ],
    ['JSON that breaks off', '{"id":', 'not-json'],
    ['more than anybody means', `{"id":"${'a'.repeat(1_000_000)}"}`, 'too-long'],
    ['a script', 'javascript:alert(1)', 'not-an-address'],
    ['a page in itself', 'data:text/html,<script>alert(1)</script>', 'not-an-address'],
    ['a file', 'file:///etc/passwd', 'not-an-address'],
    ['nesting', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'too-deep'],
    ['nesting in sources', nested(20_000), 'too-deep'],
  ])('%s', (_, text, reason) => {
    expect(readContentState(text)).toMatchObject({ outcome: 'refused', reason });
  });

  it.each([
    [{}, 'no-target', ''],
    [{ id: 7, type: 'Manifest' }, 'not-an-address', 'id'],
    [{ id: 'javascript:alert(1)', type: 'Manifest' }, 'not-an-address', 'id'],
    [{ id: 'urn:manifest', type: 'Manifest' }, 'not-an-address', 'id'],
    [{ id: 'data:,x', type: 'Canvas', partOf }, 'not-an-address', 'id'],
    [{ id: canvas, type: 'Canvas', partOf: ['javascript:alert(1)'] }, 'not-an-address', 'partOf'],
    [{ id: 'javascript:0', type: 'Range', partOf }, 'not-an-address', 'id'],
    [{ id: 'https://example.org/all', type: 'Collection' }, 'collection', ''],
    [{ id: 'https://example.org/page', type: 'AnnotationPage' }, 'unknown-type', 'type'],
    [{ id: 'https://example.org/i.jpg', type: 'Image' }, 'unknown-type', 'type'],
    [{ type: 'Annotation', motivation: ['contentState'] }, 'no-target', ''],
    [{ type: 'Annotation', target: null }, 'no-target', ''],
    [{ type: 'Annotation', target: 7 }, 'no-target', 'target'],
    [{ type: 'Annotation', target: true }, 'no-target', 'target'],
    [{ type: 'SpecificResource', source: {}, selector: [] }, 'no-target', 'source'],
    [{ type: 'SpecificResource', source: [7] }, 'no-target', 'source[0]'],
    [JSON.parse('{"__proto__":{"id":"https://example.org/m","type":"Manifest"}}'), 'no-target', ''],
    [{ constructor: 1, toString: 2, type: { a: 1 } }, 'no-target', ''],
  ])('%j', (state, reason, at) => {
    expect(readContentStateJson(state)).toMatchObject({ outcome: 'refused', reason, at });
  });

  it('says where, and what stood there, but not all of it', () => {
    const long = `javascript:${'a'.repeat(5000)}`;
    const state = {
      type: 'Annotation',
      target: { type: 'SpecificResource', source: { id: long, type: 'Canvas' } },
    };
    expect(read(state)).toEqual({
      ...{ outcome: 'refused', reason: 'not-an-address', at: 'target.source.id' },
      received: long.slice(0, 200),
    });
  });

  it('is never an exception, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(['open', 'fetch', 'refused']).toContain(readContentStateJson(value).outcome);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readContentState(text).outcome).toBeDefined();
        expect(typeof unwrapLink(text)).toBe('string');
      }),
    );
    // Anything at all in the places that are looked at.
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.webUrl(),
      fc.constantFrom('Canvas', 'Manifest', 'Annotation', canvas),
    );
    const names = [
      'id',
      '@id',
      'type',
      'target',
      'on',
      'source',
      'full',
      'selector',
      'partOf',
      'within',
      'value',
    ];
    const record = fc.dictionary(fc.constantFrom(...names), anything);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.oneof(anything, record, fc.array(record))),
        (state) => {
          expect(['open', 'fetch', 'refused']).toContain(read(state).outcome);
        },
      ),
    );
  });

  it('keeps half a character from becoming part of an address', () => {
    const result = read({ id: 'https://example.org/\ud83d', type: 'Manifest' });
    expect(result).toMatchObject({ destination: { manifest: 'https://example.org/%EF%BF%BD' } });
  });
});

describe('states of ours', () => {
  const uri = fc.webUrl({ withFragments: false }).filter((url) => !url.includes('#'));
  const named = fc.oneof(
    uri,
    uri.map((url) => `${url}#canvas-1`),
    fc.constant('urn:canvas:1'),
  );
  const regions = fc.record({
    unit: fc.constant('pixel' as const),
    box: fc.record({
      ...{ x: fc.nat(5000), y: fc.nat(5000) },
      ...{ width: fc.integer({ min: 1, max: 5000 }), height: fc.integer({ min: 1, max: 5000 }) },
    }),
  });
  const manifests = uri.map((url) => new URL(url).href);
  const destinations: fc.Arbitrary<Destination> = fc.oneof(
    fc.record({ kind: fc.constant('manifest' as const), manifest: manifests }),
    fc.record({ kind: fc.constant('canvas' as const), manifest: manifests, canvas: named }),
    fc.record({ kind: fc.constant('region' as const), manifest: manifests, canvas: named, region: regions }),
    fc.record({ kind: fc.constant('range' as const), manifest: manifests, range: named }),
    fc.record(
      {
        kind: fc.constant('annotation' as const),
        manifest: manifests,
        canvas: named,
        annotation: uri,
        region: regions,
      },
      { requiredKeys: ['kind', 'manifest', 'canvas', 'annotation'] },
    ),
  );

  it('open where they were made, whatever that was', () => {
    fc.assert(
      fc.property(destinations, (destination) => {
        const state = contentStateOf(destination);
        const result = typeof state === 'string' ? readContentState(state) : read(state);
        expect(result).toEqual(
          destination.kind === 'manifest'
            ? { outcome: 'fetch', address: destination.manifest, known: { type: 'unknown' }, notes: [] }
            : { outcome: 'open', destination, notes: [] },
        );
      }),
    );
  });

  it('give a canvas whose name has a fragment no second one', () => {
    const name = `${manifest}#canvas-1`;
    expect(contentStateOf({ kind: 'region', manifest, canvas: name, region })).toEqual({
      type: 'SpecificResource',
      source: { id: name, type: 'Canvas', partOf },
      selector: {
        type: 'FragmentSelector',
        conformsTo: 'http://www.w3.org/TR/media-frags/',
        value: 'xywh=1,2,30,40',
      },
    });
  });

  it('are what the specification asks of a publisher', () => {
    expect(contentStateOf({ kind: 'manifest', manifest })).toBe(manifest);
    expect(contentStateOf({ kind: 'region', manifest, canvas, region })).toEqual({
      ...{ id: `${canvas}#xywh=1,2,30,40`, type: 'Canvas' },
      partOf,
    });
    expect(contentStateOf({ kind: 'annotation', manifest, canvas, annotation, region })).toEqual({
      id: annotation,
      type: 'Annotation',
      motivation: ['contentState'],
      target: { id: `${canvas}#xywh=1,2,30,40`, type: 'Canvas', partOf },
    });
  });
});

describe('a link to some viewer', () => {
  const target = { id: canvas, type: 'Canvas', partOf };

  it('is opened by what it has in its query', () => {
    const links = [
      `https://viewer.example/?iiif-content=${encodeContentState(target)}`,
      `https://viewer.example/#?c=1`,
      `https://viewer.example/?manifest=${encodeURIComponent(manifest)}&canvas=${encodeURIComponent(canvas)}`,
      `https://viewer.example/?manifest=${encodeURIComponent(manifest)}`,
      manifest,
    ];
    const read = links.map((link) => readContentState(unwrapLink(link)));
    expect(read[0]).toMatchObject({ destination: onCanvas });
    expect(read[1]).toMatchObject({ outcome: 'fetch', address: 'https://viewer.example/#?c=1' });
    expect(read[2]).toMatchObject({ destination: onCanvas });
    expect(read[3]).toMatchObject({ destination: { kind: 'manifest', manifest } });
    expect(read[4]).toMatchObject({ outcome: 'fetch', address: manifest });
    expect(unwrapLink(JSON.stringify(target))).toBe(JSON.stringify(target));
  });

  it('is handed on decoded', () => {
    expect(plainContentState(encodeContentState(target))).toBe(JSON.stringify(target));
    expect(plainContentState(manifest)).toBe(manifest);
    expect(plainContentState('пхеньян')).toBeUndefined();
  });
});

/** A specific resource of a specific resource, and so on. */
function nested(depth: number): string {
  const most = Math.min(depth, 2000);
  return `${'{"source":'.repeat(most)}7${'}'.repeat(most)}`;
}

describe('a link to a viewer', () => {
  const whole = { id: manifest, type: 'Manifest' };
  it('is unwrapped from its query, or from behind its `#` where that viewer keeps it', () => {
    for (const link of [
      `https://viewer.example/?manifest=${manifest}`,
      `https://uv.example/uv.html#?manifest=${manifest}&cv=3`,
      `https://viewer.example/#manifest=${encodeURIComponent(manifest)}`,
      `https://viewer.example/app#/?manifest=${manifest}`,
    ]) {
      expect(unwrapLink(link), link).toBe(JSON.stringify(whole));
    }
    expect(unwrapLink(`https://viewer.example/#?manifest=${manifest}&canvas=${canvas}`)).toBe(
      JSON.stringify({ id: canvas, type: 'Canvas', partOf: [whole] }),
    );
    expect(unwrapLink(`https://viewer.example/#?iiif-content=${manifest}`)).toBe(manifest);
  });

  it('is left as it is where it names nothing', () => {
    for (const link of [
      `${canvas}#xywh=1,2,3,4`,
      'https://viewer.example/#manifest',
      `${manifest}?canvas=1`,
    ]) {
      expect(unwrapLink(link)).toBe(link);
    }
  });
});
