import { describe, expect, it } from 'vitest';
import { CommentingUrls } from '../../server/http/commenting-urls.ts';
import { PublicUrls } from '../../server/http/public-urls.ts';
import {
  annotationCollection,
  wordCollection,
} from '../../server/iiif/presentation/annotation-collection.ts';
import {
  annotationPage,
  outlinePage,
  unplacedPage,
  wordPage,
} from '../../server/iiif/presentation/annotation-page.ts';
import { manifest } from '../../server/iiif/presentation/manifest.ts';
import { idOf, isRecord, listOf, recordsOf, typesOf, type JsonRecord } from '../../viewer/iiif/json.ts';
import { targetOf } from '../../viewer/iiif/target.ts';
import { storedDocument, textExtent } from '../support/stored-document.ts';
import { telegram } from '../support/telegram.ts';

const PRESENTATION = 'http://iiif.io/api/presentation/3/context.json';
const urls = new PublicUrls('https://example.org');
const document = storedDocument(telegram());

/**
 * What Presentation API 3.0 demands and no schema can say, and what common parsers stumble over though it allows it:
 * each rule is broken once below.
 */
describe('the rules that no schema knows', () => {
  it('hold for the manifest and for all that it leads to', () => {
    const resources = published();
    expect(resources.length).toBeGreaterThan(15);
    expect(broken(resources)).toEqual([]);
  });

  it('hold for the document with its texts as comments, together with the usual one', () => {
    const resources = [...published(), ...comments()];
    expect(broken(resources)).toEqual([]);
  });

  const canvas = 'https://example.org/iiif/documents/telegram/canvases/705';
  const annotation = (changes: object) => ({
    '@context': PRESENTATION,
    id: 'https://example.org/page',
    type: 'AnnotationPage',
    items: [
      { id: 'https://example.org/a', type: 'Annotation', motivation: ['x'], target: canvas, ...changes },
    ],
  });

  const part = (...parts: object[]) => ({ '@context': PRESENTATION, items: parts });

  it.each<[string, string, object]>([
    ['a context inside another', 'context inside', part({ '@context': PRESENTATION })],
    ['a context that is not the last', 'context', { '@context': [PRESENTATION, 'https://example.org/c'] }],
    ['a resource without a context', 'context', { id: 'https://example.org/x' }],
    [
      'two things of one id',
      'y is Text and Dataset',
      part({ id: 'y', type: 'Text' }, { id: 'y', type: 'Dataset' }),
    ],
    ['a supplementary collection', 'supplementary', part({ type: 'Range', supplementary: { id: 'z' } })],
    [
      'painting among annotations',
      'painting',
      part({ annotations: [{ items: [] }, { items: [{ motivation: 'painting' }] }] }),
    ],
    [
      'a text among what is painted',
      'not painting',
      part({ type: 'Canvas', items: [{ items: [{ motivation: ['supplementing'] }] }] }),
    ],
    ['a region outside its canvas', 'lies outside', annotation({ target: `${canvas}#xywh=1990,0,20,20` })],
    ['a region in broken units', 'lies outside', annotation({ target: `${canvas}#xywh=1.5,0,20,20` })],
    ['a canvas that is not there', 'has no target', annotation({ target: 'https://example.org/canvas' })],
    ['a page that is embedded', 'embedded page', part({ annotations: [{ id: 'p', items: [] }] })],
    ['a canvas’s id with a fragment', 'fragment', part({ type: 'Canvas', id: `${canvas}#1` })],
    [
      'an image that is its own service',
      'own service',
      part({ id: 'i', type: 'Image', service: [{ id: 'i', type: 'Image' }] }),
    ],
    ['one value that may be several', 'partOf is no list', part({ partOf: { id: 'm', type: 'Manifest' } })],
    ['HTML in a label', 'HTML', part({ label: { en: ['<b>x</b>'] } })],
  ])('are broken by %s', (_name, fault, resource) => {
    expect(broken([...published(), resource]).join('; ')).toContain(fault);
  });
});

function published(): object[] {
  return [manifest(document, [], urls.manifest(document.id), urls), ...textResources(urls, 'supplementing')];
}

function comments(): object[] {
  const own = new CommentingUrls('https://example.org');
  return [manifest(document, [], own.manifest(document.id), own), ...textResources(own, 'commenting')];
}

function textResources(from: PublicUrls, motivation: 'supplementing' | 'commenting'): object[] {
  return document.texts.flatMap((text) => {
    const segmentsOf = (id: string | undefined) =>
      telegram().texts.find((candidate) => candidate.id === id)?.segments ?? [];
    const rendered = new Map(segmentsOf(text.translationOf).map((segment) => [segment.id, segment]));
    const setting = { document, text, rendered, urls: from, motivation };
    const extent = textExtent(telegram(), text.id);
    const segments = segmentsOf(text.id);
    const unplaced = segments.filter(({ places }) => places.length === 0);
    return [
      annotationCollection(document, text, from, { extent, motivation }),
      ...text.pages.map((page) => annotationPage(page, segments, setting)),
      unplacedPage(unplaced, setting),
      ...(motivation === 'commenting'
        ? []
        : [
            wordCollection(document, text, extent, from),
            ...text.pages.map((page) => wordPage(page, segments, extent, setting)),
            ...text.pages.map((page) => outlinePage(page, segments, setting)),
          ]),
    ].filter((resource) => resource !== undefined);
  });
}

/** Each rule that is broken, with where. */
function broken(resources: readonly object[]): string[] {
  const received = resources.map((resource): unknown => JSON.parse(JSON.stringify(resource)));
  const all = received.flatMap((resource) => everythingIn(resource));
  const sizes = new Map(
    document.pages.map((page) => [urls.canvas(document.id, page.id), page.canvas] as const),
  );
  return [
    ...received.flatMap((resource) => contextFaults(resource)),
    ...typeFaults(all),
    ...all.flatMap((record) => [...kindFaults(record), ...targetFaults(record, sizes)]),
  ];
}

/** A resource and all that is inside it. */
function everythingIn(value: unknown): JsonRecord[] {
  if (Array.isArray(value)) return value.flatMap(everythingIn);
  if (!isRecord(value)) return [];
  return [value, ...Object.values(value).flatMap(everythingIn)];
}

/** §4.6: at the top alone and first, ours before the Presentation API's. */
function contextFaults(resource: unknown): string[] {
  if (!isRecord(resource)) return ['no resource'];
  const [first] = Object.keys(resource);
  const inner = everythingIn(Object.values(resource)).filter((record) => '@context' in record);
  return [
    ...(first === '@context' && listOf(resource['@context']).at(-1) === PRESENTATION ? [] : ['context']),
    ...(inner.length === 0 ? [] : ['context inside']),
  ];
}

/** One URI is one thing: the Vault of @iiif/helpers throws at another type of the same. */
function typeFaults(all: readonly JsonRecord[]): string[] {
  const types = new Map<string, string>();
  return all.flatMap((record) => {
    const [id, type] = [idOf(record), typesOf(record).join()];
    if (id === undefined || type === '') return [];
    const before = types.get(id) ?? type;
    types.set(id, type);
    return before === type ? [] : [`${id} is ${before} and ${type}`];
  });
}

const LISTS = [
  'items',
  'annotations',
  'partOf',
  'service',
  'thumbnail',
  'homepage',
  'provider',
  'structures',
  'metadata',
  'behavior',
];

function kindFaults(record: JsonRecord): string[] {
  const motivations = (pages: unknown) =>
    recordsOf(pages).flatMap((page) => recordsOf(page.items).flatMap((item) => listOf(item.motivation)));
  const isCanvas = typesOf(record).includes('Canvas');
  return [
    ...LISTS.filter((name) => name in record && !Array.isArray(record[name])).map(
      (name) => `${name} is no list`,
    ),
    // @iiif/parser takes it for a list and throws (§5.4 makes it an object).
    ...('supplementary' in record ? ['supplementary'] : []),
    ...(motivations(record.annotations).includes('painting') ? ['painting among annotations'] : []),
    ...(isCanvas && motivations(record.items).some((motivation) => motivation !== 'painting')
      ? ['not painting']
      : []),
    ...(recordsOf(record.annotations).some((page) => 'items' in page) ? ['embedded page'] : []),
    ...(isCanvas && idOf(record)?.includes('#') === true ? ['canvas with fragment'] : []),
    ...(recordsOf(record.service).some((service) => idOf(service) === idOf(record)) ? ['own service'] : []),
    ...(isRecord(record.label) && JSON.stringify(record.label).includes('<') ? ['HTML in label'] : []),
  ];
}

/** §5.6: on a canvas that is there, within it, in whole units; or on the manifest. */
function targetFaults(record: JsonRecord, sizes: ReadonlyMap<string, { width: number; height: number }>) {
  if (!typesOf(record).includes('Annotation')) return [];
  const target = targetOf(record.target);
  const size = sizes.get(target?.source ?? '');
  if (target === undefined || size === undefined) {
    return target?.source.endsWith('/manifest') === true ? [] : [`${idOf(record) ?? ''} has no target`];
  }
  const { x = 0, y = 0, width = 1, height = 1 } = target.box ?? {};
  const whole = [x, y, width, height].every(Number.isInteger);
  const inside = x + width <= size.width && y + height <= size.height;
  return whole && inside ? [] : [`${idOf(record) ?? ''} lies outside`];
}
