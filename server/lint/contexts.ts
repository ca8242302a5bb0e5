import { isRecord, listOf, stringsOf, typesOf, type JsonRecord } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { ROOT, under } from './json-path.ts';
import type { Node } from './node.ts';
import type { Setting } from './setting.ts';
import { listed, quoted, shown } from './shown.ts';
import {
  AUTH_2,
  NAV_PLACE,
  PRESENTATION_2,
  PRESENTATION_3,
  SEARCH_2,
  TEXT_GRANULARITY,
} from './vocabulary.ts';

export const CONTEXT_RULES = {
  'context-missing': {
    severity: 'error',
    section: 'Presentation 3.0 §4.6',
    section2: 'Presentation 2.1 §4.5',
    mend: 'Let the document begin with "@context" and the URI of the Presentation API context.',
  },
  'context-wrong': {
    severity: 'error',
    section: 'Presentation 3.0 §4.6',
    section2: 'Presentation 2.1 §4.5',
    mend: 'Write the context as the specification does, to the letter, with http and not https.',
  },
  'context-order': {
    severity: 'error',
    section: 'Presentation 3.0 §4.6',
    mend: 'Put the contexts of extensions first and the Presentation context last.',
  },
  'context-nested': {
    severity: 'error',
    section: 'Presentation 3.0 §4.6',
    section2: 'Presentation 2.1 §4.5',
    mend: 'Take it away here, and list the contexts that are needed at the top of the document.',
  },
  'context-in-service': {
    severity: 'warning',
    section: 'Presentation 3.0 §3.3.1 service',
    mend: 'Take it away: a service says by its type what it is.',
  },
  'context-extension-missing': {
    severity: 'error',
    section: 'Presentation 3.0 §4.6',
    mend: 'Add the context of the extension before the Presentation context at the top.',
  },
  'context-not-first': {
    severity: 'advice',
    section: 'Presentation 3.0 §4.6',
    section2: 'Presentation 2.1 §4.5',
    mend: 'Write "@context" before all other keys.',
  },
  'graph-at-top': {
    severity: 'error',
    section: 'Presentation 3.0 §4.6',
    mend: 'Frame the JSON-LD, so that the resource itself is the top of the document.',
  },
} satisfies Rules;

/** The contexts at the top of a document of the Presentation API. */
export function checkTopContext(document: JsonRecord, setting: Setting): void {
  const { report, version, search } = setting;
  const path = under(ROOT, '@context');
  const value = document['@context'];
  const entries = listOf(value);
  const own = version === 3 ? PRESENTATION_3 : PRESENTATION_2;
  if ('@graph' in document)
    report('graph-at-top', under(ROOT, '@graph'), 'The top of the document is a graph.');
  if (entries.length === 0) {
    report('context-missing', ROOT, `The document has no "@context"; it should be ${quoted(own)}.`);
    return;
  }
  if (Object.keys(document)[0] !== '@context')
    report('context-not-first', path, '"@context" is not the first key of the document.');
  const odd = entries.find((entry) => typeof entry !== 'string' && !isRecord(entry));
  if (odd !== undefined) report('context-wrong', path, `A context is ${shown(odd)}, which names none.`);
  // Content Search 2.0 has a context that takes in that of Presentation 3.0.
  if (search && entries.at(-1) === SEARCH_2) return;
  const position = entries.indexOf(own);
  if (position === -1) {
    const names = stringsOf(entries).map(quoted);
    report('context-wrong', path, `It holds ${listed(names)} and not ${quoted(own)}.`);
  } else if (version === 3 && position < entries.length - 1) {
    report('context-order', path, `${shown(entries.at(-1))} comes after the Presentation context.`);
  }
}

export function checkContexts(node: Node, setting: Setting): void {
  checkNested(node, setting);
  if (setting.version === 3) checkExtensions(node, setting);
}

function checkNested({ kind, value, path, place }: Node, { report, version }: Setting): void {
  if (place === 'top' || value['@context'] === undefined) return;
  const at = under(path, '@context');
  const context = shown(value['@context']);
  if (kind !== 'Service') {
    const isOwn = stringsOf(value['@context']).some((name) => name.includes('iiif.io/api/presentation/'));
    // Presentation 2.1 §4.5: whatever is beyond the specification brings its own context with it.
    if (version === 3 || isOwn)
      report('context-nested', at, `A resource inside the document has a context, ${context}.`);
  } else if (version === 3 && !NEEDING_CONTEXT.test(context)) {
    report('context-in-service', at, `The service has a context of its own, ${context}.`);
  }
}

/** Services of earlier APIs say what they are by nothing else: Search 1.0 §3, Auth 1.0 §2.1, physical dimensions. */
const NEEDING_CONTEXT = /iiif\.io\/api\/(?:search\/[01]|auth\/[01]|annex)\//;

function checkExtensions(node: Node, { report, vocabulary: { contexts, isOpen } }: Setting): void {
  const { value, path } = node;
  const needs = (term: string, context: string) => {
    // A context of somebody's own may say what the term means.
    if (contexts.has(context) || isOpen || contexts.size === 0) return;
    report(
      'context-extension-missing',
      path,
      `It uses ${term}, and the document does not list ${quoted(context)}.`,
    );
  };
  if (value.textGranularity !== undefined) needs('textGranularity', TEXT_GRANULARITY);
  if (value.navPlace !== undefined) needs('navPlace', NAV_PLACE);
  if (node.kind === 'Service' && typesOf(value).includes('AuthProbeService2'))
    needs('AuthProbeService2', AUTH_2);
}
