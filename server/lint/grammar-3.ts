import { any, list, one, slots, type Grammar, type Slot } from './grammar.ts';
import type { Kind } from './node.ts';

type Part = Readonly<Record<string, Slot>>;

const CONTAINERS: readonly Kind[] = [
  'Collection',
  'Manifest',
  'Canvas',
  'Range',
  'AnnotationPage',
  'AnnotationCollection',
  'Annotation',
];
const CANVAS_PART: readonly Kind[] = ['Canvas', 'SpecificResource'];

/** Presentation 3.0 §3.1 and §3.3.1: what every resource may have. */
const COMMON: Part = {
  metadata: list('Statement'),
  requiredStatement: one('Statement'),
  provider: list('Agent'),
  thumbnail: list('Content'),
  homepage: list('Content'),
  rendering: list('Content'),
  seeAlso: list('Content'),
  service: list('Service'),
  partOf: list(...CONTAINERS, 'Content'),
};
const ANNOTATIONS: Part = { annotations: list('AnnotationPage') };
const STAND_INS: Part = { placeholderCanvas: one('Canvas'), accompanyingCanvas: one('Canvas') };
const SERVICES: Part = { services: list('Service') };
/** Web Annotation Data Model §5: how pages follow one another. */
const PAGING: Part = {
  first: any('AnnotationPage'),
  last: any('AnnotationPage'),
  prev: any('AnnotationPage'),
  next: any('AnnotationPage'),
};
const BODIES: readonly Kind[] = ['TextualBody', 'Choice', 'SpecificResource', 'Canvas', 'Content'];
const TARGETS: readonly Kind[] = [...CONTAINERS, 'SpecificResource', 'Choice', 'Content'];

/** Presentation 3.0 §3.4 and appendix A. */
const SLOTS: Grammar['slots'] = {
  Collection: slots(COMMON, ANNOTATIONS, STAND_INS, SERVICES, { items: list('Collection', 'Manifest') }),
  Manifest: slots(COMMON, ANNOTATIONS, STAND_INS, SERVICES, {
    items: list('Canvas'),
    structures: list('Range'),
    start: one(...CANVAS_PART),
  }),
  Sequence: slots(),
  Canvas: slots(COMMON, ANNOTATIONS, STAND_INS, { items: list('AnnotationPage') }),
  Range: slots(COMMON, ANNOTATIONS, STAND_INS, {
    items: list('Range', ...CANVAS_PART),
    start: one(...CANVAS_PART),
    supplementary: one('AnnotationCollection'),
  }),
  AnnotationPage: slots(COMMON, PAGING, {
    items: list('Annotation'),
    // Content Search 2.0 §4.3: what tells more of the hits. In no other page are there any.
    annotations: list('AnnotationPage'),
  }),
  AnnotationCollection: slots(COMMON, PAGING),
  Annotation: slots(COMMON, { body: any(...BODIES), target: any(...TARGETS) }),
  SpecificResource: slots({
    source: any('TextualBody', ...TARGETS),
    service: list('Service'),
    partOf: { holds: [...CONTAINERS, 'Content'], shape: 'any', uri: true },
  }),
  Choice: slots(COMMON, { items: list(...BODIES) }),
  TextualBody: slots(),
  Content: slots(COMMON, ANNOTATIONS),
  Agent: slots({ homepage: list('Content'), logo: list('Content'), seeAlso: list('Content') }),
  // Services of earlier APIs have one nested service, or a list of them.
  Service: slots({ service: { holds: ['Service'], shape: 'any', uri: true } }),
  Statement: slots(),
};

const KINDS: ReadonlyMap<string, Kind> = new Map(
  [
    ...CONTAINERS,
    'SpecificResource' as const,
    'Choice' as const,
    'TextualBody' as const,
    'Agent' as const,
  ].map((kind) => [kind, kind]),
);

export const GRAMMAR_3: Grammar = {
  slots: SLOTS,
  kindOfType: (type) => KINDS.get(type),
  kindOfUntyped: (value, { holds }) => {
    if (holds.length === 1) return holds[0];
    if (value.value !== undefined && holds.includes('TextualBody')) return 'TextualBody';
    if (value.source !== undefined && holds.includes('SpecificResource')) return 'SpecificResource';
    return holds.includes('Content') ? 'Content' : undefined;
  },
  // A service says its type in one of two ways, which is a rule of its own; a statement has none.
  mayBeUntyped: ({ holds }) => holds.includes('Service') || holds.includes('Statement'),
  placeOf: (kind, role, value, parent) => {
    if (!CONTAINERS.includes(kind)) return 'embedded';
    if (POINTING.has(role)) return 'reference';
    if (kind === 'Annotation') return 'embedded';
    if (kind === 'Canvas' && parent === 'Manifest' && role === 'items') return 'embedded';
    if (kind === 'Canvas' && parent === 'Range') return 'reference';
    // Presentation 3.0 §5.1: a manifest never is embedded in a collection.
    return kind !== 'Manifest' && 'items' in value ? 'embedded' : 'reference';
  },
};

/** Properties whose value is described elsewhere, whatever they repeat of it. */
const POINTING = new Set([
  'partOf',
  'target',
  'source',
  'start',
  'supplementary',
  'first',
  'last',
  'prev',
  'next',
]);
