import type { Bench } from '../bench.ts';
import { diptychPeer, type DiptychServer } from '../diptych-server.ts';
import { tilePaths, tilesOf } from '../peers.ts';
import { pacedLoad } from './paced-load.ts';
import type { BenchQuery, QueryKind } from './query-pools.ts';
import { readConcurrently, spread, type Asker, type Spread } from './readers.ts';

/** Tiles asked for a second: what a few people who turn pages need. */
const TILES_A_SECOND = 60;

export type TileRound = { without: Spread; during: Spread; queriesPerSecond: number; failed: number };

/** Tiles at a steady rate, in turn with nothing beside them and with readers who search without a pause. */
export async function tilesUnderQueries({
  bench: { archive, options },
  server,
  pools,
  ask,
  readers,
}: {
  bench: Bench;
  server: DiptychServer;
  pools: ReadonlyMap<QueryKind, readonly BenchQuery[]>;
  ask: Asker;
  readers: number;
}): Promise<TileRound[]> {
  const peer = diptychPeer('Diptych', server, archive);
  const paths = tilePaths(peer, 'medium', await tilesOf(peer, 'medium'));
  const { origin } = server;
  const tiles = (seconds: number) => pacedLoad({ origin, paths, perSecond: TILES_A_SECOND, seconds });
  const seconds = options.seconds * 4;
  await tiles(seconds);
  const rounds: TileRound[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const without = await tiles(seconds);
    const during = tiles(seconds);
    const readings = await readConcurrently({ pools, ask, readers, until: during });
    const { times, failed } = await during;
    const queries = [...readings.times.values()].reduce((sum, list) => sum + list.length, 0);
    rounds.push({
      without: spread(without.times),
      during: spread(times),
      queriesPerSecond: queries / readings.seconds,
      failed: failed + without.failed,
    });
  }
  return rounds;
}
