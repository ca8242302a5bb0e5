import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../model/failure.ts';
import { openSqliteSearchIndex } from '../store/sqlite/sqlite-search-index.ts';
import { openSqliteStoreForReading } from '../store/sqlite/sqlite-store.ts';
import { Searcher } from './searcher.ts';
import type { Answer, Question, WorkerSettings } from './search-pool.ts';

/** The thread that searches: it answers one question after the other. */
const searcher = open(workerData);
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

function open(settings: unknown): Searcher {
  if (!isSettings(settings)) throw new Error('the thread was not told which store to search');
  return new Searcher(openSqliteStoreForReading(settings.file), openSqliteSearchIndex(settings.file));
}

function isSettings(value: unknown): value is WorkerSettings {
  return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string';
}

/** Tiles come first: Linux gives each thread a priority of its own, by its number. Elsewhere all are equal. */
function yieldToOthers(): void {
  try {
    const thread = Number(basename(readlinkSync('/proc/thread-self')));
    setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // There is no such file, or it may not be.
  }
}
