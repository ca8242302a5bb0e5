import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { onTestFinished } from 'vitest';
import { readConfig, type Flags } from '../../server/config.ts';
import { ingest, type IngestReport } from '../../server/ingest/ingest.ts';
import { Pool } from '../../server/ingest/pool.ts';
import { buildingScans } from '../../server/ingest/scans.ts';
import { openSearch } from '../../server/open-search.ts';
import { serve } from '../../server/serve.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { temporaryFolder, type AtEnd } from './temporary-folder.ts';

export type TestApp = {
  agent: TestAgent;
  store: Store;
  /** What every published id begins with. */
  base: string;
  /** Really bound, on 127.0.0.1. */
  port: number;
  /** Folder of `state/` and `cache/`. */
  folder: string;
  ingest: () => Promise<IngestReport>;
};

type Surroundings = { log?: Logger; atEnd?: AtEnd };

/**
 * The listener as `npm start` builds it, over an archive folder that is ingested when asked. Ends with the
 * running test unless `atEnd` says otherwise.
 */
export async function testApp(
  archive: string,
  flags: Omit<Flags, 'archive' | 'var' | 'port'> = {},
  { log = pino({ level: 'silent' }), atEnd = onTestFinished }: Surroundings = {},
): Promise<TestApp> {
  const folder = temporaryFolder(atEnd);
  const config = readConfig({ ...flags, archive, var: folder, port: '0' }, {}, archive);
  const file = join(folder, 'state', 'store.sqlite');
  const store = openSqliteStore(file);
  const search = openSearch({ file, threads: 1 });
  const { server, urls } = await serve({ store, search, log }, config, join(folder, 'no-assets'));
  atEnd(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await search.close();
    await store.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('listening on no port');
  return {
    agent: request.agent(server),
    store,
    base: urls.base,
    port: address.port,
    folder,
    ingest: () => ingestOnce(archive, folder, store),
  };
}

/** One run of ingest, as the command does it. */
export function ingestOnce(archive: string, folder: string, store: Store): Promise<IngestReport> {
  const scans = buildingScans(join(folder, 'cache'), { maxPixels: 1_000_000_000 }, new Pool(2));
  return ingest({ archive, store, scans, concurrency: 2 });
}
