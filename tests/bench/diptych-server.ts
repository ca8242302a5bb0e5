import { dirname, join } from 'node:path';
import leanMemory from '../../scripts/lean-memory.json' with { type: 'json' };
import { runChild, startChild, untilWritten, type Child } from './child-process.ts';
import type { BenchArchive } from './bench-archive.ts';
import type { Peer } from './peer.ts';

const ROOT = dirname(dirname(import.meta.dirname));
const PROGRAM = join(ROOT, 'dist', 'server', 'main.js');

/** No bytes are kept between two requests: every answer is read, or computed, anew. What addresses mean is kept. */
export const NOTHING_KEPT = { DIPTYCH_TILE_MEMORY: '0', DIPTYCH_DERIVATIVE_CACHE: '0' };

export type DiptychServer = { origin: string; child: Child };

/** Builds what `npm start` would build. */
export async function buildDiptych(): Promise<void> {
  await runChild(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { cwd: ROOT });
}

/** Runs a command of the built program to its end. */
export async function runDiptych(parameters: readonly string[]): Promise<string> {
  return runChild(process.execPath, [PROGRAM, ...parameters], { cwd: ROOT });
}

/**
 * Starts one, not waiting for its end: the program itself, to see what it takes, with the settings that the command
 * `diptych` gives it.
 */
export async function startDiptych(
  parameters: readonly string[],
  environment: Record<string, string> = {},
): Promise<Child> {
  const flags = parameters[0] === 'ingest' ? leanMemory.whileIngesting : [];
  return startChild(process.execPath, [...flags, PROGRAM, ...parameters], {
    cwd: ROOT,
    environment: { ...leanMemory.environment, ...environment },
  });
}

/**
 * Starts the server as a process of its own on a free port, and waits until it says where it is.
 * @throws Error with what it said instead.
 */
export async function serveDiptych(
  folders: { archive: string; var: string },
  environment: Record<string, string> = {},
): Promise<DiptychServer> {
  const child = await startDiptych(
    ['serve', '--archive', folders.archive, '--var', folders.var, '--port', '0'],
    // Settings of whoever runs the bench are theirs, not the bench's.
    { HOST: '127.0.0.1', DIPTYCH_PUBLIC_URL: '', ...environment },
  );
  return { origin: await untilWritten(child, /Diptych is at (http:\/\/[^/\s]+)/), child };
}

export function diptychPeer(name: string, { origin, child }: DiptychServer, { image }: BenchArchive): Peer {
  return { name, origin, pids: [child.pid], version: 3, prefix: (scan) => `/iiif/image/3/${image(scan)}` };
}
