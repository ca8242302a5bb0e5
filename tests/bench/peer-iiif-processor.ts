import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scanNames, type BenchArchive } from './bench-archive.ts';
import { startChild, untilWritten } from './child-process.ts';
import type { Missing, Peer } from './peer.ts';

const NAME = 'iiif-processor 7';

/** With packages of its own, which include another sharp. */
const FOLDER = join(import.meta.dirname, 'iiif-processor');

/** iiif-processor from npm in a process of its own, reading the pyramids that ingest built. */
export async function iiifProcessorPeer(archive: BenchArchive): Promise<Peer | Missing> {
  if (!existsSync(join(FOLDER, 'node_modules'))) {
    return { name: NAME, install: 'npm ci --prefix tests/bench/iiif-processor' };
  }
  const files = Object.fromEntries(scanNames().map((scan) => [scan, archive.pyramid(scan)]));
  const child = await startChild(process.execPath, [join(FOLDER, 'server.mjs'), JSON.stringify(files)]);
  const port = await untilWritten(child, /listening on (\d+)/);
  return {
    name: NAME,
    origin: `http://127.0.0.1:${port}`,
    pids: [child.pid],
    version: 3,
    prefix: (scan) => `/iiif/3/${scan}`,
  };
}
