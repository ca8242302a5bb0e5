import { atLeast, type Bench, type PartResult } from './bench.ts';
import { checkTiles, type TileCheck } from './check-tiles.ts';
import { median } from './median.ts';
import { isMissing, isPeer, type Missing, type Peer } from './peer.ts';
import { tilePaths, tilesOf } from './peers.ts';
import { rotated, runRound, type Round } from './round.ts';
import { figure, type Table } from './table.ts';

const CONNECTIONS = [1, 8, 32];

/** DESIGN section 11 was measured with so many. */
const JUDGED = 8;

/** The same random list of viewer tiles to every server, in turn, at three concurrencies. */
export async function tilesPart({ options, load, peers, say }: Bench): Promise<PartResult> {
  const { cold, warm, nginx, iipsrv, iiifProcessor, external } = await peers();
  const all = [cold, warm, nginx, iipsrv, iiifProcessor, ...external].filter(isPeer);
  const tiles = await tilesOf(cold, 'medium');
  const pathsOf = (peer: Peer) => tilePaths(peer, 'medium', tiles);

  const checks = new Map<Peer, TileCheck>();
  for (const peer of all) {
    say(`tiles: looking at the answers of ${peer.name}`);
    checks.set(peer, await checkTiles(peer, 'medium', tiles));
    await load.run({ origin: peer.origin, paths: pathsOf(peer) }, JUDGED, Math.max(2, options.seconds));
  }

  const runs: { connections: number; rounds: Map<Peer, Round>[] }[] = [];
  for (const connections of CONNECTIONS) {
    const rounds: Map<Peer, Round>[] = [];
    for (let number = 0; number < options.rounds; number += 1) {
      say(`tiles: concurrency ${connections}, round ${number + 1} of ${options.rounds}`);
      const round = new Map<Peer, Round>();
      for (const peer of rotated(all, number)) {
        round.set(peer, await runRound(load, peer, pathsOf(peer), connections, options.seconds));
      }
      rounds.push(round);
    }
    runs.push({ connections, rounds });
  }

  const judged = runs.find(({ connections }) => connections === JUDGED)?.rounds ?? [];
  const against = (ours: Peer, other: Peer | Missing) =>
    isMissing(other) ? undefined : median(rateRatios(judged, ours, other));
  return {
    tables: [
      checkTable(checks),
      ...runs.map(({ connections, rounds }) => loadTable(connections, rounds, all, { cold, warm })),
    ],
    bars: [
      atLeast(`cold tiles, requests/s against ${iipsrv.name}`, against(cold, iipsrv), 10),
      atLeast(`cold tiles, requests/s against ${iiifProcessor.name}`, against(cold, iiifProcessor), 180),
      atLeast(`cold tiles, requests/s against ${nginx.name}`, against(cold, nginx), 0.4),
      atLeast(`warm tiles, requests/s against ${nginx.name}`, against(warm, nginx), 0.6),
    ],
    figures: {
      tiles: tiles.length,
      interior: tiles.filter(({ interior }) => interior).length,
      checks: Object.fromEntries([...checks].map(([{ name }, check]) => [name, check])),
      load: runs.map(({ connections, rounds }) => ({
        connections,
        servers: Object.fromEntries(
          all.map((peer) => [
            peer.name,
            {
              ...medians(roundsOf(rounds, peer)),
              coldAgainstIt: rateRatios(rounds, cold, peer),
              warmAgainstIt: rateRatios(rounds, warm, peer),
            },
          ]),
        ),
      })),
    },
  };
}

/** One ratio for each round, because the machine is not the same machine in the next one. */
function rateRatios(rounds: readonly Map<Peer, Round>[], ours: Peer, other: Peer): number[] {
  return rounds.map((round) => (round.get(ours)?.rate ?? NaN) / (round.get(other)?.rate ?? NaN));
}

function roundsOf(rounds: readonly Map<Peer, Round>[], peer: Peer): Round[] {
  return rounds.flatMap((round) => round.get(peer) ?? []);
}

function medians(rounds: readonly Round[]) {
  const of = (pick: (round: Round) => number | undefined) =>
    median(rounds.flatMap((round) => pick(round) ?? []));
  return {
    requestsPerSecond: of(({ rate }) => rate),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    cpuMicroseconds: of(({ cpu }) => cpu),
    memory: Math.max(...rounds.map(({ memory }) => memory ?? 0)),
    failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
  };
}

function checkTable(checks: ReadonlyMap<Peer, TileCheck>): Table {
  return {
    title: 'What the servers answer to the list of tiles of the 35 megapixel scan',
    columns: ['server', 'asked', 'answered 200', 'decoded', 'of the exact size', 'mean bytes'],
    rows: [...checks].map(([{ name }, { asked, answered, sampled, exact, bytes }]) =>
      [name, asked, answered, sampled, exact, Math.round(bytes)].map(String),
    ),
  };
}

function loadTable(
  connections: number,
  rounds: readonly Map<Peer, Round>[],
  all: readonly Peer[],
  { cold, warm }: { cold: Peer; warm: Peer },
): Table {
  return {
    title: `Viewer tiles, ${connections} connection${connections === 1 ? '' : 's'}: medians of ${rounds.length} interleaved rounds`,
    columns: [
      'server',
      'requests/s',
      'p50 ms',
      'p99 ms',
      'CPU us',
      'memory MB',
      'failed',
      'cold is',
      'warm is',
    ],
    rows: all.map((peer) => {
      const { requestsPerSecond, p50, p99, cpuMicroseconds, memory, failed } = medians(
        roundsOf(rounds, peer),
      );
      return [
        peer.name,
        figure(requestsPerSecond),
        figure(p50),
        figure(p99),
        figure(cpuMicroseconds),
        figure(memory === 0 ? undefined : memory / 1e6),
        String(failed),
        peer === cold ? '' : `${figure(median(rateRatios(rounds, cold, peer)))} x`,
        peer === warm ? '' : `${figure(median(rateRatios(rounds, warm, peer)))} x`,
      ];
    }),
    notes: ['wrk counts a stall into p99 for all that it would have asked meanwhile.'],
  };
}
