/** Longer names are shortened: every line of a page says its block's. */
const LONGEST = 8;

/**
 * A block's name as annotations say it. Those of some programs are 40 characters long, and all that is asked of them is
 * that neighbours differ: of a long name a hash stands for it (FNV-1a, 32 bits, in base 36).
 */
export function blockName(block: string): string {
  if (block.length <= LONGEST) return block;
  let hash = 0x811c9dc5;
  for (let index = 0; index < block.length; index += 1) {
    hash = Math.imul(hash ^ block.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
