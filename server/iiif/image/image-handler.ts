import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PublicUrls } from '../../http/public-urls.ts';
import { statusOf } from '../../http/failure-response.ts';
import { Failure } from '../../model/failure.ts';
import type { OpenPyramid } from '../../pyramid/pyramid-cache.ts';
import { WorkQueue } from '../../pyramid/work-queue.ts';
import type { Store, StoredImage } from '../../store/store.ts';
import { answer, answerFailure, answerPreflight, METHODS, redirect } from './answer.ts';
import { entityTag } from './entity-tag.ts';
import { FORMATS } from './format.ts';
import { imageInfo } from './info.ts';
import { limitsOf } from '../image-limits.ts';
import { infoMediaType } from './negotiate-info.ts';
import { parseRequest, type ImageRequest } from './parse-request.ts';
import { render, RENDERING_VERSION } from './render.ts';
import { resolveRequest } from './resolve-request.ts';
import { SharedWork } from './shared-work.ts';

export type ImageServices = {
  images: Pick<Store, 'image' | 'document'>;
  pyramids: {
    open: (image: StoredImage) => Promise<OpenPyramid>;
    /** Opens it, and where it turns out to be damaged has it built again and the job done once more. */
    use: <T>(image: StoredImage, job: (pyramid: OpenPyramid) => Promise<T>) => Promise<T>;
  };
  urls: PublicUrls;
  log: { error: (fields: object, message: string) => void };
};

/** Everything below it is answered here. */
const PREFIX = '/iiif/image/3/';

/** Requests that may wait for their turn. A viewer that opens asks for some twenty at once. */
const WAITING = 400;

const LEVEL = '<http://iiif.io/api/image/3/level2.json>;rel="profile"';

/**
 * The Image API 3.0 as a plain handler, to be called before Express: it needs the address as it came over the
 * wire, and tiles are too many for a router. Answers everything itself and never throws.
 * @param config.concurrency pictures made at the same time.
 */
export function imageHandler(
  { images, pyramids, urls, log }: ImageServices,
  { concurrency }: { concurrency: number },
): (request: IncomingMessage, response: ServerResponse) => void {
  const queue = new WorkQueue({ running: concurrency, waiting: WAITING });
  const renders = new SharedWork<Buffer>();

  return (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.destroyed) return;
      const failure = error instanceof Failure ? error : undefined;
      if (failure === undefined || (statusOf(failure) >= 500 && failure.code !== 'busy')) {
        log.error({ err: error, url: request.url }, 'image request failed');
      }
      if (response.headersSent) response.destroy();
      else answerFailure(request, response, failure);
    });
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '' } = request;
    if (method === 'OPTIONS') {
      answerPreflight(request, response);
      return;
    }
    if (!METHODS.includes(method)) throw notAllowed(method);
    const asked = parseRequest(url.slice(PREFIX.length));
    const image = await images.image(asked.identifier);
    if (image === undefined) throw notFound(asked.identifier);
    if (image.state === 'gone') throw gone(asked.identifier);
    switch (asked.kind) {
      case 'base':
        redirect(response, `${urls.image(image.id)}/info.json`);
        return;
      case 'info':
        return answerInfo(request, response, image);
      case 'image':
        return answerImage(request, response, image, asked.image);
    }
  }

  async function answerInfo(
    request: IncomingMessage,
    response: ServerResponse,
    image: StoredImage,
  ): Promise<void> {
    const rights = (await images.document(image.document))?.record.rights;
    const info = JSON.stringify(imageInfo({ id: urls.image(image.id), image, rights }));
    const mediaType = infoMediaType(request.headers.accept);
    const headers = { Link: LEVEL, Vary: 'Accept' };
    const tag = entityTag(mediaType, info);
    return answer(request, response, { mediaType, tag, headers }, () => Promise.resolve(Buffer.from(info)));
  }

  async function answerImage(
    request: IncomingMessage,
    response: ServerResponse,
    image: StoredImage,
    asked: ImageRequest,
  ): Promise<void> {
    // Only here the answer's name depends on the pixels; all else is known without opening anything.
    const gray = asked.quality === 'gray' && (await pyramids.open(image)).gray;
    const resolved = resolveRequest(
      asked,
      { width: image.width, height: image.height, gray },
      limitsOf(image),
    );
    const canonical = urls.imageAt(image.id, resolved.canonical);
    const representation = {
      mediaType: FORMATS[resolved.format].mediaType,
      tag: entityTag(RENDERING_VERSION, image.key, resolved.canonical),
      headers: { Link: `<${canonical}>;rel="canonical", ${LEVEL}` },
    };
    return answer(request, response, representation, () =>
      renders.run(
        `${image.key}/${resolved.canonical}`,
        // Opened before the queue: whoever waits for a pyramid to be built again keeps nobody from a tile.
        (signal) => pyramids.use(image, (pyramid) => queue.run(() => render(pyramid, resolved), signal)),
        untilClosed(response),
      ),
    );
  }
}

/** Aborted when the client leaves before it has been answered. */
function untilClosed(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}

function notAllowed(method: string): Failure {
  return new Failure('method-not-allowed', {
    message: 'Images can only be asked for',
    expected: METHODS.join(', '),
    received: method,
  });
}

function gone(identifier: string): Failure {
  return new Failure('image-gone', { message: 'This image is no longer published', received: identifier });
}

function notFound(identifier: string): Failure {
  return new Failure('image-not-found', {
    message: 'There is no image of this identifier',
    received: identifier,
  });
}
