import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { Size } from '../../server/model/box.ts';
import { runDiptych } from './diptych-server.ts';
import type { ScanName } from './peer.ts';
import { drawSyntheticScan } from './synthetic-scan.ts';

export const SCANS: Record<ScanName, Size> = {
  small: { width: 3000, height: 3000 },
  medium: { width: 5000, height: 7000 },
  large: { width: 10_000, height: 14_000 },
};

export type BenchArchive = {
  archive: string;
  /** `state/` and `cache/` of the server, as ingest left them. */
  var: string;
  /** The id by which the server knows a scan. */
  image: (scan: ScanName) => string;
  /** The pyramid TIFF that ingest built, which every image server can read. */
  pyramid: (scan: ScanName) => string;
};

/**
 * An archive of one document with the three scans, ingested by the real command.
 * @param folder scans that are there already are used again, so that a folder that stays is drawn once.
 * @param varFolder never one of another run: another version may have left its pyramids there.
 */
export async function makeBenchArchive(folder: string, varFolder: string): Promise<BenchArchive> {
  const archive = join(folder, 'archive');
  for (const name of scanNames()) {
    const file = join(archive, 'images', 'scans', `${name}.jpg`);
    if (existsSync(file)) continue;
    await mkdir(dirname(file), { recursive: true });
    await drawSyntheticScan(file, SCANS[name]);
  }
  await mkdir(join(archive, 'manifests', 'scans'), { recursive: true });
  await writeFile(
    join(archive, 'manifests', 'scans', 'document.yaml'),
    'title: { en: Scans of the bench }\n',
  );
  await runDiptych(['ingest', '--archive', archive, '--var', varFolder]);
  const pyramids = await findPyramids(varFolder);
  return {
    archive,
    var: varFolder,
    image: (scan) => `scans_${scan}`,
    pyramid: (scan) => pyramids[scan],
  };
}

export function scanNames(): readonly ScanName[] {
  return ['small', 'medium', 'large'];
}

/** By their sizes, which differ: the names are the server's own business. */
async function findPyramids(varFolder: string): Promise<Record<ScanName, string>> {
  const folder = join(varFolder, 'cache', 'pyramids');
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tif'));
  const found = await Promise.all(
    files.map(async (name) => {
      const path = join(folder, name);
      const { width } = await sharp(path, { limitInputPixels: false }).metadata();
      return { path, width };
    }),
  );
  const pathOf = (scan: ScanName): string => {
    const path = found.find(({ width }) => width === SCANS[scan].width)?.path;
    if (path === undefined)
      throw new Error(`ingest built no pyramid of ${SCANS[scan].width} pixels in ${folder}`);
    return path;
  };
  return { small: pathOf('small'), medium: pathOf('medium'), large: pathOf('large') };
}
