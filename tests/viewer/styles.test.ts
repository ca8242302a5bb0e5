import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const viewer = join(import.meta.dirname, '../../viewer');

const sources = readdirSync(viewer, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');

/** Classes of others: OpenSeadragon's own. */
const FOREIGN = new Set(['openseadragon-canvas']);

/** Whether a class is written somewhere as it is, or put together as `stem-${…}`. */
function isWritten(name: string): boolean {
  if (new RegExp(String.raw`(?<![\w-])${name}(?![\w-])`).test(sources)) return true;
  const stems = [...name.matchAll(/-/g)].map(({ index }) => name.slice(0, index + 1));
  return stems.some((stem) => sources.includes(`${stem}\${`));
}

describe('the styles of the reading room', () => {
  const files = readdirSync(join(viewer, 'styles')).filter((name) => name.endsWith('.css'));

  it.each(files)('have no class in %s that nothing is drawn with', (file) => {
    const css = readFileSync(join(viewer, 'styles', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const names = new Set([...css.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name = '']) => name));
    expect(names.size).toBeGreaterThan(3);
    expect([...names].filter((name) => !FOREIGN.has(name) && !isWritten(name))).toEqual([]);
  });
});
