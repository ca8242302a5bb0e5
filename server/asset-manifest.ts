import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Assets } from './catalogue/assets.ts';

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), name: z.string().optional(), css: z.array(z.string()).optional() }),
);

const EMPTY: z.infer<typeof manifestSchema> = {};

/**
 * The hashed names of what vite built, by the entry's name. Read again when the file changes, so that a page
 * reloaded in development has the newest.
 *
 * @param folder where vite put its files.
 */
export function readAssets(folder: string): Assets {
  const file = join(folder, '.vite', 'manifest.json');
  let read = { modified: -1, manifest: EMPTY };
  const entry = (name: string) => {
    const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (modified !== undefined && modified !== read.modified) {
      read = { modified, manifest: manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) };
    }
    return Object.values(read.manifest).find((chunk) => chunk.name === name);
  };
  return {
    script: (name) => entry(name)?.file,
    stylesheets: (name) => {
      const chunk = entry(name);
      if (chunk === undefined) return [];
      return chunk.file.endsWith('.css') ? [chunk.file] : (chunk.css ?? []);
    },
  };
}
