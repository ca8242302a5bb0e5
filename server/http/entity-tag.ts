import { createHash } from 'node:crypto';

/** A strong entity tag (RFC 9110 §8.8.3) for what is wholly determined by these words. */
export function entityTag(...words: readonly (string | number)[]): string {
  // As JSON, so that no two lists of words run together to the same text.
  return `"${createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 27)}"`;
}

/** Whether `If-None-Match` names the tag: RFC 9110 §13.1.2, where weak and strong count as the same. */
export function isHeldBy(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === tag);
}
