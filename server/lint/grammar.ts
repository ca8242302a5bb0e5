import type { JsonRecord } from '../../viewer/iiif/json.ts';
import type { Kind, Node } from './node.ts';

/** What may stand in a property of a resource. */
export type Slot = {
  /** The kinds that fit. With `Content` among them every type does. */
  holds: readonly Kind[];
  /** `list`: always in an array. `one`: never. `any`: as the publisher likes. */
  shape: 'list' | 'one' | 'any';
  /** Whether a bare URI may stand for the resource. */
  uri: boolean;
};

export type Slots = ReadonlyMap<string, Slot>;

/** How the resources of one version of the Presentation API contain one another. */
export type Grammar = {
  slots: Readonly<Record<Kind, Slots>>;
  /** The kind that a value of `type` names; undefined for a type that the specification leaves to others. */
  kindOfType: (type: string) => Kind | undefined;
  /** The kind that a resource without a type must be, by what it has. */
  kindOfUntyped: (value: JsonRecord, slot: Slot) => Kind | undefined;
  /** Whether a resource without a type may stand in the slot. */
  mayBeUntyped: (slot: Slot) => boolean;
  placeOf: (kind: Kind, role: string, value: JsonRecord, parent: Kind) => Node['place'];
};

export function list(...holds: Kind[]): Slot {
  return { holds, shape: 'list', uri: false };
}

export function one(...holds: Kind[]): Slot {
  return { holds, shape: 'one', uri: false };
}

/** One or several, each an object or a bare URI. */
export function any(...holds: Kind[]): Slot {
  return { holds, shape: 'any', uri: true };
}

export function slots(...parts: readonly Readonly<Record<string, Slot>>[]): Slots {
  return new Map(parts.flatMap((part) => Object.entries(part)));
}
