import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { scanNames, type BenchArchive } from './bench-archive.ts';
import { runChild } from './child-process.ts';
import { findProgram, isProgram } from './find-program.ts';
import { startNginx } from './nginx.ts';
import type { Missing, Peer } from './peer.ts';
import type { Teardown } from './teardown.ts';

const NAME = 'IIPImage';

/** Debian's place; then where people put what they built themselves. */
const PLACES = [
  '/usr/lib/iipimage-server/iipsrv.fcgi',
  '/usr/local/bin/iipsrv.fcgi',
  '/usr/lib/cgi-bin/iipsrv.fcgi',
];

/**
 * IIPImage behind nginx, with the pyramids that ingest built: two processes, its own cache off, JPEG quality as ours.
 */
export async function iipsrvPeer(
  archive: BenchArchive,
  folder: string,
  teardown: Teardown,
): Promise<Peer | Missing> {
  const [iipsrv, nginx, spawn] = [PLACES.find(isProgram), findProgram('nginx'), findProgram('spawn-fcgi')];
  if (iipsrv === undefined || nginx === undefined || spawn === undefined) {
    return { name: NAME, install: 'apt-get install iipimage-server nginx-light spawn-fcgi' };
  }
  const scans = join(folder, 'scans');
  await mkdir(scans, { recursive: true });
  for (const scan of scanNames()) await symlink(archive.pyramid(scan), join(scans, `${scan}.tif`));

  const socket = join(folder, 'socket');
  const pidFile = join(folder, 'pids');
  const log = join(folder, 'iipsrv.log');
  await runChild(spawn, ['-s', socket, '-P', pidFile, '-F', '2', '--', iipsrv], {
    environment: {
      FILESYSTEM_PREFIX: `${scans}/`,
      MAX_IMAGE_CACHE_SIZE: '0',
      JPEG_QUALITY: '85',
      MAX_CVT: '20000',
      LOGFILE: log,
      // It then writes its version when it starts, and nothing afterwards.
      VERBOSITY: '1',
      // Each of the two processes is one worker on a machine of two cores, as one of ours is.
      OMP_NUM_THREADS: '1',
    },
  });
  const pids = (await readFile(pidFile, 'utf8')).trim().split(/\s+/).map(Number);
  // They are nobody's children any more.
  teardown.add(() => pids.forEach((pid) => process.kill(pid)));

  const { origin, child } = await startNginx(
    nginx,
    join(folder, 'nginx'),
    `    location /iiif/ {
      fastcgi_pass unix:${socket};
      fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param QUERY_STRING IIIF=$query_string;
      fastcgi_param HTTP_HOST $http_host;
      fastcgi_param REQUEST_URI $request_uri;
    }`,
  );
  // Releases differ by a factor of four: a ratio without the version says nothing.
  const version =
    /Version (\S+)/.exec(await readFile(log, 'utf8').catch(() => ''))?.[1] ?? 'of unknown version';
  return {
    name: `${NAME} ${version}`,
    origin,
    pids: [child.pid, ...pids],
    version: 2,
    prefix: (scan) => `/iiif/?${scan}.tif`,
  };
}
