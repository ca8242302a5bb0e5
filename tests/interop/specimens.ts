import { join } from 'node:path';
import { afterAll } from 'vitest';
import { testApp, type TestApp } from '../support/test-app.ts';

/** The specimen archive, served until the tests of the file that asks have ended. */
export async function serveSpecimens(): Promise<TestApp> {
  const app = await testApp(join(import.meta.dirname, '../..'), {}, { atEnd: afterAll });
  await app.ingest();
  return app;
}
