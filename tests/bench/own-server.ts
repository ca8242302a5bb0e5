import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { serveDiptych, type DiptychServer } from './diptych-server.ts';

/** Servers that may fill their cache, be killed and be started again without touching what other parts measure. */
export type OwnServer = {
  var: string;
  start: (environment?: Record<string, string>) => Promise<DiptychServer>;
};

/** @param name of the folder that gets a copy of what ingest left. */
export async function ownServer({ archive, folder }: Bench, name: string): Promise<OwnServer> {
  const own = join(folder, name);
  await cp(archive.var, own, { recursive: true });
  return {
    var: own,
    start: (environment) => serveDiptych({ archive: archive.archive, var: own }, environment),
  };
}
