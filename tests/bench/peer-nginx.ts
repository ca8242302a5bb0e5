import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { askAll } from './ask.ts';
import { findProgram } from './find-program.ts';
import { startNginx } from './nginx.ts';
import type { Missing, Peer, ScanName } from './peer.ts';

const NAME = 'nginx, same bytes as files';

/**
 * nginx with the answers of another server saved as files under the same addresses: as fast as a server of
 * tiles can be.
 * @param source whose answers they are.
 * @param paths of its answers, below its origin.
 */
export async function nginxPeer(
  source: Peer,
  paths: readonly string[],
  folder: string,
): Promise<Peer | Missing> {
  const program = findProgram('nginx');
  if (program === undefined) return { name: NAME, install: 'apt-get install nginx-light' };
  const files = join(folder, 'files');
  for (const { path, status, body } of await askAll(source.origin, paths, { connections: 4 })) {
    if (status !== 200) continue;
    await mkdir(dirname(join(files, path)), { recursive: true });
    await writeFile(join(files, path), body);
  }
  const { origin, child } = await startNginx(program, folder, `    root ${files};`);
  const prefix = (scan: ScanName) => source.prefix(scan);
  return { name: NAME, origin, pids: [child.pid], version: 3, prefix };
}
