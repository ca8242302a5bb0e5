import { z } from 'zod';
import { ask } from './ask.ts';
import { SCANS } from './bench-archive.ts';
import type { Peer } from './peer.ts';

/**
 * A server that runs already, started by whoever runs the bench.
 * @param url of its image service for the bench's scan "medium"; ids in its info.json are not looked at.
 * @throws Error if it does not answer, or serves an image of another size.
 */
export async function externalPeer({ name, url }: { name: string; url: string }): Promise<Peer> {
  const { origin } = new URL(url);
  const path = url.slice(origin.length);
  const { status, body } = await ask(origin, `${path}/info.json`);
  const info = status === 200 ? readInfo(body.toString()) : undefined;
  if (info === undefined)
    throw new Error(`${name}: ${url}/info.json answers ${status} and no description of an image.`);
  const { width, height } = SCANS.medium;
  if (info.width !== width || info.height !== height) {
    throw new Error(
      `${name} serves an image of ${info.width} x ${info.height}; the bench's is ${width} x ${height}: --keep FOLDER leaves it in FOLDER/archive/images/scans/medium.jpg.`,
    );
  }
  const version = body.includes('image/2/context.json') ? 2 : 3;
  return { name, origin, pids: undefined, version, prefix: (scan) => (scan === 'medium' ? path : undefined) };
}

function readInfo(text: string): { width: number; height: number } | undefined {
  try {
    return z.object({ width: z.number(), height: z.number() }).parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
