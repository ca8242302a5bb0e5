import { stringsOf } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { under } from './json-path.ts';
import type { Node } from './node.ts';
import type { Setting } from './setting.ts';
import { listed, quoted, shown } from './shown.ts';

export const MOTIVATION_RULES = {
  'motivation-missing': {
    severity: 'error',
    section: 'Presentation 3.0 §3.5',
    section2: 'Presentation 2.1 §5.4',
    mend: 'Say why the annotation is there: "painting", "supplementing", "commenting" or another motivation.',
  },
  'motivation-not-painting': {
    severity: 'error',
    section: 'Presentation 3.0 §5.3',
    section2: 'Presentation 2.1 §5.4',
    mend: 'Move the annotation into "annotations" of the canvas (2.1: an annotation list), or paint with it.',
  },
  'motivation-painting-misplaced': {
    severity: 'error',
    section: 'Presentation 3.0 §3.4 annotations',
    section2: 'Presentation 2.1 §5.5',
    mend: 'Move the annotation into "items" of the canvas (2.1: "images").',
  },
  'motivation-prefixed': {
    severity: 'error',
    section: 'Presentation 3.0 §3.5',
    mend: 'Leave the prefix away: "painting", "commenting".',
  },
  'motivation-unknown': {
    severity: 'warning',
    section: "Presentation 3.0 §3.5; IIIF's registry of motivations",
    mend: 'Use a registered motivation; transcriptions and translations are "supplementing".',
  },
  'painting-without-body': {
    severity: 'error',
    section: 'Presentation 3.0 §5.6',
    section2: 'Presentation 2.1 §5.4',
    mend: 'Give the annotation a body: what is to be seen or heard.',
  },
  'content-state-without-manifest': {
    severity: 'error',
    section: 'Content State 1.0 §2.2',
    mend: 'Give the target "partOf" with the id and the type of its manifest.',
  },
} satisfies Rules;

/** Presentation 3.0 §3.5, Content Search 2.0, Content State, and the Web Annotation Vocabulary §3.4. */
const KNOWN = new Set([
  ...['painting', 'supplementing', 'contextualizing', 'contentState'],
  ...[
    'assessing',
    'bookmarking',
    'classifying',
    'commenting',
    'describing',
    'editing',
    'highlighting',
    'identifying',
  ],
  ...['linking', 'moderating', 'questioning', 'replying', 'tagging'],
]);

export function checkMotivations(node: Node, setting: Setting): void {
  if (node.kind !== 'Annotation' || node.place === 'reference') return;
  const { value, path } = node;
  const { report, version, vocabulary } = setting;
  const motivations = stringsOf(value.motivation);
  const at = under(path, 'motivation');
  if (motivations.length === 0) {
    report(
      'motivation-missing',
      path,
      `The annotation has ${value.motivation === undefined ? 'no motivation' : `the motivation ${shown(value.motivation)}`}.`,
    );
    return;
  }
  if (version === 2) {
    checkImage(node, motivations, setting);
    return;
  }
  for (const motivation of motivations) {
    if (/^(?:oa|sc|iiif):/.test(motivation))
      report('motivation-prefixed', at, `The motivation ${quoted(motivation)} has a prefix.`);
    else if (!KNOWN.has(motivation) && !vocabulary.isOpen && !motivation.includes(':'))
      report('motivation-unknown', at, `${quoted(motivation)} is in no registry.`);
  }
  const paints = motivations.some((motivation) => motivation.replace(/^\w+:/, '') === 'painting');
  const page = node.parent;
  if (page?.role === 'items' && page.parent?.kind === 'Canvas' && !paints)
    report(
      'motivation-not-painting',
      at,
      `An annotation in "items" of a canvas is ${listed(motivations.map(quoted))}.`,
    );
  if (page?.role === 'annotations' && paints)
    report('motivation-painting-misplaced', at, 'An annotation in "annotations" is "painting".');
  if (paints && value.body === undefined)
    report('painting-without-body', path, 'The annotation paints nothing.');
  if (motivations.includes('contentState')) checkContentState(node, setting);
}

/** Presentation 2.1 §5.4 and §5.5: images are painted, and lists paint everything else. */
function checkImage({ value, path, role }: Node, motivations: readonly string[], { report }: Setting): void {
  const paints = motivations.includes('sc:painting');
  if (role === 'images' && !paints)
    report(
      'motivation-not-painting',
      under(path, 'motivation'),
      `An image of a canvas is ${listed(motivations.map(quoted))} and not "sc:painting".`,
    );
  if (role === 'images' && value.resource === undefined)
    report('painting-without-body', path, 'The annotation has no resource.');
  const type = resourceTypes(value.resource);
  if (role === 'resources' && paints && type.includes('dctypes:Image'))
    report('motivation-painting-misplaced', under(path, 'motivation'), 'An annotation list paints an image.');
}

function resourceTypes(resource: unknown): string[] {
  return typeof resource === 'object' && resource !== null && '@type' in resource
    ? stringsOf(resource['@type'])
    : [];
}

/** A canvas or a range alone does not say where it is to be found. */
function checkContentState({ value, path }: Node, { report }: Setting): void {
  const target = value.target;
  if (typeof target !== 'object' || target === null || Array.isArray(target)) return;
  const source = 'source' in target ? target.source : target;
  if (typeof source !== 'object' || source === null || !('type' in source)) return;
  const needs = source.type === 'Canvas' || source.type === 'Range';
  if (needs && !('partOf' in source))
    report(
      'content-state-without-manifest',
      under(path, 'target'),
      `The target is a ${source.type === 'Canvas' ? 'canvas' : 'range'} of no manifest.`,
    );
}
