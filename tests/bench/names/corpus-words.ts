import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom, type Random } from '../../../scripts/specimens/random.ts';

/** Words of the real texts in the folder, as they stand there; as many of each set as there are, up to an even share. */
export function corpusWords(root: string, count: number): string[] {
  if (!existsSync(root)) return [];
  const random = seededRandom(1950);
  const sets = readdirSync(root)
    .filter((set) => set !== 'name-variants')
    .sort()
    .map((set) => shuffled(wordsOf(join(root, set)), random))
    .filter((words) => words.length > 0);
  const words = new Set<string>();
  for (let turn = 0; words.size < count && sets.some((set) => turn < set.length); turn += 1) {
    for (const set of sets) {
      const word = set[turn];
      if (word !== undefined && words.size < count) words.add(word);
    }
  }
  return Array.from(words);
}

function wordsOf(folder: string): string[] {
  const words = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(?:xml|html|txt|de|fr)$/.test(name) || /LICENSE|mets\.xml$/.test(name)) continue;
    for (const word of textOf(readFileSync(join(folder, name), 'utf8')).split(/\s+/)) {
      const bare = word.replace(/^[^\p{L}\p{M}]+|[^\p{L}\p{M}]+$/gu, '');
      if (bare !== '' && /^[\p{L}\p{M}'’-]+$/u.test(bare)) words.add(bare);
    }
  }
  return Array.from(words);
}

/** ALTO has its words in attributes, everything else between tags. */
function textOf(source: string): string {
  const contents = Array.from(source.matchAll(/CONTENT="([^"]*)"/g), ([, content = '']) => content);
  const text = contents.length > 0 ? contents.join(' ') : source.replace(/<[^>]*>/g, ' ');
  return text.replace(/&#?\w+;/g, ' ');
}

function shuffled(words: readonly string[], random: Random): string[] {
  return words
    .map((word) => ({ word, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => word);
}
