import sharp from 'sharp';
import { askAll } from './ask.ts';
import { tilePaths } from './peers.ts';
import type { Peer, ScanName } from './peer.ts';
import type { ViewerTile } from './viewer-tiles.ts';

export type TileCheck = {
  asked: number;
  /** Answered with 200. */
  answered: number;
  /** Decoded, every seventh. */
  sampled: number;
  /** Of these, how many had the size that was asked for. */
  exact: number;
  /** Mean length of the answers of 200. */
  bytes: number;
};

/** Asks a server for every tile once, and looks into some: a fast answer counts only if it is the right one. */
export async function checkTiles(
  peer: Peer,
  scan: ScanName,
  tiles: readonly ViewerTile[],
): Promise<TileCheck> {
  const wanted = new Map(tilePaths(peer, scan, tiles).map((path, at) => [path, tiles[at]?.size]));
  const answers = await askAll(peer.origin, [...wanted.keys()], { connections: 4, until: 30_000 });
  const good = answers.filter(({ status }) => status === 200);
  const sample = good.filter((_, at) => at % 7 === 0);
  let exact = 0;
  for (const { path, body } of sample) {
    const found = await sharp(body)
      .metadata()
      .catch(() => undefined);
    const size = wanted.get(path);
    if (found?.width === size?.width && found?.height === size?.height) exact += 1;
  }
  const bytes = good.reduce((sum, { body }) => sum + body.length, 0) / Math.max(1, good.length);
  return { asked: answers.length, answered: good.length, sampled: sample.length, exact, bytes };
}
