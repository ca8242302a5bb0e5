import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { readAssets } from './asset-manifest.ts';
import type { Config } from './config.ts';
import { PublicUrls } from './http/public-urls.ts';
import { AnswersInFlight } from './iiif/image/answers-in-flight.ts';
import { DerivativeCache } from './iiif/image/derivative-cache.ts';
import { formatsOffered } from './iiif/image/format.ts';
import { imageHandler } from './iiif/image/image-handler.ts';
import { findJp2Writer } from './iiif/image/jp2-writer.ts';
import { Lanes } from './iiif/image/lanes.ts';
import { createListener } from './listener.ts';
import { Failure } from './model/failure.ts';
import { MemoryCache } from './pyramid/memory-cache.ts';
import { IS_BUILT } from './open-search.ts';
import { PyramidCache } from './pyramid/pyramid-cache.ts';
import type { Services } from './services.ts';

/**
 * Listens, and only then decides on the public address: without a setting it is the one really bound.
 *
 * @param assetFolder where the build put what the browser needs.
 * @throws Failure `port-busy`
 */
export async function serve(
  services: Services,
  config: Config,
  assetFolder: string,
): Promise<{ server: Server; urls: PublicUrls }> {
  const cache = join(config.var, 'cache');
  // Before listening: whoever asks meanwhile would get no answer.
  const jp2 = await findJp2Writer({ path: config.path, folder: cache });
  const server = createServer();
  const address = await listen(server, config);
  const urls = new PublicUrls(config.publicUrl ?? addressUrl(address));
  const { store, search, log, accessLog } = services;
  const pyramids = new PyramidCache({
    archive: config.archive,
    cache,
    maxPixels: config.maxPixels,
    onLost: (failure) => log.warn({ err: failure }, 'a pyramid is built again'),
  });
  const app = createApp({
    ...{ store, search, log, urls, assets: readAssets(assetFolder), assetFolder },
    threads: IS_BUILT ? search : undefined,
    pseudoLocale: config.pseudoLocale,
  });
  const derivatives = new DerivativeCache({ cache, limit: config.derivativeCache, log });
  // In the background: what others left is counted, and cleared away where it is too much.
  void derivatives.tidy();
  const answers = new AnswersInFlight(UNSENT);
  const images = imageHandler({
    images: store,
    pyramids,
    memory: new MemoryCache(config.tileMemory),
    derivatives,
    lanes: new Lanes({
      concurrency: config.concurrency,
      admitFullSize: answers.admitFullSize,
      admitSmall: answers.admitSmall,
    }),
    answers,
    formats: formatsOffered({ jp2 }),
    jp2,
    refuseLargerBoxes: config.refuseLargerBoxes,
    urls,
    log,
  });
  server.on('request', createListener({ prefix: urls.prefix, images, app, log: accessLog }));
  return { server, urls };
}

/** Bytes of answers that slow clients may leave in memory before no more pictures are made for anybody. */
const UNSENT = { fullSize: 200_000_000, small: 400_000_000 };

function listen(server: Server, { port, host }: Config): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(listenFailure(error, host, port));
    });
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('listening on no port'));
      else resolve(address);
    });
  });
}

function listenFailure(error: NodeJS.ErrnoException, host: string, port: number): Failure {
  if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return portBusy(port, error);
  return new Failure(
    'setting-invalid',
    {
      message: 'The setting HOST is not an address of this machine',
      expected: '127.0.0.1, 0.0.0.0, ::1 or another of its addresses',
      received: host,
    },
    { cause: error },
  );
}

function portBusy(port: number, error: NodeJS.ErrnoException): Failure {
  return new Failure(
    'port-busy',
    error.code === 'EACCES'
      ? `Port ${port} may not be used by this user. Choose another: --port 8081 or PORT=8081`
      : `Port ${port} is in use by another program. Choose another: --port 8081 or PORT=8081`,
    { cause: error },
  );
}

function addressUrl({ address, port, family }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
