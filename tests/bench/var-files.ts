import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The files in a `var` folder, by their paths below it. */
export async function filesIn(folder: string): Promise<{ path: string; bytes: number }[]> {
  const names = await readdir(folder, { recursive: true });
  const files = await Promise.all(
    names.map(async (path) => {
      // Files come and go while a server runs.
      const found = await stat(join(folder, path)).catch(() => undefined);
      return found?.isFile() === true ? [{ path, bytes: found.size }] : [];
    }),
  );
  return files.flat();
}

/** Those whose name says that they are not yet whole. */
export async function temporaryFilesIn(folder: string): Promise<string[]> {
  const files = await filesIn(folder);
  return files.map(({ path }) => path).filter((path) => /building|writing|partial|te?mp/i.test(path));
}
