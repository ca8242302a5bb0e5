import { join } from 'node:path';
import { z } from 'zod';
import { ask } from './ask.ts';
import type { BenchArchive } from './bench-archive.ts';
import { diptychPeer, NOTHING_KEPT, serveDiptych } from './diptych-server.ts';
import { externalPeer } from './peer-external.ts';
import { iiifProcessorPeer } from './peer-iiif-processor.ts';
import { iipsrvPeer } from './peer-iipsrv.ts';
import { nginxPeer } from './peer-nginx.ts';
import { isMissing, type Missing, type Peer, type ScanName } from './peer.ts';
import type { Teardown } from './teardown.ts';
import { shuffled, viewerTiles, type ViewerTile } from './viewer-tiles.ts';

export type Peers = {
  /** Diptych with nothing kept in memory between two requests. */
  cold: Peer;
  /** Diptych as it comes. */
  warm: Peer;
  nginx: Peer | Missing;
  iipsrv: Peer | Missing;
  iiifProcessor: Peer | Missing;
  external: readonly Peer[];
};

/** Starts all that are found here. */
export async function startPeers({
  archive,
  folder,
  external,
  teardown,
}: {
  archive: BenchArchive;
  folder: string;
  external: readonly { name: string; url: string }[];
  teardown: Teardown;
}): Promise<Peers> {
  const start = async (name: string, environment: Record<string, string>) => {
    return diptychPeer(name, await serveDiptych(archive, environment), archive);
  };
  const cold = await start('Diptych, cold', NOTHING_KEPT);
  const warm = await start('Diptych, warm', {});
  const tiles = await tilesOf(cold, 'medium');
  return {
    cold,
    warm,
    nginx: await nginxPeer(cold, tilePaths(cold, 'medium', tiles), join(folder, 'nginx')),
    iipsrv: await iipsrvPeer(archive, join(folder, 'iipsrv'), teardown),
    iiifProcessor: await iiifProcessorPeer(archive),
    external: await Promise.all(external.map(externalPeer)),
  };
}

/** What was looked for and not found. */
export function missingPeers({ nginx, iipsrv, iiifProcessor }: Peers): Missing[] {
  return [nginx, iipsrv, iiifProcessor].filter(isMissing);
}

/** All tiles that a viewer derives from Diptych's info.json of a scan, in an order that is random and always the same. */
export async function tilesOf(diptych: Peer, scan: ScanName): Promise<ViewerTile[]> {
  const { body } = await ask(diptych.origin, `${diptych.prefix(scan) ?? ''}/info.json`);
  return shuffled(viewerTiles(infoSchema.parse(JSON.parse(body.toString()))), 1950);
}

/** The same tiles below a peer's own address; nothing if it does not serve that scan. */
export function tilePaths(peer: Peer, scan: ScanName, tiles: readonly ViewerTile[]): string[] {
  const prefix = peer.prefix(scan);
  return prefix === undefined
    ? []
    : tiles.map(({ parameters }) => `${prefix}/${forVersion(parameters, peer)}`);
}

/** Image API 2.1 has no `max` that every server knows. */
export function forVersion(parameters: string, { version }: Peer): string {
  return version === 2 ? parameters.replace(/^([^/]+)\/max\//, '$1/full/') : parameters;
}

const infoSchema = z.object({
  width: z.number(),
  height: z.number(),
  tiles: z.array(
    z.object({ width: z.number(), height: z.number().optional(), scaleFactors: z.array(z.number()) }),
  ),
});
