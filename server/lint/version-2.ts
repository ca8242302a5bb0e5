import { isRecord, listOf, stringsOf } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { under, type Path } from './json-path.ts';
import { checkLanguageTag } from './language-maps.ts';
import type { Kind, Node } from './node.ts';
import type { Setting } from './setting.ts';
import { quoted, shown } from './shown.ts';

export const VERSION_2_RULES = {
  'sequence-missing': {
    severity: 'error',
    section: 'Presentation 2.1 §5.1',
    mend: 'Embed the first sequence, with its canvases.',
  },
  'sequence-unlabelled': {
    severity: 'error',
    section: 'Presentation 2.1 §5.2',
    mend: 'Give each of several sequences a label, by which readers choose.',
  },
  'list-embedded': {
    severity: 'error',
    section: 'Presentation 2.1 §5.5',
    mend: 'Publish the annotation list at its own URI, and leave "resources" out here.',
  },
  'words-malformed': {
    severity: 'error',
    section: 'Presentation 2.1 §4.3',
    mend: 'Give a string, an object with "@value" and "@language", or an array of them.',
  },
  'property-of-version-3': {
    severity: 'error',
    section: 'Presentation 2.1 §3',
    mend: 'Use the property of version 2.1, or serve version 3 whole.',
  },
} satisfies Rules;

const LABELLED: ReadonlySet<Kind> = new Set<Kind>([
  'Collection',
  'Manifest',
  'Canvas',
  'Range',
  'AnnotationCollection',
]);

/** What Presentation 2.1 wants and 3.0 does not know. */
export function checkVersion2(node: Node, setting: Setting): void {
  const { kind, value, path, place, role } = node;
  const { report } = setting;
  // §5.6 and §5.8: members are only pointed to, and labelled all the same.
  const isMember = role === 'members' || role === 'manifests' || role === 'collections';
  if (LABELLED.has(kind) && (place !== 'reference' || isMember) && value.label === undefined)
    report('label-missing', path, `The ${kind.toLowerCase()} has no label.`);
  if (kind === 'Manifest' && place === 'top') checkSequences(node, setting);
  if (kind === 'AnnotationPage' && role === 'otherContent' && 'resources' in value)
    report('list-embedded', under(path, 'resources'), 'The canvas holds the whole annotation list.');
  for (const name of ['id', 'type']) {
    if (value[name] !== undefined && kind !== 'Service' && kind !== 'Statement')
      report('property-of-version-3', under(path, name), `"${name}" is written "@${name}" in version 2.1.`);
  }
  checkWords(node, setting);
}

/** The first sequence is there whole; of several each has a label (§5.2). */
function checkSequences({ value, path }: Node, { report }: Setting): void {
  const sequences = listOf(value.sequences);
  const [first] = sequences;
  if (!isRecord(first) || listOf(first.canvases).length === 0) {
    report('sequence-missing', path, 'The manifest has no sequence with canvases.');
    return;
  }
  if (sequences.length === 1) return;
  sequences.forEach((sequence, index) => {
    if (isRecord(sequence) && sequence.label === undefined)
      report(
        'sequence-unlabelled',
        under(path, 'sequences', index),
        `One of ${sequences.length} sequences has no label.`,
      );
  });
}

function checkWords({ kind, value, path, role }: Node, setting: Setting): void {
  if (kind === 'Service') return;
  if (kind === 'Statement') {
    for (const name of ['label', 'value']) {
      if (value[name] === undefined)
        setting.report('statement-malformed', path, `The entry of "${role}" has no "${name}".`);
    }
  }
  const names = kind === 'Statement' ? ['label', 'value'] : ['label', 'description', 'attribution'];
  for (const name of names) checkValue(value[name], under(path, name), setting);
}

function checkValue(value: unknown, path: Path, setting: Setting): void {
  listOf(value).forEach((one, index) => {
    const at = Array.isArray(value) ? under(path, index) : path;
    if (isRecord(one) && '@value' in one) {
      for (const tag of stringsOf(one['@language'])) checkLanguageTag(tag, under(at, '@language'), setting);
      if (typeof one['@value'] !== 'string')
        setting.report('words-malformed', at, `The text is ${shown(one['@value'])}.`);
    } else if (typeof one !== 'string') {
      const languages = isRecord(one) ? Object.keys(one).slice(0, 1).map(quoted).join('') : '';
      setting.report(
        'words-malformed',
        at,
        `It is ${shown(one)}${languages === '' ? '' : ` with the key ${languages}`} and no text.`,
      );
    }
  });
}
