import { isRecord, listOf, stringsOf, type JsonRecord } from '../../viewer/iiif/json.ts';
import type { Grammar, Slot } from './grammar.ts';
import { ROOT, under, type Path } from './json-path.ts';
import type { Kind, Misfit, Node } from './node.ts';

export type Walk = { nodes: readonly Node[]; misfits: readonly Misfit[] };

type Member = { value: unknown; path: Path; role: string; parent: Node; slot: Slot };

/**
 * The resources of a document, in its order, each with its place. Extensions' own properties are not gone into.
 * Goes by a list of its own and not by recursion: how deep a document is nested is its author's choice.
 */
export function walk(document: JsonRecord, kind: Kind, grammar: Grammar): Walk {
  const top: Node = { kind, value: document, path: ROOT, parent: undefined, role: '', place: 'top' };
  const nodes: Node[] = [];
  const misfits: Misfit[] = [];
  const waiting: (Node | Member)[] = [top];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = 'slot' in next ? take(next, grammar, misfits) : next;
    if (node === undefined) continue;
    nodes.push(node);
    const members = membersOf(node, grammar, misfits);
    for (const member of members.reverse()) waiting.push(member);
  }
  return { nodes, misfits };
}

/** What stands in a resource's properties, in the order in which the document has them. */
function membersOf(node: Node, grammar: Grammar, misfits: Misfit[]): Member[] {
  // A manifest that a collection wrongly embeds is judged where it is published.
  const isPointer = node.place === 'reference' && node.kind === 'Manifest';
  const members: Member[] = [];
  for (const [role, value] of Object.entries(node.value)) {
    const slot = grammar.slots[node.kind].get(role);
    if (slot === undefined || value === undefined || (isPointer && role === 'items')) continue;
    const path = under(node.path, role);
    const isList = Array.isArray(value);
    const fault = shapeFault(isList, slot);
    if (fault !== undefined) misfits.push({ fault, value, path, role, parent: node, expected: slot.holds });
    listOf(value).forEach((one, index) => {
      members.push({ value: one, path: isList ? under(path, index) : path, role, parent: node, slot });
    });
  }
  return members;
}

function shapeFault(isList: boolean, { shape }: Slot): Misfit['fault'] | undefined {
  if (isList) return shape === 'one' ? 'is-list' : undefined;
  return shape === 'list' ? 'not-list' : undefined;
}

function take(
  { value, path, role, parent, slot }: Member,
  grammar: Grammar,
  misfits: Misfit[],
): Node | undefined {
  const misfit = (fault: Misfit['fault']) =>
    misfits.push({ fault, value, path, role, parent, expected: slot.holds });
  if (typeof value === 'string' && slot.uri) return undefined;
  if (!isRecord(value)) {
    misfit('not-object');
    return undefined;
  }
  const types = stringsOf(value.type ?? value['@type']);
  const named = types
    .map((type) => grammar.kindOfType(type))
    .find((one) => one !== undefined && slot.holds.includes(one));
  const kind = named ?? kindByCase(types, slot) ?? kindOfOther(types, value, slot, grammar);
  if (named === undefined && kind !== undefined && kindByCase(types, slot) === kind) misfit('type-case');
  else if (types.length === 0 && !grammar.mayBeUntyped(slot)) misfit('type-missing');
  else if (kind === undefined) misfit('type-wrong');
  if (kind === undefined) return undefined;
  return { kind, value, path, parent, role, place: grammar.placeOf(kind, role, value, parent.kind) };
}

/** `manifest` where a `Manifest` may stand: meant, and wrong (Presentation 3.0 §4.1). */
function kindByCase(types: readonly string[], slot: Slot): Kind | undefined {
  const lower = types.map((type) => type.replace(/^\w+:/, '').toLowerCase());
  return slot.holds.find((kind) => !OTHERS_TYPES.has(kind) && lower.includes(kind.toLowerCase()));
}

/** Kinds whose types are for others to name. */
const OTHERS_TYPES: ReadonlySet<Kind> = new Set<Kind>(['Content', 'Service', 'Statement']);

function kindOfOther(
  types: readonly string[],
  value: JsonRecord,
  slot: Slot,
  grammar: Grammar,
): Kind | undefined {
  if (types.length === 0) return grammar.kindOfUntyped(value, slot);
  return slot.holds.find((kind) => OTHERS_TYPES.has(kind));
}
