import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response } from 'express';
import supertest from 'supertest';
import { onTestFinished } from 'vitest';
import { statusOf } from '../../server/http/failure-response.ts';
import { PublicUrls } from '../../server/http/public-urls.ts';
import { presentationRouter } from '../../server/iiif/presentation/router.ts';
import { Failure } from '../../server/model/failure.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { collections, telegram } from './telegram.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What every id of the `presentationClient`'s server begins with. */
export const ORIGIN = 'https://example.org';

export type PresentationClient = {
  client: ReturnType<typeof supertest>;
  store: Store;
  /** Of the store: as another process would open it. */
  file: string;
};

/** The Presentation API over the telegram and its collections, until the end of the running test. */
export async function presentationClient(): Promise<PresentationClient> {
  const file = join(temporaryFolder(), 'store.sqlite');
  const store = openSqliteStore(file);
  onTestFinished(() => store.close());
  await store.putCollections(collections());
  await store.putDocument(telegram());
  const app = express();
  app.use(presentationRouter({ store, urls: new PublicUrls(ORIGIN) }));
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (error instanceof Failure) response.status(statusOf(error)).json({ error: error.code });
    else next(error);
  });
  return { client: supertest(app), store, file };
}

/** @throws Error if the body is no JSON object. */
export function json(response: supertest.Response): object {
  const value: unknown = JSON.parse(response.text);
  if (typeof value !== 'object' || value === null) throw new Error('the response is no JSON object');
  return value;
}
