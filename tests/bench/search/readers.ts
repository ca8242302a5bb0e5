import { seededRandom } from '../../../scripts/specimens/random.ts';
import { quantile } from '../median.ts';
import { QUERY_KINDS, type BenchQuery, type QueryKind } from './query-pools.ts';

/** Answers a question, whatever way; rejects if it could not be. */
export type Asker = (query: BenchQuery) => Promise<unknown>;

/** Milliseconds of each answer. */
export type Readings = {
  times: ReadonlyMap<QueryKind, readonly number[]>;
  failed: readonly string[];
  seconds: number;
};

export type Spread = {
  count: number;
  p50: number | undefined;
  p95: number | undefined;
  p99: number | undefined;
};

/** Readers who each ask the next question as soon as the last is answered, all kinds alike often. */
export async function readConcurrently({
  pools,
  ask,
  readers,
  until,
}: {
  pools: ReadonlyMap<QueryKind, readonly BenchQuery[]>;
  ask: Asker;
  readers: number;
  /** No more is asked then. */
  until: Promise<unknown>;
}): Promise<Readings> {
  const times = new Map<QueryKind, number[]>(QUERY_KINDS.map((kind) => [kind, []]));
  const failed: string[] = [];
  const progress = { going: true };
  void until.then(() => (progress.going = false));
  const started = performance.now();
  const read = async (_: unknown, number: number) => {
    const random = seededRandom(100 + number);
    let last: BenchQuery | undefined;
    while (progress.going) {
      const pool = pools.get(QUERY_KINDS[Math.floor(random.next() * QUERY_KINDS.length)] ?? 'name') ?? [];
      const query = pool[Math.floor(random.next() * pool.length)];
      if (query === undefined || query === last) continue;
      last = query;
      const asked = performance.now();
      try {
        await ask(query);
        times.get(query.kind)?.push(performance.now() - asked);
      } catch (error) {
        failed.push(`${query.kind} ${query.q}: ${String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: readers }, read));
  return { times, failed, seconds: (performance.now() - started) / 1000 };
}

export function spread(times: readonly number[]): Spread {
  const of = (share: number) => quantile(times, share);
  return { count: times.length, p50: of(0.5), p95: of(0.95), p99: of(0.99) };
}

export function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
