import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { Flags } from '../../server/config.ts';
import type { IngestReport } from '../../server/ingest/ingest.ts';
import { writeArchive } from './archive.ts';
import { fromPixels, type Pixels } from './pattern-image.ts';
import { rawRequest, type Answer } from './raw-request.ts';
import { temporaryFolder, type AtEnd } from './temporary-folder.ts';
import { testApp } from './test-app.ts';

export const RIGHTS = 'http://rightsstatements.org/vocab/NKC/1.0/';

/** A server with these images behind it. */
export type ServedImages = {
  /** What every published id begins with. */
  base: string;
  port: number;
  archive: string;
  /** Folder of `state/` and `cache/`. */
  folder: string;
  /** Lines of the log so far. */
  logged: string[];
  ask: (path: string, options?: Parameters<typeof rawRequest>[2]) => Promise<Answer>;
  ingest: () => Promise<IngestReport>;
};

/** The identifier of the image that `serveImages` makes of a scan. */
export function imageId(name: string): string {
  return `scans_${name}`;
}

/** Ingests the pictures as scans of one document, with its rights, and serves them until the test or `atEnd` ends. */
export async function serveImages(
  scans: Record<string, Pixels>,
  flags: Flags = {},
  atEnd?: AtEnd,
): Promise<ServedImages> {
  const files: Record<string, string | Uint8Array> = {
    'manifests/scans/document.yaml': `title: Scans\nrights: ${RIGHTS}`,
  };
  for (const [name, pixels] of Object.entries(scans)) {
    // Of grey pixels the image library would write a file in colours.
    const image = fromPixels(pixels).toColourspace(pixels.channels === 1 ? 'b-w' : 'srgb');
    files[`images/scans/${name}.png`] = await image.png({ compressionLevel: 1 }).toBuffer();
  }
  const archive = await writeArchive(temporaryFolder(atEnd), files);
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => logged.push(line) });
  const { base, port, folder, ingest } = await testApp(archive, flags, { log, ...(atEnd && { atEnd }) });
  const { problems } = await ingest();
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return {
    base,
    port,
    archive,
    folder,
    logged,
    ask: (path, options) => rawRequest(port, path, options),
    ingest,
  };
}

/** One server for all tests of a file; asked for in the tests, since it is not there before. */
export function sharedImages(scans: () => Record<string, Pixels>, flags: Flags = {}): () => ServedImages {
  const ends: (() => void | Promise<void>)[] = [];
  let served: ServedImages | undefined;
  beforeAll(async () => {
    served = await serveImages(scans(), flags, (end) => ends.unshift(end));
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });
  return () => {
    if (served === undefined) throw new Error('asked for before the tests began');
    return served;
  };
}

/** The file of a scan in the archive. */
export function scanPath({ archive }: ServedImages, name: string): string {
  return join(archive, 'images', 'scans', `${name}.png`);
}
