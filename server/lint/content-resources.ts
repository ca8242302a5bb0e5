import { idOf, listOf, recordsOf, stringsOf, type JsonRecord } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { imageRequestOf, unknownTo } from './image-request.ts';
import { under } from './json-path.ts';
import { checkLanguageTag } from './language-maps.ts';
import { around, isInTarget, type Node } from './node.ts';
import { imageServiceVersion } from './services.ts';
import type { Setting } from './setting.ts';
import { listed, quoted, shown } from './shown.ts';

export const CONTENT_RULES = {
  'format-invalid': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 format',
    section2: 'Presentation 2.1 §3.3 format',
    mend: 'Give the media type with which the resource is served, such as "image/jpeg".',
  },
  'format-type-conflict': {
    severity: 'warning',
    section: 'Presentation 3.0 §3.2 type, format',
    section2: 'Presentation 2.1 §3.3',
    mend: 'Correct the type or the format.',
  },
  'content-type-unknown': {
    severity: 'warning',
    section: 'Presentation 3.0 §3.2 type',
    mend: 'Use Image, Text, Dataset, Sound, Video or Model.',
  },
  'language-not-list': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 language',
    mend: 'Give an array of language tags.',
  },
  'image-id-is-service': {
    severity: 'error',
    section: 'Presentation 3.0 §5.7',
    section2: 'Presentation 2.1 §5.4',
    mend: 'Give the URI of an image, such as {service}/full/max/0/default.jpg.',
  },
  'image-of-other-service': {
    severity: 'warning',
    section: 'Presentation 3.0 §5.7',
    section2: 'Presentation 2.1 §5.4',
    mend: 'Give the image that this service serves, or the service of this image.',
  },
  'image-request-unsupported': {
    severity: 'warning',
    section: 'Presentation 3.0 §5.7; Image API §4',
    section2: 'Presentation 2.1 §5.4; Image API §4',
    mend: "Ask in the words of the service's version: in Image API 3 /full/max/0/default.jpg.",
  },
  'painting-dimension': {
    severity: 'error',
    section: 'Presentation 3.0 §5.3',
    mend: 'Give the canvas the dimension that the content has, or offer the content as a rendering.',
  },
  'body-value-missing': {
    severity: 'error',
    section: 'Web Annotation Data Model §3.2.4',
    mend: 'Give the text as a string, in "value".',
  },
  'proportions-differ': {
    severity: 'advice',
    section: 'Presentation 3.0 §5.3',
    mend: 'Give the canvas the proportions of the image, or paint the image onto a part of it.',
  },
  'format-missing': {
    severity: 'advice',
    section: 'Presentation 3.0 §5.7',
    mend: 'Give the media type of the resource.',
  },
  'language-missing': {
    severity: 'advice',
    section: 'Web Annotation Data Model §3.2.2',
    mend: 'Say in which language the text is.',
  },
} satisfies Rules;

const MEDIA_TYPE = /^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}(?:\s*;.{0,500})?$/i;

export function checkContent(node: Node, setting: Setting): void {
  if (node.kind === 'TextualBody') checkTextualBody(node, setting);
  if (node.kind !== 'Content' && node.kind !== 'TextualBody') return;
  checkFormat(node, setting);
  checkLanguage(node, setting);
  if (node.kind === 'TextualBody') return;
  if (setting.version === 3) {
    checkType(node, setting);
    checkPainted(node, setting);
  }
  checkImage(node, setting);
}

function checkTextualBody({ value, path, role }: Node, { report }: Setting): void {
  if (typeof value.value !== 'string')
    report('body-value-missing', path, `The text is ${shown(value.value)}.`);
  if (role === 'body' && value.language === undefined && value.purpose !== 'tagging')
    report('language-missing', path, 'The text does not say its language.');
}

/** What each type cannot be in: a film may well be a playlist in `application/vnd.apple.mpegurl`. */
const CONFLICTS: ReadonlyMap<string, RegExp> = new Map([
  ['Image', /^(?:audio|video|text)\//i],
  ['Video', /^(?:image|audio|text)\//i],
  ['Sound', /^(?:image|text)\//i],
  ['Audio', /^(?:image|text)\//i],
  ['Text', /^(?:image|audio|video)\//i],
]);

function checkFormat({ value, path, kind }: Node, { report, version }: Setting): void {
  const formats = version === 3 && kind === 'Content' ? [value.format] : listOf(value.format);
  if (value.format === undefined) {
    if (kind === 'Content' && version === 3 && value.type !== 'Feature')
      report('format-missing', path, `The ${shown(value.type)} does not say its format.`);
    return;
  }
  for (const format of formats) {
    const at = under(path, 'format');
    if (typeof format !== 'string' || !MEDIA_TYPE.test(format)) {
      report('format-invalid', at, `The format is ${shown(format)}.`);
      continue;
    }
    const type = stringsOf(value.type ?? value['@type'])[0]?.replace(/^\w+:/, '') ?? '';
    // 2.1 calls whatever is shown in text "dctypes:Text".
    if (CONFLICTS.get(type)?.test(format) === true)
      report('format-type-conflict', at, `A resource of the type ${quoted(type)} is ${quoted(format)}.`);
  }
}

function checkLanguage(node: Node, setting: Setting): void {
  const { value, path } = node;
  if (value.language === undefined) return;
  const at = under(path, 'language');
  // In annotations W3C's model holds, which allows one tag alone (Presentation 3.0 §4.7).
  const isBody = around(node, 'Annotation') !== undefined;
  if (setting.version === 3 && !Array.isArray(value.language) && !isBody)
    setting.report('language-not-list', at, `The language is ${shown(value.language)}.`);
  for (const tag of stringsOf(value.language)) checkLanguageTag(tag, at, setting);
}

const TYPES = new Set([
  ...['Image', 'Text', 'Dataset', 'Sound', 'Audio', 'Video', 'Model'],
  // What annotations can also be of: GeoJSON, styles, and IIIF's own resources where they are linked.
  ...[
    'Feature',
    'FeatureCollection',
    'CssStylesheet',
    'Canvas',
    'Manifest',
    'Collection',
    'Range',
    'PhysicalObject',
  ],
  ...[
    'AnnotationPage',
    'AnnotationCollection',
    'Annotation',
    'SpecificResource',
    'Agent',
    'Service',
    'Composite',
    'List',
  ],
]);

function checkType({ value, path, role }: Node, { report, vocabulary }: Setting): void {
  const type = value.type;
  if (typeof type !== 'string') return;
  const at = under(path, 'type');
  if (role === 'logo' && type !== 'Image')
    report('type-wrong', at, `A logo is a ${quoted(type)} and no Image.`);
  else if (!TYPES.has(type) && !vocabulary.isOpen)
    report('content-type-unknown', at, `The type ${quoted(type)} is none that viewers know.`);
}

/** Presentation 3.0 §5.3: nothing is painted in a dimension that the canvas does not have. */
function checkPainted(node: Node, { report }: Setting): void {
  const annotation = around(node, 'Annotation');
  const canvas = around(annotation, 'Canvas');
  const isPainting = stringsOf(annotation?.value.motivation).includes('painting');
  const isBody = node.role === 'body' || node.role === 'items' || node.role === 'source';
  if (annotation === undefined || canvas === undefined || !isPainting || !isBody || isInTarget(node)) return;
  const { type } = node.value;
  const lacks = (name: string) => canvas.value[name] === undefined;
  if ((type === 'Video' || type === 'Sound' || type === 'Audio') && lacks('duration'))
    report('painting-dimension', node.path, `A ${shown(type)} is painted on a canvas that has no duration.`);
  else if ((type === 'Video' || type === 'Image') && lacks('width') && lacks('height'))
    report(
      'painting-dimension',
      node.path,
      `A ${shown(type)} is painted on a canvas that has no width and height.`,
    );
  const isWhole = annotation.value.target === canvas.value.id && node.role === 'body';
  if (type === 'Image' && isWhole) checkProportions(node, canvas, report);
}

function checkProportions({ value, path }: Node, canvas: Node, report: Setting['report']): void {
  const [width, height, across, down] = [
    value.width,
    value.height,
    canvas.value.width,
    canvas.value.height,
  ].map(Number);
  const ratio = ((width ?? NaN) * (down ?? NaN)) / ((height ?? NaN) * (across ?? NaN));
  if (Number.isFinite(ratio) && Math.abs(ratio - 1) > 0.02)
    report(
      'proportions-differ',
      path,
      `The image is ${shown(value.width)} x ${shown(value.height)}, its canvas ${shown(canvas.value.width)} x ${shown(canvas.value.height)}.`,
    );
}

/** An image and the image services that it names. */
function checkImage({ value, path }: Node, { report, version }: Setting): void {
  const id = idOf(value);
  const services = recordsOf(value.service)
    .map((service) => ({ id: baseOf(service), version: imageServiceVersion(service) }))
    .filter((service) => service.version !== undefined && service.id !== '');
  if (id === undefined || services.length === 0) return;
  const at = under(path, version === 2 ? '@id' : 'id');
  const bare = id.replace(/\/(?:info\.json)?$/, '');
  if (services.some((service) => service.id === bare)) {
    report('image-id-is-service', at, `${quoted(id)} is the image service and no image.`);
    return;
  }
  const request = imageRequestOf(id);
  if (request === undefined) return;
  const own = services.filter((service) => service.id === request.service);
  if (own.length === 0) {
    // One image on two hosts has one identifier.
    const name = (uri: string) => uri.slice(uri.lastIndexOf('/'));
    if (services.some((service) => name(service.id) === name(request.service))) return;
    report(
      'image-of-other-service',
      at,
      `${quoted(id)} is not of ${listed(services.map((service) => quoted(service.id)))}.`,
    );
    return;
  }
  const faults = own.map((service) =>
    service.version === undefined ? undefined : unknownTo(service.version, request),
  );
  const [fault] = faults;
  if (fault !== undefined && faults.every((one) => one !== undefined))
    report('image-request-unsupported', at, `Image API ${own[0]?.version ?? ''} does not know ${fault}.`);
}

function baseOf(service: JsonRecord): string {
  return (idOf(service) ?? '').replace(/\/(?:info\.json)?$/, '');
}
