import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of one set of real scans and texts, which are not part of the repository; undefined where
 * DIPTYCH_TEST_DATA does not say where they are. Tests that need it skip themselves, and say why.
 */
export function sharedData(set: string): string | undefined {
  const root = process.env.DIPTYCH_TEST_DATA;
  if (root === undefined || root === '') return undefined;
  const folder = join(root, set);
  return existsSync(folder) ? folder : undefined;
}

/** Paths of the files of a set, in its subfolder if one is named, whose names end so. Empty where the set is absent. */
export function sharedFiles(set: string, ending: string, folder = ''): string[] {
  const root = sharedData(set);
  if (root === undefined) return [];
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(root, folder, name));
}

/** Why a test is skipped. */
export const NO_SHARED_DATA = 'DIPTYCH_TEST_DATA names no folder of real scans and texts';
