import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const catalogue = join(root, 'server/catalogue/catalogue.css');
const mirador = join(root, 'node_modules/mirador/src');

/** Parts of Mirador that the reading room never shows. See docs/decisions/mirador-by-its-sources.md. */
const NEVER_SHOWN = [
  // Our plugins take their place: viewer/plugins/text-panel/.
  ...['Workspace', 'Window', 'WindowCanvasNavigationControls', 'ErrorDialog'],
  // The configuration shuts them: viewer/state/configuration.ts.
  ...['WorkspaceAdd', 'WorkspaceControlPanel', 'WindowSideBar', 'CompanionArea', 'GalleryView'],
  // The room says itself that it opens no collections.
  ...['CollectionDialog', 'SelectCollection'],
].map((name) => `components/${name}.jsx`);

/** Which pages lie side by side: ours goes by what the manifest says of the document. */
const GROUPINGS = 'lib/CanvasGroupings.js';
const OWN_GROUPINGS = join(root, 'viewer/state/canvas-groupings.ts');

/** What could stand in the windows beside the scan; all of them are reached from this table and from nowhere else. */
const SIDE_WINDOWS = 'lib/CompanionWindowRegistry.js';

/**
 * What browsers load: the reading room's script and the style sheets. Names carry a hash, and the manifest
 * tells the server which they are. Addresses are relative, since the public address may have a path.
 */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  plugins: [miradorAsShown(), react()],
  resolve: { alias: [{ find: /^mirador$/, replacement: join(mirador, 'index.js') }] },
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
    // The libraries are one file, which tests/end-to-end/first-view.test.ts weighs.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: {
        'reading-room': join(root, 'viewer/main.tsx'),
        ...(existsSync(catalogue) ? { catalogue } : {}),
      },
      output: {
        // Mirador loads in steps what is all wanted at first. Browsers keep it when only our own part changes.
        codeSplitting: { groups: [{ name: 'libraries', test: /node_modules/ }] },
      },
    },
  },
});

/** Mirador without what is never shown, with our own side-by-side pages, and without the languages that the room does not ask it for. */
function miradorAsShown(): Plugin {
  return {
    name: 'mirador-as-shown',
    enforce: 'pre',
    buildStart() {
      const missing = [...NEVER_SHOWN, SIDE_WINDOWS, GROUPINGS].filter(
        (part) => !existsSync(join(mirador, part)),
      );
      if (missing.length > 0) this.error(`Mirador has no ${missing.join(', ')} any more`);
    },
    load: {
      filter: { id: /\/mirador\/src\// },
      handler(id) {
        const part = id.split('/mirador/src/').at(-1) ?? '';
        if (/^locales\/(?!en\/)/.test(part)) return '{}';
        if (part === SIDE_WINDOWS) return 'export default {};';
        if (part === GROUPINGS)
          return `export { CanvasGroupings as default } from ${JSON.stringify(OWN_GROUPINGS)};`;
        if (!NEVER_SHOWN.includes(part)) return undefined;
        const name = basename(part, '.jsx');
        return `export const ${name} = () => null; export default ${name};`;
      },
    },
  };
}
