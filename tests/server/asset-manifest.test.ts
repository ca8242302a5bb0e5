import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readAssets } from '../../server/asset-manifest.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const BUILT = {
  '_shared-1.js': { file: 'shared-1.js', name: 'shared', imports: ['viewer/main.tsx', '_deep-1.js'] },
  '_deep-1.js': { file: 'deep-1.js', name: 'deep', imports: ['_shared-1.js'] },
  'server/catalogue/catalogue.css': { file: 'catalogue-1.css', name: 'catalogue', isEntry: true },
  'viewer/messages/ru.json': { file: 'ru-1.js', name: 'ru', isDynamicEntry: true },
  // Called like the entry, and none.
  'viewer/dialogs.tsx': { file: 'dialogs-1.js', name: 'reading-room', isDynamicEntry: true },
  'viewer/main.tsx': {
    ...{ file: 'reading-room-1.js', name: 'reading-room', isEntry: true },
    ...{ css: ['reading-room-1.css'], imports: ['_shared-1.js'], dynamicImports: ['viewer/dialogs.tsx'] },
  },
};

describe('what the browser loads', () => {
  const folder = temporaryFolder(afterAll);
  const file = join(folder, '.vite', 'manifest.json');
  const assets = readAssets(folder);

  it('is nothing before it was built', () => {
    expect(assets.script('reading-room')).toBeUndefined();
    expect(assets.stylesheets('catalogue')).toEqual([]);
    expect(assets.preloads('reading-room', 'ru')).toEqual([]);
  });

  it('is the entry, its styles, and at once all that it imports; with the messages of the language', () => {
    mkdirSync(join(folder, '.vite'));
    writeFileSync(file, JSON.stringify(BUILT));
    expect(assets.script('reading-room')).toBe('reading-room-1.js');
    expect(assets.stylesheets('reading-room')).toEqual(['reading-room-1.css']);
    expect(assets.stylesheets('catalogue')).toEqual(['catalogue-1.css']);
    expect(assets.preloads('reading-room', 'en')).toEqual(['shared-1.js', 'deep-1.js']);
    expect(assets.preloads('reading-room', 'ru')).toEqual(['shared-1.js', 'ru-1.js', 'deep-1.js']);
  });

  it('is read again when it was built again', () => {
    writeFileSync(file, JSON.stringify(BUILT).replaceAll('reading-room-1', 'reading-room-2'));
    utimesSync(file, 1, 1);
    expect(assets.script('reading-room')).toBe('reading-room-2.js');
  });
});
