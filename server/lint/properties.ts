import type { JsonRecord } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { under } from './json-path.ts';
import type { Kind, Node } from './node.ts';
import type { Setting } from './setting.ts';
import { quoted, shown } from './shown.ts';

export const PROPERTY_RULES = {
  'label-missing': {
    severity: 'error',
    section: 'Presentation 3.0 §3.1 label',
    section2: 'Presentation 2.1 §3.1 label',
    mend: 'Give it a label: viewers show it wherever the resource is named.',
  },
  'items-missing': {
    severity: 'error',
    section: 'Presentation 3.0 §3.4 items',
    mend: 'List in "items" what the resource is made of.',
  },
  'items-empty': {
    severity: 'error',
    section: 'Presentation 3.0 §3.4 items',
    mend: 'Put at least one member into "items", or leave the resource out.',
  },
  'property-misplaced': {
    severity: 'error',
    section: 'Presentation 3.0 appendix A',
    mend: 'Take the property away, or move it to a resource that may have it.',
  },
  'property-case': {
    severity: 'error',
    section: 'Presentation 3.0 §4.1',
    mend: 'Write the property as the specification does; case matters.',
  },
  'property-of-version-2': {
    severity: 'error',
    section: 'Presentation 3.0 §4.8 and its change log',
    mend: 'Use the property of version 3.0 that took its place.',
  },
  'property-unknown': {
    severity: 'warning',
    section: 'Presentation 3.0 §4.6',
    mend: 'Correct the name, or list at the top a context that says what the property means.',
  },
} satisfies Rules;

/** What the specification wants of every resource of a kind, and what it forbids there. */
export function checkProperties(node: Node, setting: Setting): void {
  checkRequired(node, setting);
  checkMisplaced(node, setting);
  checkNames(node, setting);
}

function checkRequired({ kind, value, path, place, role, parent }: Node, { report, search }: Setting): void {
  const isMember = role === 'items' && parent?.kind === 'Collection';
  const described = place !== 'reference';
  const labelled =
    kind === 'Agent' ||
    (kind === 'Content' && (role === 'homepage' || role === 'rendering')) ||
    ((kind === 'Manifest' || kind === 'Collection') && (described || isMember));
  if (labelled && value.label === undefined)
    report('label-missing', path, `The ${KIND_WORDS[kind] ?? role} has no label.`);
  // A top-level range without items is fetched: Presentation 3.0 §5.4. So is a collection in another.
  const holds = described && (kind === 'Manifest' || kind === 'Collection' || kind === 'Range');
  const isTopPage = place === 'top' && kind === 'AnnotationPage' && !search;
  const { items } = value;
  if ((holds || isTopPage) && items === undefined)
    report('items-missing', path, `The ${KIND_WORDS[kind] ?? kind} has no "items".`);
  else if (holds && kind !== 'Collection' && Array.isArray(items) && items.length === 0)
    report('items-empty', under(path, 'items'), `The ${KIND_WORDS[kind] ?? kind} has nothing in "items".`);
}

const KIND_WORDS: Partial<Record<Kind, string>> = {
  Agent: 'agent',
  Collection: 'collection',
  Manifest: 'manifest',
  Range: 'range',
  AnnotationPage: 'annotation page',
};

const EXTENT = ['height', 'width', 'duration'];
const ANNOTATED = [
  'navDate',
  'placeholderCanvas',
  'accompanyingCanvas',
  'viewingDirection',
  'start',
  'supplementary',
];

/** Presentation 3.0, appendix A; `navPlace` and `textGranularity` from their extensions, §2.1 and §3. */
const FORBIDDEN: Partial<Record<Kind, readonly string[]>> = {
  Collection: ['language', 'format', ...EXTENT, 'timeMode', 'start', 'supplementary', 'structures'],
  Manifest: ['language', 'format', ...EXTENT, 'timeMode', 'supplementary'],
  Canvas: [
    'language',
    'format',
    'viewingDirection',
    'timeMode',
    'start',
    'supplementary',
    'services',
    'structures',
  ],
  Range: ['language', 'format', ...EXTENT, 'timeMode', 'services', 'structures'],
  Annotation: [
    'language',
    'format',
    ...EXTENT,
    ...ANNOTATED,
    'services',
    'structures',
    'annotations',
    'items',
    'navPlace',
  ],
  AnnotationPage: [
    'language',
    'format',
    ...EXTENT,
    ...ANNOTATED,
    'timeMode',
    'services',
    'structures',
    'annotations',
    'navPlace',
  ],
  AnnotationCollection: [
    ...[
      'language',
      'format',
      ...EXTENT,
      ...ANNOTATED,
      'timeMode',
      'services',
      'structures',
      'annotations',
      'items',
      'navPlace',
    ],
  ],
  Content: [...ANNOTATED, 'timeMode', 'services', 'structures', 'navPlace'],
};

/** Links may carry a hint of what they lead to: §4.2 `format`, §3.2 `language`. */
const HINTS = new Set(['format', 'language']);

function checkMisplaced({ kind, value, path, place, parent, role }: Node, { report, search }: Setting): void {
  for (const name of FORBIDDEN[kind] ?? []) {
    if (value[name] === undefined || (place === 'reference' && HINTS.has(name))) continue;
    if (name === 'annotations' && search) continue;
    report(
      'property-misplaced',
      under(path, name),
      `A resource of the type ${shown(value.type)} may not have "${name}".`,
    );
  }
  // Of nested collections only the topmost has services that all share: §3.3.1 services.
  if (
    kind === 'Collection' &&
    parent?.kind === 'Collection' &&
    role === 'items' &&
    value.services !== undefined
  )
    report('property-misplaced', under(path, 'services'), 'Only the topmost collection may have "services".');
  if (value.textGranularity !== undefined && kind !== 'Annotation')
    report(
      'property-misplaced',
      under(path, 'textGranularity'),
      'Only an annotation may have "textGranularity".',
    );
}

function checkNames({ kind, value, path }: Node, { report, vocabulary }: Setting): void {
  if (kind === 'Service' || kind === 'Statement') return;
  for (const name of Object.keys(value)) {
    if (TERMS.has(name) || name === '@context' || name === '@graph') continue;
    const meant = TERMS_BY_CASE.get(name.toLowerCase());
    if (OLD_TERMS.has(name))
      report(
        'property-of-version-2',
        under(path, name),
        `${quoted(name)} is a property of Presentation 2; in 3.0 it is ${OLD_TERMS.get(name) ?? ''}.`,
      );
    else if (meant !== undefined)
      report('property-case', under(path, name), `${quoted(name)} is written "${meant}".`);
    else if (!vocabulary.isOpen && !name.includes(':') && !isOwnWord(name, value))
      report(
        'property-unknown',
        under(path, name),
        `No context of the document says what ${quoted(name)} is.`,
      );
  }
}

/** GeoJSON features have words of their own, as bodies and in `navPlace`. */
function isOwnWord(name: string, { type }: JsonRecord): boolean {
  return (
    (type === 'Feature' || type === 'FeatureCollection') &&
    ['properties', 'geometry', 'features', 'bbox'].includes(name)
  );
}

/** Presentation 3.0 §3, Web Annotation Data Model, Content Search 2.0, and the extensions that have rules here. */
const TERMS = new Set([
  ...[
    'id',
    'type',
    'label',
    'metadata',
    'summary',
    'requiredStatement',
    'rights',
    'provider',
    'thumbnail',
    'navDate',
  ],
  ...[
    'placeholderCanvas',
    'accompanyingCanvas',
    'format',
    'language',
    'profile',
    'height',
    'width',
    'duration',
  ],
  ...[
    'viewingDirection',
    'behavior',
    'timeMode',
    'seeAlso',
    'service',
    'services',
    'homepage',
    'logo',
    'rendering',
  ],
  ...['partOf', 'start', 'supplementary', 'items', 'structures', 'annotations'],
  ...[
    'motivation',
    'purpose',
    'body',
    'bodyValue',
    'target',
    'source',
    'selector',
    'state',
    'scope',
    'value',
  ],
  ...[
    'textDirection',
    'processingLanguage',
    'creator',
    'created',
    'modified',
    'generator',
    'generated',
    'audience',
  ],
  ...[
    'accessibility',
    'canonical',
    'via',
    'stylesheet',
    'styleClass',
    'renderedVia',
    'cached',
    'refinedBy',
    'conformsTo',
  ],
  ...[
    'name',
    'nickname',
    'email',
    'email_sha1',
    'first',
    'last',
    'prev',
    'next',
    'total',
    'startIndex',
    'ignored',
  ],
  ...[
    'sourceDate',
    'sourceDateStart',
    'sourceDateEnd',
    'textGranularity',
    'navPlace',
    'default',
    'exact',
    'prefix',
    'suffix',
  ],
]);
const TERMS_BY_CASE = new Map([...TERMS].map((term) => [term.toLowerCase(), term]));

/** What Presentation 2.1 called it, and what 3.0 does. */
const OLD_TERMS: ReadonlyMap<string, string> = new Map([
  ['@id', '"id"'],
  ['@type', '"type"'],
  ['sequences', '"items", and "structures" for other orders'],
  ['canvases', '"items"'],
  ['ranges', '"items"'],
  ['members', '"items"'],
  ['manifests', '"items"'],
  ['collections', '"items"'],
  ['images', '"items"'],
  ['otherContent', '"annotations"'],
  ['resources', '"items"'],
  ['resource', '"body"'],
  ['on', '"target"'],
  ['full', '"source"'],
  ['chars', '"value"'],
  ['description', '"summary"'],
  ['attribution', '"requiredStatement"'],
  ['license', '"rights"'],
  ['viewingHint', '"behavior"'],
  ['related', '"homepage"'],
  ['within', '"partOf"'],
  ['startCanvas', '"start"'],
  ['contentLayer', '"supplementary"'],
]);
