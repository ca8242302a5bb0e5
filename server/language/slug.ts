import { createHash } from 'node:crypto';
import { transliterate } from './transliterate.ts';

const LONGEST = 80;

/**
 * An identifier for URLs, made from a name: lower case, `[a-z0-9]` with single hyphens. The same name always
 * gives the same. What has no transliteration (Han, Arabic ...) is told apart by a short hash of the name.
 */
export function makeIdentifier(name: string): string {
  const latin = transliterate(name).toLowerCase();
  const words = latin.replace(/['’ʼʹʺ]/g, '').match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-').slice(0, LONGEST).replace(/-$/, '');
  const complete = words.join('-').length <= LONGEST && !/(?![a-z])\p{L}|(?![0-9])\p{N}/u.test(latin);
  if (slug !== '' && complete) return slug;
  const hash = createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 8);
  return slug === '' ? `x${hash}` : `${slug}-${hash}`;
}
