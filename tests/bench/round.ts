import type { Load, LoadResult } from './load.ts';
import type { Peer } from './peer.ts';
import { cpuOf, processCost } from './process-cost.ts';

/** What one server did under load for some seconds. */
export type Round = LoadResult & {
  /** Answers a second. */
  rate: number;
  /** Microseconds of CPU time for each request, of all its processes. */
  cpu: number | undefined;
  /** Bytes, right afterwards. */
  memory: number | undefined;
};

export async function runRound(
  load: Load,
  peer: Peer,
  paths: readonly string[],
  connections: number,
  seconds: number,
): Promise<Round> {
  const { pids, origin } = peer;
  await untilIdle(peer);
  const before = pids === undefined ? undefined : cpuOf(pids);
  const result = await load.run({ origin, paths }, connections, seconds);
  const memory = pids === undefined ? undefined : processCost(pids)?.memory;
  // What it had begun when the time was up costs it as much, and must not disturb the next.
  await untilIdle(peer);
  const cpu =
    pids === undefined || before === undefined
      ? undefined
      : (cpuOf(pids) - before) / Math.max(1, result.sent);
  return { ...result, rate: result.requests / result.seconds, cpu, memory };
}

/** Waits until a server does nothing for a moment, ten seconds at most. */
export async function untilIdle({ pids }: Peer): Promise<void> {
  const end = Date.now() + 10_000;
  for (let quiet = 0, last = -1; pids !== undefined && quiet < 2 && Date.now() < end;) {
    const now = cpuOf(pids);
    quiet = now === last ? quiet + 1 : 0;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Everyone first in turn, so that nobody always comes after the same one. */
export function rotated<T>(list: readonly T[], by: number): T[] {
  const at = by % Math.max(1, list.length);
  return [...list.slice(at), ...list.slice(0, at)];
}
