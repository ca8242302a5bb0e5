import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Express } from 'express';
import { Failure } from './model/failure.ts';
import { openSqliteSearchIndex } from './store/sqlite/sqlite-search-index.ts';
import { openSqliteStoreForReading } from './store/sqlite/sqlite-store.ts';
import { Searcher } from './search/searcher.ts';
import { answerInMemory } from './answer-in-memory.ts';
import type { Answer, PageAnswer, PageRequest, Question, WorkerSettings } from './search/search-pool.ts';

/**
 * The thread that searches, and writes the pages and descriptions of what it found: where tiles are served nothing
 * of it is left to do but to send the bytes.
 */
const store = open(workerData, openSqliteStoreForReading);
const searcher = new Searcher(store, open(workerData, openSqliteSearchIndex));
/** By public address, folder of assets and whether tests ask: in fact there is one. */
const apps = new Map<string, Promise<Express>>();
yieldToOthers();

parentPort?.on('message', (question: Question) => {
  void answer(question).then((result) => parentPort?.postMessage(result));
});

async function answer(question: Question): Promise<Answer> {
  const { number, kind } = question;
  try {
    switch (kind) {
      case 'documents':
        return { number, kind, answer: await searcher.documents(question.request) };
      case 'hits':
        return { number, kind, answer: await searcher.hits(question.request) };
      case 'terms':
        return { number, kind, answer: await searcher.terms(question.request) };
      case 'years':
        return { number, kind, answer: await searcher.years() };
      case 'page':
        return { number, kind, answer: await page(question.request) };
    }
  } catch (error) {
    if (error instanceof Failure) return { number, kind: 'failure', code: error.code, detail: error.detail };
    return {
      number,
      kind: 'error',
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** As the server itself would, if it had the time. */
async function page({
  method,
  url,
  headers,
  base,
  assetFolder,
  pseudoLocale,
}: PageRequest): Promise<PageAnswer> {
  const key = `${base} ${assetFolder} ${pseudoLocale === true}`;
  const made = apps.get(key) ?? makeApp(base, assetFolder, pseudoLocale);
  apps.set(key, made);
  const app = await made;
  return answerInMemory((request, response) => void app(request, response), { method, url, headers });
}

/** Only for pages: what is asked by programs of this one alone needs none of it. */
async function makeApp(
  base: string,
  assetFolder: string,
  pseudoLocale: boolean | undefined,
): Promise<Express> {
  const [{ createApp }, { readAssets }, { PublicUrls }, { pino, destination }] = await Promise.all([
    import('./app.ts'),
    import('./asset-manifest.ts'),
    import('./http/public-urls.ts'),
    import('pino'),
  ]);
  const log = pino({ level: 'info' }, destination({ fd: 2, sync: true }));
  const assets = readAssets(assetFolder);
  const urls = new PublicUrls(base);
  return createApp({ store, search: searcher, log, urls, assets, assetFolder, pseudoLocale });
}

function open<T>(settings: unknown, how: (file: string) => T): T {
  if (!isSettings(settings)) throw new Error('the thread was not told which store to search');
  return how(settings.file);
}

function isSettings(value: unknown): value is WorkerSettings {
  return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string';
}

/** Tiles come first: Linux gives each thread a priority of its own, by its number. Elsewhere all are equal. */
function yieldToOthers(): void {
  try {
    const thread = Number(basename(readlinkSync('/proc/thread-self')));
    setPriority(thread, constants.priority.PRIORITY_LOW);
  } catch {
    // There is no such file, or it may not be.
  }
}
