import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Data flows one way: formats -> ingest -> store -> iiif and catalogue -> viewer. What each folder may import
 * of our own; a folder that is not here may not exist.
 */
const ARROWS: Record<string, readonly string[]> = {
  'server/model': [],
  'server/language': ['server/model'],
  'server/formats': ['server/model', 'server/language', 'viewer/iiif'],
  'server/pyramid': ['server/model'],
  'server/http': ['server/model'],
  'server/store': ['server/model', 'server/language'],
  'server/alignment': ['server/model', 'server/language'],
  'server/ingest': [
    'server/model',
    'server/language',
    'server/formats',
    'server/pyramid',
    'server/alignment',
    'server/store',
    'viewer/iiif',
  ],
  'server/iiif': [
    'server/model',
    'server/language',
    'server/pyramid',
    'server/store',
    'server/search',
    'server/http',
    'viewer/iiif',
  ],
  'server/search': ['server/model', 'server/language', 'server/store', 'viewer/iiif'],
  'server/catalogue': [
    'server/model',
    'server/language',
    'server/store',
    'server/search',
    'server/http',
    'viewer/iiif',
  ],
  // What can be saved of a document in other formats.
  'server/exports': ['server/model', 'server/language', 'server/formats', 'server/store', 'server/http'],
  // Judges IIIF of anybody's, so it knows nothing of how ours is made.
  'server/lint': ['server/model', 'viewer/iiif'],
  // The files directly in server/ put everything together.
  server: [
    'server/model',
    'server/language',
    'server/http',
    'server/store',
    'server/search',
    'server/alignment',
    'server/ingest',
    'server/pyramid',
    'server/iiif',
    'server/catalogue',
    'server/exports',
    'server/lint',
  ],
  viewer: ['viewer/iiif', 'look'],
  'viewer/iiif': [],
  // Who draws pictures of the program looks at it with the browser of the tests.
  scripts: ['tests', 'server/model', 'server/language', 'server/formats', 'server/ingest'],
};

const root = dirname(import.meta.dirname);

describe('the arrows between folders', () => {
  const files = ['server', 'viewer', 'scripts'].flatMap((folder) => sourcesUnder(join(root, folder)));

  it('are looked for in many files', () => {
    expect(files.length).toBeGreaterThan(200);
  });

  it('all point the way that data flows', () => {
    expect(files.flatMap((file) => strayImports(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('leave no folder out', () => {
    expect(files.map(homeOf).filter((home) => ARROWS[home] === undefined)).toEqual([]);
  });

  it('would be missed if they pointed back', () => {
    const file = join(root, 'server/model/box.ts');
    const source = `import { a } from '../store/store.ts';\nexport * from "../http/public-urls.ts";\nimport('../../viewer/iiif/rows.ts');`;
    expect(strayImports(file, source)).toEqual([
      'server/model/box.ts imports server/store/store.ts',
      'server/model/box.ts imports server/http/public-urls.ts',
      'server/model/box.ts imports viewer/iiif/rows.ts',
    ]);
    expect(strayImports(join(root, 'viewer/main.tsx'), `import '../server/model/box.ts';`)).toHaveLength(1);
    expect(
      strayImports(join(root, 'server/iiif/image/info.ts'), `import '../presentation/manifest.ts';`),
    ).toHaveLength(1);
  });
});

describe('what only one file may do', () => {
  const files = sourcesUnder(join(root, 'server'));

  it('is to read the environment', () => {
    const readers = files.filter((file) => readFileSync(file, 'utf8').includes('process.env')).map(name);
    expect(readers).toEqual(['server/main.ts']);
  });

  it('is to look at the Host header, which nobody does', () => {
    const readers = files.filter((file) =>
      /headers\.host|get\(['"]host['"]\)|\.hostname\b/i.test(readFileSync(file, 'utf8')),
    );
    expect(readers.map(name)).toEqual([]);
  });
});

function sourcesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function strayImports(file: string, source: string): string[] {
  const home = homeOf(file);
  const allowed = ARROWS[home] ?? [];
  return importsOf(source)
    .map((path) => resolve(dirname(file), path))
    .filter((target) => {
      const there = homeOf(target);
      // The two halves of iiif/ share nothing but their common files: each is its own part of the site.
      if (home === 'server/iiif' && there === 'server/iiif') return !mayShare(file, target);
      return there !== home && !allowed.includes(there);
    })
    .map((target) => `${name(file)} imports ${name(target)}`);
}

function mayShare(file: string, target: string): boolean {
  const part = (path: string) => relative(join(root, 'server/iiif'), path).split(sep);
  const [from, to] = [part(file), part(target)];
  return to.length === 1 || from[0] === to[0];
}

function importsOf(source: string): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)['"](\.{1,2}\/[^'"]+)['"]/g;
  return [...source.matchAll(pattern)].flatMap(([, path]) => (path === undefined ? [] : [path]));
}

/** `server/x/...` is server/x; a file directly in server/ is server. */
function homeOf(path: string): string {
  const [top = '', second, ...rest] = relative(root, path).split(sep);
  if (top === 'viewer') return second === 'iiif' ? 'viewer/iiif' : 'viewer';
  if (top !== 'server' || second === undefined || rest.length === 0) return top;
  return `${top}/${second}`;
}

function name(path: string): string {
  return relative(root, path).split(sep).join('/');
}
