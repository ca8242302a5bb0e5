import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DerivativeCache } from '../../server/iiif/image/derivative-cache.ts';
import { derivativePath } from '../../server/iiif/image/derivative-file.ts';
import { seededRandom } from '../../scripts/specimens/random.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const BLOCK = 4096;
export const ROOM = 100 * 1024 * 1024;
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

type Settings = { cache?: string; limit?: number };

/** A cache whose clock is set by hand. */
export function setUp({ cache = temporaryFolder(), limit = ROOM }: Settings = {}) {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const lines: string[] = [];
  const log = { warn: (_fields: object, message: string) => lines.push(message) };
  const open = () => new DerivativeCache({ cache, limit, log, now: () => clock.now });
  const folder = join(cache, 'derivatives');
  return {
    cache,
    folder,
    clock,
    lines,
    open,
    derivatives: open(),
    path: (name: string) => derivativePath(folder, name),
  };
}

export const picture = (seed: number, length: number) => {
  const random = seededRandom(seed);
  return Buffer.from(Array.from({ length }, () => Math.floor(random.next() * 256)));
};

/** A file of one block, which its head and its name have to share. */
export const ONE_BLOCK = Buffer.alloc(4000, 'x');

export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

export const bytesBelow = (folder: string) =>
  filesBelow(folder).reduce((sum, file) => sum + Math.ceil(statSync(file).size / BLOCK) * BLOCK, 0);

export async function held(derivatives: DerivativeCache, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(names.map((name) => derivatives.get(name)));
  return names.filter((_, at) => found[at] !== undefined);
}
