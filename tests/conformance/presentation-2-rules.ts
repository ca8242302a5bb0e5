import { SaxesParser } from 'saxes';
import { isRecord, listOf, recordsOf, type JsonRecord } from '../../viewer/iiif/json.ts';

const CONTEXT = 'http://iiif.io/api/presentation/2/context.json';

/** Every word that Presentation API 2.1 has, and those of an image service in it. */
const WORDS = new Set(
  `@context @id @type @value @language label description metadata value thumbnail attribution license logo format
  height width viewingDirection viewingHint navDate related rendering service seeAlso within startCanvas profile
  sequences canvases images otherContent resource on motivation chars language resources structures ranges
  collections manifests members first last next prev total startIndex sizes tiles scaleFactors`.split(/\s+/),
);

const HINTS = ['individuals', 'paged', 'continuous', 'multi-part', 'non-paged', 'top', 'facing-pages'];

/** Where HTML may stand: §4.4. */
const HTML = ['description', 'attribution', 'metadata.value'];

/**
 * What Presentation API 2.1 says that a response MUST be and this one is not; a person reads the list.
 * @param url that was asked.
 */
export function problemsOf(resource: unknown, url: string): string[] {
  if (!isRecord(resource)) return ['it is no object'];
  const type = resource['@type'];
  const rules = typeof type === 'string' ? RULES[type] : undefined;
  if (rules === undefined) return [`@type ${String(type)} is none of 2.1`];
  return [
    ...unless(Object.keys(resource)[0] === '@context', 'the first key is not @context'),
    ...unless(resource['@context'] === CONTEXT, '@context is not that of 2.1'),
    ...unless(resource['@id'] === url, `@id is not ${url}`),
    ...everywhere(resource, [], false),
    ...rules(resource),
  ];
}

type Rules = (resource: JsonRecord) => string[];

const RULES: Record<string, Rules> = {
  'sc:Manifest': (manifest) => {
    const [first, ...others] = recordsOf(manifest.sequences);
    const canvases = recordsOf(first?.canvases);
    const ids = canvases.map((canvas) => canvas['@id']);
    return [
      ...labelled(manifest, 'manifest'),
      ...unless(first?.['@type'] === 'sc:Sequence', 'there is no sequence'),
      ...unless(canvases.length > 0, 'the first sequence has no canvas'),
      ...unless(
        others.every((sequence) => 'label' in sequence),
        'one of several sequences has no label',
      ),
      ...unless(new Set(ids).size === ids.length, 'two canvases have one id'),
      ...canvases.flatMap(canvasRules),
      ...structureRules(recordsOf(manifest.structures), new Set(ids)),
    ];
  },
  'sc:Collection': (collection) => [
    ...labelled(collection, 'collection'),
    ...unless(
      ['members', 'collections', 'manifests'].some((list) => list in collection),
      'the collection has no list',
    ),
    ...memberRules(collection.collections, ['sc:Collection']),
    ...memberRules(collection.manifests, ['sc:Manifest']),
    ...memberRules(collection.members, ['sc:Collection', 'sc:Manifest']),
    ...recordsOf(collection.members).flatMap((member) =>
      unless(
        member['@type'] !== 'sc:Collection' || 'viewingHint' in member,
        'a collection among the members has no viewingHint',
      ),
    ),
  ],
  'sc:Canvas': (canvas) => canvasRules(canvas),
  'sc:Range': (range) => rangeRules(range),
  'sc:Layer': (layer) => [
    ...labelled(layer, 'layer'),
    ...unless('first' in layer !== 'otherContent' in layer, 'the layer has not one way to its lists'),
    ...unless(listOf(layer.otherContent).every(isUri), 'the layer names a list otherwise than by its URI'),
  ],
  'sc:AnnotationList': (list) => [
    ...unless(Array.isArray(list.resources), 'the list has no resources'),
    ...recordsOf(list.resources).flatMap((annotation) => [
      ...annotationRules(annotation),
      ...unless(isRecord(annotation.resource), 'an annotation has no resource'),
      ...unless(isUri(annotation.on), 'an annotation is on nothing'),
    ]),
    ...recordsOf(list.within).flatMap((layer) => [
      ...unless(layer['@type'] === 'sc:Layer', 'the list is within something that is no layer'),
      ...labelled(layer, 'layer'),
    ]),
  ],
  'oa:Annotation': (annotation) => annotationRules(annotation),
};

function canvasRules(canvas: JsonRecord): string[] {
  const id = String(canvas['@id']);
  return [
    ...labelled(canvas, 'canvas'),
    ...unless(!id.includes('#'), `the canvas's id ${id} has a fragment`),
    ...unless(isSide(canvas.width) && isSide(canvas.height), `the canvas ${id} has no size`),
    ...unless(Array.isArray(canvas.images), `the canvas ${id} has no list of images`),
    ...recordsOf(canvas.images).flatMap((image) => [
      ...annotationRules(image),
      ...unless(image.motivation === 'sc:painting', 'an image is not sc:painting'),
      ...unless(
        typeof image.on === 'string' && image.on.split('#')[0] === id,
        'an image is on another canvas',
      ),
      ...imageRules(image.resource),
    ]),
    ...recordsOf(canvas.otherContent).flatMap((list) => [
      ...unless(
        list['@type'] === 'sc:AnnotationList' && isUri(list['@id']),
        'other content is no annotation list',
      ),
      ...unless(!('resources' in list), 'an annotation list is embedded'),
    ]),
  ];
}

function imageRules(resource: unknown): string[] {
  if (!isRecord(resource)) return ['an image has no resource'];
  const [service] = recordsOf(resource.service);
  return [
    ...unless(isUri(resource['@id']), 'an image has no URI'),
    ...unless(service?.['@id'] !== resource['@id'], 'an image has the URI of its service'),
    ...unless(service?.profile === 'http://iiif.io/api/image/2/level2.json', 'a service is no Image API 2'),
  ];
}

function annotationRules(annotation: JsonRecord): string[] {
  return [
    ...unless(annotation['@type'] === 'oa:Annotation', 'an annotation is of another type'),
    ...unless(isUri(annotation['@id']), 'an annotation has no URI'),
    ...unless(
      ['sc:painting', 'oa:commenting'].includes(String(annotation.motivation)),
      `the motivation ${String(annotation.motivation)} is none that viewers show`,
    ),
  ];
}

function structureRules(structures: readonly JsonRecord[], canvases: ReadonlySet<unknown>): string[] {
  const ids = structures.map((range) => range['@id']);
  const named = structures.flatMap((range) => listOf(range.ranges));
  const tops = structures.filter((range) => range.viewingHint === 'top');
  return [
    ...structures.flatMap(rangeRules),
    ...unless(
      named.every((range) => ids.includes(range)),
      'a range names one that is not there',
    ),
    ...unless(new Set(named).size === named.length, 'a range is in two others'),
    ...unless(
      structures.every((range) => listOf(range.canvases).every((canvas) => canvases.has(canvas))),
      'a range names a canvas that is not there',
    ),
    ...unless(structures.length === 0 || tops.length === 1, 'there is not one topmost range'),
  ];
}

function rangeRules(range: JsonRecord): string[] {
  return [
    ...labelled(range, 'range'),
    ...unless(
      [...listOf(range.ranges), ...listOf(range.canvases)].every(isUri),
      'a range names something by no URI',
    ),
  ];
}

function memberRules(members: unknown, types: readonly string[]): string[] {
  return recordsOf(members).flatMap((member) => [
    ...labelled(member, 'member'),
    ...unless(types.includes(String(member['@type'])), 'a member is in the wrong list'),
    ...unless(!('sequences' in member), 'a manifest is embedded in a collection'),
  ]);
}

/** What holds for every part of a response. */
function everywhere(value: unknown, path: readonly string[], inside: boolean): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => everywhere(item, path, inside));
  if (typeof value === 'string') return htmlRules(value, path);
  if (!isRecord(value)) return [];
  const place = path.join('.');
  return [
    ...unless(!inside || value['@context'] !== CONTEXT, `${place} repeats @context`),
    ...unless(
      // Content Search 1.0 §4.1: an autocomplete service is of its search service's context.
      !('service' in value) || isSearchService(value) || recordsOf(value.service).every(hasContext),
      `${place}.service has no @context`,
    ),
    ...unless(
      !('viewingHint' in value) || HINTS.includes(String(value.viewingHint)),
      `${place}.viewingHint is none of 2.1`,
    ),
    ...unless(
      !('navDate' in value) || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(value.navDate)),
      `${place}.navDate is no time in UTC`,
    ),
    ...unless(!('license' in value) || isUri(value.license), `${place}.license is no URI`),
    ...Object.entries(value).flatMap(([key, inner]) => [
      ...unless(WORDS.has(key), `${place}.${key} is no word of 2.1`),
      ...everywhere(inner, [...path, key], true),
    ]),
  ];
}

function htmlRules(text: string, path: readonly string[]): string[] {
  if (!/^\s*<[^]*>\s*$/.test(text)) return [];
  const place = path.filter((key) => key !== '@value').join('.');
  // What is embedded says by its format what it is.
  if (place.endsWith('resource.chars')) return unless(isElement(text), `${place} is no element: ${text}`);
  return [
    ...unless(
      HTML.some((allowed) => place.endsWith(allowed)),
      `${place} may not be HTML`,
    ),
    ...unless(isElement(text), `${place} is no well-formed element: ${text}`),
  ];
}

function labelled(resource: JsonRecord, what: string): string[] {
  const words = listOf(resource.label).map((word) => (isRecord(word) ? word['@value'] : word));
  return [
    ...unless(isUri(resource['@id']), `a ${what} has no URI`),
    ...unless(
      words.length > 0 && words.every((word) => typeof word === 'string' && word !== ''),
      `a ${what} has no label`,
    ),
  ];
}

function isSearchService(service: JsonRecord): boolean {
  return service['@context'] === 'http://iiif.io/api/search/1/context.json';
}

function hasContext(service: JsonRecord): boolean {
  return typeof service['@context'] === 'string';
}

function isElement(text: string): boolean {
  const parser = new SaxesParser();
  let good = text.startsWith('<') && text.endsWith('>');
  parser.on('error', () => (good = false));
  parser.write(text).close();
  return good;
}

function isUri(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\/\S+$/.test(value);
}

function isSide(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

function unless(holds: boolean, problem: string): string[] {
  return holds ? [] : [problem];
}
