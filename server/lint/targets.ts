import { idOf, isRecord, listOf } from '../../viewer/iiif/json.ts';
import { withoutFragment, type Extent } from './catalog.ts';
import type { Rules } from './finding.ts';
import { under, type Path } from './json-path.ts';
import { isWithin, type Node } from './node.ts';
import { checkFragment, checkSelectors } from './selectors.ts';
import type { Setting } from './setting.ts';
import { listed, quoted, shown } from './shown.ts';

export const TARGET_RULES = {
  'target-missing': {
    severity: 'error',
    section: 'Presentation 3.0 §5.6',
    section2: 'Presentation 2.1 §5.4',
    mend: 'Repeat the URI of the canvas in "target" (2.1: "on").',
  },
  'target-elsewhere': {
    severity: 'error',
    section: 'Presentation 3.0 §5.6 and §3.4 annotations',
    section2: 'Presentation 2.1 §5.4',
    mend: 'Give the annotation the resource that holds it as its target, or move it to the one that it is about.',
  },
  'target-twice': {
    severity: 'warning',
    section: 'Web Annotation Data Model §3.2.3',
    mend: 'Name each target once.',
  },
  'target-malformed': {
    severity: 'error',
    section: 'Web Annotation Data Model §3.2',
    mend: 'Give a URI, or an object with "id" and "type", or a SpecificResource with a "source".',
  },
} satisfies Rules;

/** What an annotation, a range or a start points to: a resource, and maybe a part of it. */
type Pointer = { source: string; fragment: string; selector: unknown; path: Path };

export function checkTargets(node: Node, setting: Setting): void {
  if (node.kind === 'Annotation' && node.place !== 'reference') checkAnnotation(node, setting);
  if (node.parent?.kind === 'Range' || node.role === 'start') checkPart(node, setting);
}

function checkAnnotation(node: Node, setting: Setting): void {
  const { report, version } = setting;
  const name = version === 3 ? 'target' : 'on';
  const value = node.value[name];
  const path = under(node.path, name);
  const pointers: Pointer[] = [];
  listOf(value).forEach((one, index) => {
    const at = Array.isArray(value) ? under(path, index) : path;
    const pointer = pointerOf(one, at);
    if (pointer !== undefined) pointers.push(pointer);
    else if (!isRecord(one) || one.items === undefined)
      report(
        'target-malformed',
        at,
        `The target is ${isRecord(one) ? 'an object with neither id nor source' : shown(one)}.`,
      );
  });
  if (listOf(value).length === 0) {
    report('target-missing', node.path, 'The annotation says of nothing what it is about.');
    return;
  }
  for (const pointer of pointers) checkPointer(pointer, setting);
  checkTwice(value, path, setting);
  checkOwner(node, pointers, path, setting);
}

function pointerOf(value: unknown, path: Path): Pointer | undefined {
  const isSpecific = isRecord(value) && (value.source ?? value.full) !== undefined;
  const uri = isSpecific ? idOf(value.source ?? value.full) : idOf(value);
  if (uri === undefined || uri === '') return undefined;
  const source = withoutFragment(uri);
  const selector = isRecord(value) ? value.selector : undefined;
  return { source, fragment: uri.slice(source.length + 1), selector, path };
}

/** The selected part must lie in the canvas, if it is one that we know the size of. */
function checkPointer(
  { source, fragment, selector, path }: Pointer,
  { catalog, report, vocabulary }: Setting,
): void {
  const extent: Extent | undefined = catalog.canvases.get(source);
  if (fragment !== '' && extent !== undefined) checkFragment(fragment, extent, path, report);
  if (selector !== undefined)
    checkSelectors(selector, extent, under(path, 'selector'), { report, isOpen: vocabulary.isOpen });
}

/** Of bare URIs and of equal objects. */
function checkTwice(value: unknown, path: Path, { report }: Setting): void {
  if (!Array.isArray(value)) return;
  const seen = new Set<string>();
  value.forEach((one: unknown, index) => {
    const key = JSON.stringify(one);
    if (seen.has(key))
      report('target-twice', under(path, index), 'The annotation has the same target twice.');
    seen.add(key);
  });
}

/** Presentation 3.0 §3.4, §5.6: about the resource that holds the annotation's page, or about a part of it. */
function checkOwner(node: Node, pointers: readonly Pointer[], path: Path, setting: Setting): void {
  const { catalog, report, version } = setting;
  const sources = pointers.map(({ source }) => source);
  if (sources.length === 0) return;
  const owner = ownerOf(node, version);
  const id = owner === undefined ? setting.owner : idOf(owner.value);
  if (id === undefined || sources.includes(withoutFragment(id))) return;
  const isPart = (source: string) =>
    owner !== undefined &&
    (catalog.places.get(source) ?? []).slice(0, MOST_PLACES).some((place) => isWithin(place, owner));
  if (sources.some(isPart)) return;
  const known = sources.every((source) => catalog.places.has(source) || catalog.canvases.has(source));
  const what = known ? 'another resource' : 'a resource that this document does not hold';
  report(
    'target-elsewhere',
    path,
    `It is about ${listed(sources.map(quoted))}, ${what}, and stands with ${quoted(id)}.`,
  );
}

/** A hostile document may name one resource a million times, and look for it as often. */
const MOST_PLACES = 1000;

function ownerOf(node: Node, version: 2 | 3): Node | undefined {
  if (version === 2) return node.role === 'images' ? node.parent : undefined;
  const page = node.parent;
  return page?.kind === 'AnnotationPage' && (page.role === 'items' || page.role === 'annotations')
    ? page.parent
    : undefined;
}

/** A part of a canvas in a range or as a start: by fragment, or by selector. */
function checkPart({ value, path, kind }: Node, setting: Setting): void {
  if (kind !== 'Canvas' && kind !== 'SpecificResource') return;
  const pointer = pointerOf(value, path);
  if (pointer !== undefined) checkPointer(pointer, setting);
}
