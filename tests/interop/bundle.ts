import { join } from 'node:path';
import { build } from 'vite';

/** One script of a file of this folder and of what it imports, as an institution's own build makes it. */
export async function bundle(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: { write: false, minify: false, rollupOptions: { input: join(import.meta.dirname, name) } },
  });
  if (!('output' in built)) throw new Error('one build was asked for');
  const [chunk] = built.output;
  return chunk.code;
}
