import { idOf } from '../../viewer/iiif/json.ts';
import { isInTarget, type Node } from './node.ts';

/** How far a canvas goes in space and in time; undefined where it has no such dimension. */
export type Extent = { width: number | undefined; height: number | undefined; duration: number | undefined };

/** Canvases that are described somewhere, by id. */
export type Canvases = Pick<ReadonlyMap<string, Extent>, 'get' | 'has'>;

/** What a document holds, by id. */
export type Catalog = {
  /** Canvases that are described, here or in the document that led here. */
  canvases: Canvases;
  /** Services that are described at the top, for all to name (Presentation 3.0 §3.3.1 services). */
  services: ReadonlySet<string>;
  /** Every resource that stands anywhere but in an annotation's target, by its id without fragment. */
  places: ReadonlyMap<string, readonly Node[]>;
};

/** @param known canvases of other documents that this one may point to. */
export function catalogOf(nodes: readonly Node[], known: Canvases = new Map()): Catalog {
  const own = new Map<string, Extent>();
  const places = new Map<string, Node[]>();
  const services = new Set<string>();
  for (const node of nodes) {
    const id = idOf(node.value);
    if (id === undefined || isInTarget(node)) continue;
    const resource = withoutFragment(id);
    const others = places.get(resource);
    if (others === undefined) places.set(resource, [node]);
    else others.push(node);
    if (node.role === 'services') services.add(id);
    // Of canvases with the same id the first counts; that there are several is told by a rule.
    if (node.kind === 'Canvas' && node.place !== 'reference' && !own.has(id)) own.set(id, extentOf(node));
  }
  // Not copied together: of a book's thousands of annotation pages, each would copy its thousands of canvases.
  const canvases = {
    get: (id: string) => own.get(id) ?? known.get(id),
    has: (id: string) => own.has(id) || known.has(id),
  };
  return { canvases, services, places };
}

export function extentOf({ value }: Node): Extent {
  return {
    width: lengthOf(value.width),
    height: lengthOf(value.height),
    duration: lengthOf(value.duration),
  };
}

export function withoutFragment(uri: string): string {
  const hash = uri.indexOf('#');
  return hash === -1 ? uri : uri.slice(0, hash);
}

function lengthOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}
