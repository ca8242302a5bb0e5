import { stringsOf } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { under } from './json-path.ts';
import { around, type Kind, type Node } from './node.ts';
import type { Setting } from './setting.ts';
import { quoted, shown } from './shown.ts';

export const BEHAVIOR_RULES = {
  'behavior-malformed': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 behavior',
    mend: 'Give an array of strings.',
  },
  'behavior-disjoint': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 behavior',
    mend: 'Keep the one that is meant.',
  },
  'behavior-misplaced': {
    severity: 'error',
    section: 'Presentation 3.0 appendix A',
    section2: 'Presentation 2.1 §3.3 viewingHint',
    mend: 'Move it to a resource for which it means something.',
  },
  'behavior-unknown': {
    severity: 'warning',
    section: 'Presentation 3.0 §3.2 behavior',
    section2: 'Presentation 2.1 §3.3 viewingHint',
    mend: 'Correct the word, or list at the top the context of the extension that defines it.',
  },
  'sequence-nested': {
    severity: 'error',
    section: 'Presentation 3.0 §5.4',
    mend: 'Put the range directly into "structures".',
  },
  'thumbnail-nav-without-thumbnail': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 behavior',
    mend: 'Give every range in a thumbnail-nav range a thumbnail.',
  },
  'viewing-direction-unknown': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 viewingDirection',
    section2: 'Presentation 2.1 §3.3 viewingDirection',
    mend: 'Use left-to-right, right-to-left, top-to-bottom or bottom-to-top.',
  },
  'time-mode-unknown': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 timeMode',
    mend: 'Use trim, scale or loop.',
  },
} satisfies Rules;

const CONTAINERS: readonly Kind[] = ['Collection', 'Manifest', 'Range'];
const HIDEABLE: readonly Kind[] = [
  'AnnotationCollection',
  'AnnotationPage',
  'Annotation',
  'SpecificResource',
  'Choice',
];

/** Presentation 3.0 §3.2 and appendix A: where each may stand. */
const VALID: ReadonlyMap<string, readonly Kind[]> = new Map<string, readonly Kind[]>([
  ['auto-advance', [...CONTAINERS, 'Canvas']],
  ['no-auto-advance', [...CONTAINERS, 'Canvas']],
  ['repeat', ['Collection', 'Manifest']],
  ['no-repeat', ['Collection', 'Manifest']],
  ['unordered', CONTAINERS],
  ['individuals', CONTAINERS],
  ['continuous', CONTAINERS],
  ['paged', CONTAINERS],
  ['facing-pages', ['Canvas']],
  ['non-paged', ['Canvas']],
  ['multi-part', ['Collection']],
  ['together', ['Collection']],
  ['sequence', ['Range']],
  ['thumbnail-nav', ['Range']],
  ['no-nav', ['Range']],
  ['hidden', HIDEABLE],
]);

/** No resource may have two of a set. */
const DISJOINT: readonly (readonly string[])[] = [
  ['auto-advance', 'no-auto-advance'],
  ['repeat', 'no-repeat'],
  ['unordered', 'individuals', 'continuous', 'paged'],
  ['paged', 'facing-pages', 'non-paged'],
  ['multi-part', 'together'],
  ['sequence', 'thumbnail-nav', 'no-nav'],
];

const HINTS: ReadonlyMap<string, readonly Kind[]> = new Map<string, readonly Kind[]>([
  ['individuals', ['Collection', 'Manifest', 'Sequence', 'Range']],
  ['paged', ['Manifest', 'Sequence', 'Range']],
  ['continuous', ['Manifest', 'Sequence', 'Range']],
  ['multi-part', ['Collection']],
  ['non-paged', ['Canvas']],
  ['top', ['Range']],
  ['facing-pages', ['Canvas']],
]);

const DIRECTIONS = ['left-to-right', 'right-to-left', 'top-to-bottom', 'bottom-to-top'];
const TIME_MODES = ['trim', 'scale', 'loop'];

export function checkBehaviors(node: Node, setting: Setting): void {
  const { value, path, kind } = node;
  const { report, vocabulary, version } = setting;
  const name = version === 3 ? 'behavior' : 'viewingHint';
  if (value[name] !== undefined) {
    const isList = Array.isArray(value[name]) && value[name].every((one) => typeof one === 'string');
    if (version === 3 && !isList)
      report('behavior-malformed', under(path, name), `It is ${shown(value[name])} and no array of strings.`);
    for (const behavior of stringsOf(value[name])) checkPlace(behavior, node, setting);
    if (version === 3) checkDisjoint(stringsOf(value.behavior), node, setting);
  }
  const direction = value.viewingDirection;
  if (direction !== undefined && !isOneOf(DIRECTIONS, direction) && !vocabulary.isOpen)
    report(
      'viewing-direction-unknown',
      under(path, 'viewingDirection'),
      `The direction is ${shown(direction)}.`,
    );
  const mode = value.timeMode;
  if (kind === 'Annotation' && mode !== undefined && !isOneOf(TIME_MODES, mode) && !vocabulary.isOpen)
    report('time-mode-unknown', under(path, 'timeMode'), `The mode is ${shown(mode)}.`);
  if (kind === 'Range') checkRange(node, setting);
}

function checkPlace(
  behavior: string,
  { kind, path, value }: Node,
  { report, version, vocabulary }: Setting,
): void {
  const valid = (version === 3 ? VALID : HINTS).get(behavior);
  const at = under(path, version === 3 ? 'behavior' : 'viewingHint');
  if (valid === undefined) {
    // An extension's behavior is a URI or a term of its context.
    if (!vocabulary.isOpen && !URL.canParse(behavior))
      report('behavior-unknown', at, `No specification says what ${quoted(behavior)} does.`);
  } else if (!valid.includes(kind) && (kind !== 'Content' || behavior === 'hidden')) {
    report(
      'behavior-misplaced',
      at,
      `${quoted(behavior)} means nothing on a resource of the type ${shown(value.type ?? value['@type'])}.`,
    );
  }
}

function checkDisjoint(behaviors: readonly string[], { path }: Node, { report }: Setting): void {
  for (const set of DISJOINT) {
    const [one, other] = set.filter((behavior) => behaviors.includes(behavior));
    if (one !== undefined && other !== undefined)
      report(
        'behavior-disjoint',
        under(path, 'behavior'),
        `It has both ${quoted(one)} and ${quoted(other)}, which exclude each other.`,
      );
  }
}

function checkRange({ value, path, role, parent }: Node, { report }: Setting): void {
  if (parent?.kind !== 'Range') return;
  if (role === 'items' && stringsOf(value.behavior).includes('sequence'))
    report(
      'sequence-nested',
      under(path, 'behavior'),
      'A range with the behavior "sequence" lies in another range.',
    );
  const nav = stringsOf(around(parent, 'Range')?.value.behavior).includes('thumbnail-nav');
  if (role === 'items' && nav && value.thumbnail === undefined)
    report(
      'thumbnail-nav-without-thumbnail',
      path,
      'The range lies in a thumbnail-nav range and has no thumbnail.',
    );
}

function isOneOf(words: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && words.includes(value);
}
