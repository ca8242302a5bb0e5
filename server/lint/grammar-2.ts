import { any, slots, type Grammar, type Slot } from './grammar.ts';
import type { Kind } from './node.ts';

type Part = Readonly<Record<string, Slot>>;

/** Presentation 2.1 §3: what every resource may have. One thing stands bare, several in an array (§4.2). */
const COMMON: Part = {
  metadata: any('Statement'),
  thumbnail: any('Content'),
  logo: any('Content'),
  related: any('Content'),
  rendering: any('Content'),
  seeAlso: any('Content'),
  service: any('Service'),
};
const RESOURCES: readonly Kind[] = ['SpecificResource', 'Choice', 'Content'];

/** Presentation 2.1 §5. */
const SLOTS: Grammar['slots'] = {
  Collection: slots(COMMON, {
    collections: any('Collection'),
    manifests: any('Manifest'),
    members: any('Collection', 'Manifest'),
  }),
  Manifest: slots(COMMON, { sequences: any('Sequence'), structures: any('Range') }),
  Sequence: slots(COMMON, { canvases: any('Canvas') }),
  Canvas: slots(COMMON, { images: any('Annotation'), otherContent: any('AnnotationPage') }),
  // `ranges` and `canvases` hold bare URIs (§5.6), which are no resources.
  Range: slots(COMMON, { members: any('Range', 'Canvas') }),
  AnnotationPage: slots(COMMON, { resources: any('Annotation') }),
  AnnotationCollection: slots(COMMON, { otherContent: any('AnnotationPage') }),
  Annotation: slots(COMMON, { resource: any(...RESOURCES) }),
  SpecificResource: slots({ full: any('Content') }),
  Choice: slots({ default: any(...RESOURCES), item: any(...RESOURCES) }),
  TextualBody: slots(),
  Content: slots({ service: any('Service'), thumbnail: any('Content') }),
  Agent: slots(),
  Service: slots({ service: any('Service') }),
  Statement: slots(),
};

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['Collection', 'Collection'],
  ['Manifest', 'Manifest'],
  ['Sequence', 'Sequence'],
  ['Canvas', 'Canvas'],
  ['Range', 'Range'],
  ['AnnotationList', 'AnnotationPage'],
  ['Layer', 'AnnotationCollection'],
  ['Annotation', 'Annotation'],
  ['SpecificResource', 'SpecificResource'],
  ['Choice', 'Choice'],
]);

export const GRAMMAR_2: Grammar = {
  slots: SLOTS,
  kindOfType: (type) => KINDS.get(type.replace(/^(?:sc|oa):/, '')),
  kindOfUntyped: (value, { holds }) => {
    if (holds.length === 1) return holds[0];
    if (value.full !== undefined && holds.includes('SpecificResource')) return 'SpecificResource';
    return holds.includes('Content') ? 'Content' : undefined;
  },
  // Presentation 2.1's own examples of thumbnails, logos and services have none.
  mayBeUntyped: ({ holds }) =>
    ['Service', 'Statement', 'Content'].some((kind) => holds.some((one) => one === kind)),
  placeOf: (kind, role, value, parent) => {
    if (kind === 'Sequence') return 'canvases' in value ? 'embedded' : 'reference';
    if (kind === 'Manifest') return 'reference';
    if (kind === 'Collection')
      return ['collections', 'manifests', 'members'].some((name) => name in value) ? 'embedded' : 'reference';
    if (kind === 'AnnotationPage') return 'resources' in value ? 'embedded' : 'reference';
    if (role === 'members' && parent === 'Range') return 'reference';
    return 'embedded';
  },
};
