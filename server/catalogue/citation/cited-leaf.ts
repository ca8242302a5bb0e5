import type { Reference } from '../../model/document.ts';
import { oneLine } from './cited-words.ts';

type Levels = Reference['levels'];

/**
 * A shelfmark without its leaves where the leaf that is cited is one of them: `ll. 705–708, fol. 706` would name the
 * leaf twice. Leaves that are counted otherwise than the shelfmark counts them leave it whole.
 */
export function withoutLeavesOf(levels: Levels, folio: string): Levels {
  return levels.filter((level) => !isLeaves(level) || !holds(level.value, folio));
}

export function isLeaves({ name }: Levels[number]): boolean {
  return LEAVES.has(oneLine(name).toLowerCase());
}

/** `705-706`, `12, 14-15`. */
function holds(value: string, folio: string): boolean {
  const number = numberOf(folio);
  if (number === undefined) return false;
  return value.split(/[,;]/u).some((span) => {
    const [from, to = from] = span.split(/[-–—]/u).map(numberOf);
    return from !== undefined && to !== undefined && from <= number && number <= to;
  });
}

function numberOf(text: string): number | undefined {
  const [, digits] = /^\s*(\d{1,9})(?!\d)/u.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

const LEAVES = new Set(
  'list listi listy leaf leaves folio folios fol. fols. blatt blätter лист листы л. лл. l. ll.'.split(' '),
);
