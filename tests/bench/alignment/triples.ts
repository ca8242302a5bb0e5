import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Pairing } from './bead-score.ts';

/** Two texts, a sentence a line, and which of them belong together. */
export type Triple = {
  name: string;
  german: readonly string[];
  french: readonly string[];
  /** Read only when it is asked for: nothing that aligns sees it. */
  truth: () => Pairing[];
};

/**
 * NAME.de, NAME.fr and NAME.defr (a line is `[source indices]:[target indices]`, counted from 0) in a folder.
 * @throws Error if there is none, or one of them cannot be read.
 */
export function readTriples(folder: string): Triple[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.defr'))
    .map((file) => file.slice(0, -'.defr'.length))
    .sort();
  if (names.length === 0) throw new Error(`${folder} holds no NAME.defr beside NAME.de and NAME.fr`);
  const lines = (file: string) => readFileSync(join(folder, file), 'utf8').replace(/\n$/, '').split('\n');
  return names.map((name) => ({
    name,
    german: lines(`${name}.de`),
    french: lines(`${name}.fr`),
    truth: () =>
      lines(`${name}.defr`)
        .filter((line) => line.trim() !== '')
        .map(readPairing),
  }));
}

const indices = z.array(z.int().nonnegative());

function readPairing(line: string): Pairing {
  const [source = '', target = ''] = line.split(':');
  return { source: indices.parse(JSON.parse(source)), target: indices.parse(JSON.parse(target)) };
}
