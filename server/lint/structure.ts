import { isRecord, stringsOf } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { under } from './json-path.ts';
import type { Kind, Misfit, Node } from './node.ts';
import type { Setting } from './setting.ts';
import { listed, quoted, shown } from './shown.ts';

export const STRUCTURE_RULES = {
  'property-not-list': {
    severity: 'error',
    section: 'Presentation 3.0 §4.3',
    mend: 'Put the value into an array, even if it is the only one.',
  },
  'property-is-list': {
    severity: 'error',
    section: 'Presentation 3.0 §3',
    mend: 'Give the one object without an array around it.',
  },
  'link-not-object': {
    severity: 'error',
    section: 'Presentation 3.0 §4.2',
    section2: 'Presentation 2.1 §4.1',
    mend: 'Give an object with "id" and "type" instead of the bare value.',
  },
  'type-missing': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 type',
    section2: 'Presentation 2.1 §3.3',
    mend: 'Say with "type" what the resource is.',
  },
  'type-wrong': {
    severity: 'error',
    section: 'Presentation 3.0 §3.4',
    section2: 'Presentation 2.1 §5',
    mend: 'Move the resource to where its type belongs, or correct the type.',
  },
  'type-case': {
    severity: 'error',
    section: 'Presentation 3.0 §4.1',
    mend: 'Write the type as the specification does; case matters.',
  },
  'type-not-string': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 type',
    mend: 'Give one type, as a string.',
  },
  'manifest-embedded': {
    severity: 'error',
    section: 'Presentation 3.0 §5.1',
    mend: 'Leave "items" out, and publish the manifest at its own URI.',
  },
} satisfies Rules;

/** What could not be taken for a resource where the specification wants one. */
export function checkMisfit(misfit: Misfit, { report, version, search }: Setting): void {
  const { path, role, value, expected } = misfit;
  // Content Search 2.0 §4.2.2 and §4.2.3: there it is one object, and its examples of targets have no type.
  if (search && (role === 'partOf' || role === 'target')) return;
  const names = listed(
    expected.map((kind) => nameOf(kind, version)),
    'or',
  );
  switch (misfit.fault) {
    case 'not-list':
      report('property-not-list', path, `"${role}" holds ${shown(value)} and no array.`);
      break;
    case 'is-list':
      report('property-is-list', path, `"${role}" holds an array and not one object.`);
      break;
    case 'not-object':
      report('link-not-object', path, `"${role}" holds ${shown(value)} where there should be ${names}.`);
      break;
    case 'type-missing':
      report('type-missing', path, `A resource in "${role}" has no type; it could be ${names}.`);
      break;
    case 'type-case':
      report('type-case', path, `The type ${typeWords(value)} is written differently: ${names}.`);
      break;
    case 'type-wrong':
      report(
        'type-wrong',
        path,
        `"${role}" holds a resource of the type ${typeWords(value)} where there should be ${names}.`,
      );
      break;
  }
}

function nameOf(kind: Kind, version: 2 | 3): string {
  if (version === 2 && kind === 'AnnotationPage') return 'AnnotationList';
  if (version === 2 && kind === 'AnnotationCollection') return 'Layer';
  return kind === 'Content' ? 'content resource' : kind;
}

export function checkStructure(node: Node, { report }: Setting): void {
  const { kind, value, path, place, parent } = node;
  if (Array.isArray(value.type)) {
    const types = stringsOf(value.type).map(quoted);
    report('type-not-string', under(path, 'type'), `The type is an array, of ${listed(types)}.`);
  } else if (place === 'top' && typeof value.type === 'string' && value.type !== kind) {
    report(
      'type-case',
      under(path, 'type'),
      `The type ${quoted(value.type)} is written differently: ${kind}.`,
    );
  }
  if (kind === 'Manifest' && parent?.kind === 'Collection' && node.role === 'items' && 'items' in value)
    report('manifest-embedded', under(path, 'items'), 'The collection holds the whole manifest.');
}

function typeWords(value: unknown): string {
  return isRecord(value) ? shown(value.type ?? value['@type']) : shown(value);
}
