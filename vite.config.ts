import { existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const catalogue = join(root, 'server/catalogue/catalogue.css');

/**
 * What browsers load: the reading room's script and the style sheets. Names carry a hash, and the manifest
 * tells the server which they are. Addresses are relative, since the public address may have a path.
 */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: 'dist/assets',
    assetsDir: '',
    manifest: true,
    sourcemap: false,
    emptyOutDir: true,
    // The pages' Content-Security-Policy takes fonts from files only.
    assetsInlineLimit: 0,
    target: 'es2022',
    // The first that know `:dir()`. For older ones it would be written as a list of languages, and an element's own
    // direction, such as that of a volume that is turned to the left, would no longer count.
    cssTarget: ['chrome120', 'edge120', 'firefox93', 'safari16.4'],
    // Mirador is one file of 1.9 MB, 550 kB compressed: nothing that a warning could change.
    chunkSizeWarningLimit: 2600,
    rolldownOptions: {
      input: {
        'reading-room': join(root, 'viewer/main.tsx'),
        ...(existsSync(catalogue) ? { catalogue } : {}),
      },
    },
  },
});
