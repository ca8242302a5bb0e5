import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { SCREENSHOTS } from '../../scripts/screenshots/screenshots.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs/screenshots');

/** Pictures of the README, each with what is said of it. */
function shown(): { words: string; path: string }[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const all = [...readme.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)];
  return all.map(([, words = '', path = '']) => ({ words: words.replace(/\s+/g, ' '), path }));
}

describe('the pictures of the README', () => {
  it('are those that the script draws, each once', () => {
    expect(SCREENSHOTS.length).toBeGreaterThan(0);
    expect(SCREENSHOTS.length).toBeLessThanOrEqual(6);
    const drawn = SCREENSHOTS.map(({ file }) => `docs/screenshots/${file}`);
    expect(shown().map(({ path }) => path)).toEqual(drawn);
    expect(readdirSync(folder).sort()).toEqual(SCREENSHOTS.map(({ file }) => file).sort());
  });

  it('say what is seen on them', () => {
    const words = shown().map((picture) => picture.words);
    expect(words.filter((said) => said.split(' ').length < 6)).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });

  it.each(SCREENSHOTS.map((one) => [one.file, one] as const))(
    '%s has the size that the script gives it, and is small',
    async (file, { width, window }) => {
      const { width: drawn, height } = await sharp(join(folder, file)).metadata();
      expect({ width: drawn, height }).toEqual({
        width,
        height: Math.round((width * window.height) / window.width),
      });
      expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(120 * 1024);
    },
  );
});
