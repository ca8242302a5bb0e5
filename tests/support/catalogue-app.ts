import { join } from 'node:path';
import { pino } from 'pino';
import supertest from 'supertest';
import { onTestFinished } from 'vitest';
import { answerInMemory } from '../../server/answer-in-memory.ts';
import { createApp } from '../../server/app.ts';
import { PublicUrls } from '../../server/http/public-urls.ts';
import { openSearch } from '../../server/open-search.ts';
import type { PageRequest } from '../../server/search/search-pool.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const base = 'https://example.org/archive';

/**
 * The site over an empty store, to be filled by the running test and ended with it.
 * @param inThreads whether searches are forwarded, as the built program does to its threads.
 */
export function catalogueApp({ pseudoLocale = false, inThreads = false } = {}): {
  store: Store;
  client: ReturnType<typeof supertest>;
  file: string;
} {
  const file = join(temporaryFolder(), 'store.sqlite');
  const store = openSqliteStore(file);
  const search = openSearch({ file, threads: 1 });
  onTestFinished(async () => {
    await search.close();
    await store.close();
  });
  const assets = {
    stylesheets: (entry: string) => [`${entry}.css`],
    script: () => undefined,
    preloads: () => [],
  };
  const services = { store, search, log: pino({ level: 'silent' }), urls: new PublicUrls(base), assets };
  const whole = { ...services, assetFolder: temporaryFolder(), pseudoLocale };
  const own = createApp(whole);
  const threads = {
    page: ({ method, url, headers }: PageRequest) =>
      answerInMemory((request, response) => void own(request, response), { method, url, headers }),
  };
  const app = inThreads ? createApp({ ...whole, threads }) : own;
  return { store, client: supertest(app), file };
}
