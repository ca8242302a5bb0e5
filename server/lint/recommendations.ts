import { listOf, recordsOf } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import type { Kind, Node } from './node.ts';
import { imageServiceVersion } from './services.ts';
import type { Setting } from './setting.ts';
import { listed } from './shown.ts';

export const RECOMMENDATION_RULES = {
  'recommended-missing': {
    severity: 'advice',
    section: 'Presentation 3.0 §3 and appendix A',
    mend: 'Give it where you can: viewers show it, or load faster with it.',
  },
  'image-without-service': {
    severity: 'advice',
    section: 'Presentation 3.0 §5.7',
    mend: 'Serve the image by the Image API, so that viewers load only what they show.',
  },
  'collection-empty': {
    severity: 'advice',
    section: 'Presentation 3.0 §5.1',
    section2: 'Presentation 2.1 §5.8',
    mend: 'Leave a collection without members out, except as the result of a search.',
  },
} satisfies Rules;

/** Presentation 3.0, appendix A: recommended on what is described here. */
const DESCRIBED: Partial<Record<Kind, readonly string[]>> = {
  Collection: ['metadata', 'summary', 'provider', 'thumbnail'],
  Manifest: ['metadata', 'summary', 'provider', 'thumbnail'],
  Canvas: ['label'],
  Range: ['label'],
  AnnotationCollection: ['label'],
  Agent: ['homepage', 'logo'],
};

/** §3.3: recommended on a link, by the property that it stands in. */
const LINKED: Readonly<Record<string, readonly string[] | undefined>> = {
  seeAlso: ['label', 'format', 'profile'],
  partOf: ['label'],
  thumbnail: ['format'],
};

export function checkRecommendations(node: Node, { report, version }: Setting): void {
  const { kind, value, path, place, role, parent } = node;
  const { items } = value;
  if (version === 3 && kind === 'Collection' && Array.isArray(items) && items.length === 0)
    report('collection-empty', path, 'The collection has no members.');
  if (version === 2) return;
  const isMember = role === 'items' && parent?.kind === 'Collection';
  const wanted = [
    ...(place !== 'reference' && role !== 'placeholderCanvas' ? (DESCRIBED[kind] ?? []) : []),
    ...(role === '' ? [] : (LINKED[role] ?? [])),
    ...(isMember && place === 'reference' ? ['thumbnail'] : []),
    ...(parent?.kind === 'Choice' && kind === 'Content' ? ['label'] : []),
  ];
  const missing = wanted.filter((name) => value[name] === undefined);
  if (missing.length > 0) report('recommended-missing', path, `It has no ${listed(missing)}.`);
  const isPainted =
    role === 'body' && value.type === 'Image' && listOf(parent?.value.motivation).includes('painting');
  if (isPainted && !recordsOf(value.service).some((service) => imageServiceVersion(service) !== undefined))
    report('image-without-service', path, 'The image has no image service.');
}
