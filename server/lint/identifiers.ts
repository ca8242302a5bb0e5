import { idOf, stringsOf } from '../../viewer/iiif/json.ts';
import { withoutFragment, type Catalog } from './catalog.ts';
import type { Rules } from './finding.ts';
import { formatPath, under } from './json-path.ts';
import { isInTarget, type Kind, type Node } from './node.ts';
import type { Reading } from './reading.ts';
import type { Setting } from './setting.ts';
import { listed, quoted, shown } from './shown.ts';

export const IDENTIFIER_RULES = {
  'id-missing': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 id',
    section2: 'Presentation 2.1 §3.3 @id',
    mend: 'Give the resource a URI of its own, and keep it.',
  },
  'id-invalid': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 id',
    section2: 'Presentation 2.1 §3.3 @id',
    mend: 'Give a whole URI, with http or https for what IIIF defines.',
  },
  'id-unencoded': {
    severity: 'error',
    section: 'Presentation 3.0 §6.1',
    section2: 'Presentation 2.1 §7.1',
    mend: 'Percent-encode every character that a URI may not hold (RFC 3986 §2).',
  },
  'canvas-id-fragment': {
    severity: 'error',
    section: 'Presentation 3.0 §5.3',
    section2: 'Presentation 2.1 §5.3',
    mend: 'Give the canvas a URI without "#": parts of it are named by fragments.',
  },
  'id-duplicate': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 id',
    section2: 'Presentation 2.1 §3.3 @id',
    mend: 'Give each resource a URI of its own.',
  },
  'id-type-conflict': {
    severity: 'warning',
    section: 'Presentation 3.0 §3.2 id',
    mend: 'Use one type wherever the URI stands, or two URIs: viewers that keep resources by id fail to load.',
  },
  'id-mixed-content': {
    severity: 'warning',
    section: 'Presentation 3.0 §6.1',
    section2: 'Presentation 2.1 §7.1',
    mend: 'Use https: a page that came by https may not fetch from http.',
  },
  'id-not-https': {
    severity: 'advice',
    section: 'Presentation 3.0 §6.1',
    mend: 'Publish with https.',
  },
  'id-with-query': {
    severity: 'advice',
    section: 'Presentation 3.0 §6.1',
    mend: 'Choose a URI without query or fragment, which lasts longer.',
  },
} satisfies Rules;

/** What IIIF defines, and wants an http or https URI of. */
const WEB_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  ...(['Collection', 'Manifest', 'Sequence', 'Canvas', 'AnnotationPage', 'Annotation'] as const),
]);
/** These only need some URI: Presentation 3.0 §5.4, §5.8, §3.1 provider, §5.7. */
const NAMED_KINDS: ReadonlySet<Kind> = new Set<Kind>(['Range', 'AnnotationCollection', 'Agent', 'Content']);

export function checkIdentifiers(node: Node, setting: Setting): void {
  const { kind, value, path } = node;
  const { report, version } = setting;
  if (!WEB_KINDS.has(kind) && !NAMED_KINDS.has(kind)) return;
  const key = version === 2 || value.id === undefined ? '@id' : 'id';
  const id = value[key];
  const at = under(path, id === undefined ? 'id' : key);
  if (id === undefined) {
    if (needsId(node, version))
      report('id-missing', path, `A resource of the type ${shown(value.type ?? value['@type'])} has no id.`);
    return;
  }
  if (typeof id !== 'string') {
    report('id-invalid', at, `The id is ${shown(id)}.`);
  } else if (/[^\u0021-\u007e]|["<>\\^`{|}]/.test(id)) {
    report('id-unencoded', at, `${quoted(id)} has characters that a URI may not hold.`);
  } else if (!URL.canParse(id)) {
    report('id-invalid', at, `${quoted(id)} is no URI.`);
  } else if (WEB_KINDS.has(kind) && !/^https?:\/\//i.test(id)) {
    report('id-invalid', at, `${quoted(id)} is no http or https URI.`);
  } else {
    checkForm(node, id, setting);
  }
}

/** Presentation 2.1 lets annotations and sequences go without, and content that is embedded (§3.3). */
function needsId({ kind, value, parent }: Node, version: 2 | 3): boolean {
  if (version === 2) {
    if (kind === 'Annotation' || kind === 'Sequence') return false;
    return (
      kind !== 'Content' ||
      (value.chars === undefined && value['cnt:chars'] === undefined && parent?.kind !== 'Choice')
    );
  }
  // A feature of GeoJSON may be without (RFC 7946 §3.2), and so may a style sheet that is embedded.
  return value.type !== 'Feature' && value.type !== 'CssStylesheet';
}

function checkForm({ kind, path, place, role }: Node, id: string, { report, version }: Setting): void {
  const at = under(path, version === 2 ? '@id' : 'id');
  if (kind === 'Canvas' && place !== 'reference' && id.includes('#'))
    report('canvas-id-fragment', at, `The canvas's id ${quoted(id)} has a fragment.`);
  if (!WEB_KINDS.has(kind) || place === 'reference' || role === 'body') return;
  if (/^http:/i.test(id)) report('id-not-https', at, `${quoted(id)} is not https.`);
  if (/[?#]/.test(id) && !(kind === 'Canvas' && id.includes('#')))
    report('id-with-query', at, `${quoted(id)} has a query or a fragment.`);
}

/** What ids say of one another, in the whole document. */
export function checkIdentity(
  { nodes, catalog }: Pick<Reading, 'nodes' | 'catalog'>,
  setting: Setting,
): void {
  checkDuplicates(nodes, setting);
  if (setting.version === 3) checkTypes(catalog, setting);
  checkMixedContent(nodes, setting);
}

const UNIQUE_KINDS: ReadonlySet<Kind> = new Set<Kind>([...WEB_KINDS, 'Range', 'AnnotationCollection']);

function checkDuplicates(nodes: readonly Node[], { report, version }: Setting): void {
  const firsts = new Map<string, { node: Node; text?: string }>();
  for (const node of nodes) {
    const id = idOf(node.value);
    if (id === undefined || node.place === 'reference' || !UNIQUE_KINDS.has(node.kind)) continue;
    // A poster may stand in for many canvases.
    if (/^(?:placeholder|accompanying)Canvas$/.test(node.role)) continue;
    const first = firsts.get(id);
    if (first === undefined) {
      firsts.set(id, { node });
      continue;
    }
    // One annotation on two pages is one annotation, as long as both say the same of it.
    first.text ??= JSON.stringify(first.node.value);
    const isOther = node.kind !== first.node.kind || JSON.stringify(node.value) !== first.text;
    if (node.kind === 'Canvas' || isOther)
      report(
        'id-duplicate',
        under(node.path, version === 2 ? '@id' : 'id'),
        `${quoted(id)} is already the id of ${formatPath(first.node.path)}.`,
      );
  }
}

/** One URI as a Dataset here and as a Text there. Agents are often named by their homepage. */
function checkTypes({ places }: Catalog, { report }: Setting): void {
  for (const [id, nodes] of places) {
    const found = new Map<string, { type: string; node: Node }>();
    for (const node of nodes) {
      const [type] = stringsOf(node.value.type);
      if (type === undefined || node.kind === 'Agent' || node.kind === 'Service') continue;
      // That a type is written in another case is told elsewhere.
      const key = type.toLowerCase();
      if (idOf(node.value) === id && !found.has(key)) found.set(key, { type, node });
    }
    const [, second] = found.values();
    const types = [...found.values()].map(({ type }) => quoted(type));
    if (second !== undefined)
      report(
        'id-type-conflict',
        under(second.node.path, 'type'),
        `${quoted(id)} has the types ${listed(types)}.`,
      );
  }
}

function checkMixedContent(nodes: readonly Node[], { report }: Setting): void {
  const [top] = nodes;
  if (top === undefined || !/^https:/i.test(idOf(top.value) ?? '')) return;
  for (const node of nodes) {
    const id = idOf(node.value);
    if (id === undefined || !/^http:\/\//i.test(id) || isInTarget(node)) continue;
    const isFetched =
      (node.kind === 'Service' &&
        /^(?:Image|Search)Service/.test(stringsOf(node.value.type ?? node.value['@type'])[0] ?? '')) ||
      (node.place === 'reference' && node.kind === 'AnnotationPage') ||
      (node.role === 'items' && node.parent?.kind === 'Collection');
    if (isFetched)
      report(
        'id-mixed-content',
        node.path,
        `The document is https, and ${quoted(withoutFragment(id))} is not.`,
      );
  }
}
