import { join } from 'node:path';
import { pino } from 'pino';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { onTestFinished } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { ingest, type IngestReport } from '../../server/ingest/ingest.ts';
import { Pool } from '../../server/ingest/pool.ts';
import { buildingScans } from '../../server/ingest/scans.ts';
import { serve } from '../../server/serve.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { temporaryFolder } from './temporary-folder.ts';

type TestApp = {
  agent: TestAgent;
  store: Store;
  /** What every published id begins with. */
  base: string;
  /** Folder of `state/` and `cache/`. */
  folder: string;
  ingest: () => Promise<IngestReport>;
};

/** The listener as `npm start` builds it, over an archive folder that is ingested when asked. Ends with the test. */
export async function testApp(archive: string, { publicUrl }: { publicUrl?: string } = {}): Promise<TestApp> {
  const folder = temporaryFolder();
  const config = readConfig({ archive, var: folder, port: '0', publicUrl }, {}, archive);
  const store = openSqliteStore(join(folder, 'state', 'store.sqlite'));
  const log = pino({ level: 'silent' });
  const { server, urls } = await serve({ store, log }, config, join(folder, 'no-assets'));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await store.close();
  });
  return {
    agent: request.agent(server),
    store,
    base: urls.base,
    folder,
    ingest: () => ingestOnce(archive, folder, store),
  };
}

/** One run of ingest, as the command does it. */
export function ingestOnce(archive: string, folder: string, store: Store): Promise<IngestReport> {
  const scans = buildingScans(join(folder, 'cache'), { maxPixels: 1_000_000_000 }, new Pool(2));
  return ingest({ archive, store, scans, concurrency: 2 });
}
