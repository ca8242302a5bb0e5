import { Worker } from 'node:worker_threads';
import { SearchPool, type SearchThreads, type WorkerSettings } from './search/search-pool.ts';

/** Whether this is what was built. The sources themselves, in development and in tests, need a loader in each thread. */
export const IS_BUILT = !import.meta.url.endsWith('.ts');

/**
 * @param file of the store.
 * @param threads each with a connection of its own.
 */
export function openSearch({ file, threads }: { file: string; threads: number }): SearchThreads {
  const settings: WorkerSettings = { file };
  return new SearchPool(() => startThread(settings), threads);
}

/** A thread takes no loader from its command line: it has to ask for it. */
function startThread(workerData: WorkerSettings): Worker {
  if (IS_BUILT) return new Worker(new URL('./search-thread.js', import.meta.url), { workerData });
  const sources = JSON.stringify(new URL('./search-thread.ts', import.meta.url).href);
  const code = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${sources}); });`;
  return new Worker(code, { eval: true, workerData });
}
