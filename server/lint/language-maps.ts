import { isRecord } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { under, type Path } from './json-path.ts';
import { isLanguageTag, unregistered } from './language-tag.ts';
import type { Node } from './node.ts';
import type { Setting } from './setting.ts';
import { quoted, shown } from './shown.ts';

export const LANGUAGE_RULES = {
  'language-map-malformed': {
    severity: 'error',
    section: 'Presentation 3.0 §4.4',
    mend: 'Give an object with languages as keys and arrays of strings as values: {"en": ["..."]}.',
  },
  'language-map-empty': {
    severity: 'warning',
    section: 'Presentation 3.0 §3.1',
    mend: 'Give at least one text, or leave the property out.',
  },
  'label-empty': {
    severity: 'error',
    section: 'Presentation 3.0 §3.1 label',
    mend: 'Give the label at least one text.',
  },
  'statement-malformed': {
    severity: 'error',
    section: 'Presentation 3.0 §3.1 metadata',
    section2: 'Presentation 2.1 §3.1 metadata',
    mend: 'Give both "label" and "value".',
  },
  'language-tag-invalid': {
    severity: 'error',
    section: 'Presentation 3.0 §4.4',
    section2: 'Presentation 2.1 §4.3',
    mend: 'Use a BCP 47 tag with hyphens, such as "en" or "ru-petr1708", or "none" where there is no language.',
  },
  'language-tag-unregistered': {
    severity: 'warning',
    section: 'BCP 47 (RFC 5646) §2.2.1',
    mend: "Use the shortest code that IANA's registry has for the language.",
  },
} satisfies Rules;

export function checkLanguageMaps(node: Node, setting: Setting): void {
  const { kind, value, path } = node;
  // Services of earlier APIs have plain strings; those of Auth 2.0 are checked with it.
  if (kind === 'Service') return;
  if (kind === 'Statement') {
    for (const name of ['label', 'value']) {
      if (value[name] === undefined)
        setting.report('statement-malformed', path, `The entry of "${node.role}" has no "${name}".`);
      else checkLanguageMap(value[name], under(path, name), setting);
    }
    return;
  }
  if (value.label !== undefined) {
    const needed = kind === 'Collection' || kind === 'Manifest' || kind === 'Agent';
    checkLanguageMap(value.label, under(path, 'label'), setting, needed);
  }
  if (value.summary !== undefined) checkLanguageMap(value.summary, under(path, 'summary'), setting);
}

/** @param needed whether the resource must have these words. */
export function checkLanguageMap(map: unknown, path: Path, setting: Setting, needed = false): void {
  const { report } = setting;
  if (!isRecord(map)) {
    report('language-map-malformed', path, `It is ${shown(map)} and no object of texts by language.`);
    return;
  }
  const entries = Object.entries(map);
  for (const [language, texts] of entries) {
    const at = under(path, language);
    if (language !== 'none') checkLanguageTag(language, at, setting);
    if (!Array.isArray(texts)) {
      report(
        'language-map-malformed',
        at,
        `The texts in ${quoted(language)} are ${shown(texts)} and no array.`,
      );
      continue;
    }
    texts.forEach((text: unknown, index) => {
      if (typeof text !== 'string')
        report(
          'language-map-malformed',
          under(at, index),
          `A text in ${quoted(language)} is ${shown(text)} and no string.`,
        );
    });
  }
  if (!entries.some(([, texts]) => hasWords(texts)))
    report(needed ? 'label-empty' : 'language-map-empty', path, 'There is no text in any language.');
}

export function checkLanguageTag(tag: string, path: Path, { report }: Setting): void {
  if (!isLanguageTag(tag)) {
    report('language-tag-invalid', path, `${quoted(tag)} is no language tag.`);
    return;
  }
  const meant = unregistered(tag);
  if (meant !== undefined)
    report(
      'language-tag-unregistered',
      path,
      `${quoted(tag)} names no language${meant === '' ? '' : `; "${meant}" does`}.`,
    );
}

function hasWords(texts: unknown): boolean {
  // What is wrong in another way is told already.
  if (!Array.isArray(texts)) return true;
  return texts.some((text) => typeof text !== 'string' || text.trim() !== '');
}
