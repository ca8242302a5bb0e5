import { join } from 'node:path';
import { pino } from 'pino';
import supertest from 'supertest';
import { onTestFinished } from 'vitest';
import { createApp } from '../../server/app.ts';
import { PublicUrls } from '../../server/http/public-urls.ts';
import { openSearch } from '../../server/open-search.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const base = 'https://example.org/archive';

/** The site over an empty store, to be filled by the running test and ended with it. */
export function catalogueApp(): { store: Store; client: ReturnType<typeof supertest>; file: string } {
  const file = join(temporaryFolder(), 'store.sqlite');
  const store = openSqliteStore(file);
  const search = openSearch({ file, threads: 1 });
  onTestFinished(async () => {
    await search.close();
    await store.close();
  });
  const assets = { stylesheets: (entry: string) => [`${entry}.css`], script: () => undefined };
  const services = { store, search, log: pino({ level: 'silent' }), urls: new PublicUrls(base), assets };
  return { store, client: supertest(createApp({ ...services, assetFolder: temporaryFolder() })), file };
}
