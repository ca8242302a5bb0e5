import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Assets } from './catalogue/assets.ts';

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.string().optional(),
    isEntry: z.boolean().optional(),
    css: z.array(z.string()).optional(),
    /** What it imports at once, by its key here. */
    imports: z.array(z.string()).optional(),
  }),
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
  const chunks = () => {
    const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (modified !== undefined && modified !== read.modified) {
      read = { modified, manifest: manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) };
    }
    return read.manifest;
  };
  const entry = (name: string) =>
    Object.values(chunks()).find((chunk) => chunk.isEntry === true && chunk.name === name);
  return {
    script: (name) => entry(name)?.file,
    stylesheets: (name) => {
      const chunk = entry(name);
      if (chunk === undefined) return [];
      return chunk.file.endsWith('.css') ? [chunk.file] : (chunk.css ?? []);
    },
    preloads: (name, language) => {
      const manifest = chunks();
      const start = entry(name);
      const keys = new Set([...(start?.imports ?? []), `viewer/messages/${language}.json`]);
      // A set is walked on into what is added meanwhile.
      for (const key of keys) for (const imported of manifest[key]?.imports ?? []) keys.add(imported);
      return [...keys].flatMap((key) => manifest[key]?.file ?? []).filter((file) => file !== start?.file);
    },
  };
}
