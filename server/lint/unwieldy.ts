/** Levels of arrays and objects. A table of contents ten deep in a manifest takes some thirty. */
const DEEPEST = 200;
/** Arrays and objects in all. A manifest of a hundred thousand pages has a million. */
const MOST = 2_000_000;

/**
 * Why a document is not gone into, in words; undefined for those that can be. Level by level and not by
 * recursion, which a document of a few hundred thousand brackets would overflow.
 */
export function unwieldy(document: unknown): string | undefined {
  let level = [document].filter(isStructure);
  let count = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return `is nested deeper than ${DEEPEST} levels`;
    const next: object[] = [];
    for (const structure of level) {
      const values: unknown[] = Object.values(structure);
      for (const value of values) if (isStructure(value)) next.push(value);
      if (count + next.length > MOST) return `has more than ${MOST} arrays and objects`;
    }
    count += next.length;
    level = next;
  }
  return undefined;
}

function isStructure(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
