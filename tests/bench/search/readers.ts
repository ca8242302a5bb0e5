import { monitorEventLoopDelay } from 'node:perf_hooks';
import { seededRandom } from '../../../scripts/specimens/random.ts';
import { quantile } from '../median.ts';
import { QUERY_KINDS, type BenchQuery, type QueryKind } from './query-pools.ts';

/** Answers a question, whatever way; rejects if it could not be. */
export type Asker = (query: BenchQuery) => Promise<unknown>;

/** Milliseconds of each answer. */
export type Readings = {
  times: ReadonlyMap<QueryKind, readonly number[]>;
  /** Of the processor, by this process and its threads, for each answer; where only one is asked for at a time. */
  cpu: ReadonlyMap<QueryKind, readonly number[]>;
  /** How late this process came to what it had to do, at the 95th of 100: by its own work, and by other processes. */
  late: number;
  failed: readonly string[];
  seconds: number;
};

export type Spread = {
  count: number;
  p50: number | undefined;
  p95: number | undefined;
  p99: number | undefined;
};

/** Readers who each ask the next question after a rest, all kinds alike often; without one as soon as they can. */
export async function readConcurrently({
  pools,
  ask,
  readers,
  rest = 0,
  until,
}: {
  pools: ReadonlyMap<QueryKind, readonly BenchQuery[]>;
  ask: Asker;
  readers: number;
  /** Milliseconds. */
  rest?: number;
  /** No more is asked then. */
  until: Promise<unknown>;
}): Promise<Readings> {
  const [times, cpu] = [listsByKind(), listsByKind()];
  const failed: string[] = [];
  const progress = { going: true };
  void until.then(() => (progress.going = false));
  const delay = monitorEventLoopDelay({ resolution: DELAY_STEP });
  delay.enable();
  const started = performance.now();
  const read = async (_: unknown, number: number) => {
    const random = seededRandom(100 + number);
    let last: BenchQuery | undefined;
    while (progress.going) {
      const pool = pools.get(QUERY_KINDS[Math.floor(random.next() * QUERY_KINDS.length)] ?? 'name') ?? [];
      const query = pool[Math.floor(random.next() * pool.length)];
      if (query === undefined || query === last) continue;
      last = query;
      if (rest > 0) await pause((rest / 1000) * (0.5 + random.next()));
      const [asked, used] = [performance.now(), process.cpuUsage()];
      try {
        await ask(query);
        times.get(query.kind)?.push(performance.now() - asked);
        const { user, system } = process.cpuUsage(used);
        if (readers === 1) cpu.get(query.kind)?.push((user + system) / 1000);
      } catch (error) {
        failed.push(`${query.kind} ${query.q}: ${String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: readers }, read));
  delay.disable();
  const late = Math.max(0, delay.percentile(95) / 1e6 - DELAY_STEP);
  return { times, cpu, late, failed, seconds: (performance.now() - started) / 1000 };
}

/** Milliseconds. */
const DELAY_STEP = 5;

function listsByKind(): Map<QueryKind, number[]> {
  return new Map(QUERY_KINDS.map((kind) => [kind, []]));
}

export function spread(times: readonly number[]): Spread {
  const of = (share: number) => quantile(times, share);
  return { count: times.length, p50: of(0.5), p95: of(0.95), p99: of(0.99) };
}

export function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
