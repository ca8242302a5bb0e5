import type { JsonRecord } from '../../viewer/iiif/json.ts';
import type { Path } from './json-path.ts';

/**
 * What the linter tells apart, in Presentation 3's words; of 2.1 a list is an AnnotationPage and a layer an
 * AnnotationCollection. `Content` is any resource of the web: an image, a text, a dataset, a page.
 */
export type Kind =
  | 'Collection'
  | 'Manifest'
  | 'Sequence'
  | 'Canvas'
  | 'Range'
  | 'AnnotationPage'
  | 'AnnotationCollection'
  | 'Annotation'
  | 'SpecificResource'
  | 'Choice'
  | 'TextualBody'
  | 'Content'
  | 'Agent'
  | 'Service'
  | 'Statement';

/** A resource in its place. */
export type Node = {
  kind: Kind;
  value: JsonRecord;
  path: Path;
  parent: Node | undefined;
  /** The parent's property in which it stands; empty at the top. */
  role: string;
  /** `reference`: it only points to a resource that is described elsewhere (Presentation 3.0 §1.2). */
  place: 'top' | 'embedded' | 'reference';
};

/** Something that cannot be what its place asks for, so that the walk did not take it for a resource. */
export type Misfit = {
  fault: 'not-list' | 'is-list' | 'not-object' | 'type-missing' | 'type-wrong' | 'type-case';
  /** What stands there. */
  value: unknown;
  path: Path;
  /** The property, or its list, in which it stands. */
  role: string;
  parent: Node | undefined;
  expected: readonly Kind[];
};

/** The nearest resource around a node that is of this kind, itself included. */
export function around(node: Node | undefined, ...kinds: readonly Kind[]): Node | undefined {
  for (let one = node; one !== undefined; one = one.parent) if (kinds.includes(one.kind)) return one;
  return undefined;
}

/** Whether a node is another, or stands somewhere in it. */
export function isWithin(node: Node, whole: Node): boolean {
  for (let one: Node | undefined = node; one !== undefined; one = one.parent) if (one === whole) return true;
  return false;
}

/** Whether a node stands in what an annotation is about, where everything only points elsewhere. */
export function isInTarget(node: Node): boolean {
  for (let one: Node | undefined = node; one !== undefined; one = one.parent) {
    if (one.parent?.kind === 'Annotation' && (one.role === 'target' || one.role === 'on')) return true;
  }
  return false;
}
