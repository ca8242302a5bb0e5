import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PublicUrls } from '../../http/public-urls.ts';
import { statusOf } from '../../http/failure-response.ts';
import { Failure } from '../../model/failure.ts';
import type { OpenPyramid } from '../../pyramid/pyramid-cache.ts';
import type { Store, StoredImage } from '../../store/store.ts';
import { access } from './access.ts';
import { answer, answerFailure, answerPreflight, METHODS, redirect } from './answer.ts';
import { entityTag } from './entity-tag.ts';
import { FORMATS } from './format.ts';
import { ImageDirectory } from './image-directory.ts';
import { imageInfo } from './info.ts';
import { limitsOf } from '../image-limits.ts';
import { infoMediaType } from './negotiate-info.ts';
import { parseRequest, type ImageRequest } from './parse-request.ts';
import { PictureSource, type PictureServices } from './picture-source.ts';
import { RENDERING_VERSION } from './render.ts';
import { resolveRequest } from './resolve-request.ts';

export type ImageServices = Omit<PictureServices, 'pyramids'> & {
  images: Pick<Store, 'image' | 'document' | 'lastActivity'>;
  pyramids: PictureServices['pyramids'] & { open: (image: StoredImage) => Promise<OpenPyramid> };
  urls: PublicUrls;
  log: { error: (fields: object, message: string) => void };
};

/** Everything below it is answered here. */
const PREFIX = '/iiif/image/3/';

const LEVEL = '<http://iiif.io/api/image/3/level2.json>;rel="profile"';

/**
 * The Image API 3.0 as a plain handler, to be called before Express: it needs the address as it came over the
 * wire, and tiles are too many for a router. Answers everything itself and never throws.
 */
export function imageHandler({
  images,
  pyramids,
  urls,
  log,
  ...services
}: ImageServices): (request: IncomingMessage, response: ServerResponse) => void {
  const directory = new ImageDirectory(images);
  const pictures = new PictureSource({ pyramids, ...services });

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
    const image = access(asked.identifier, await directory.image(asked.identifier));
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
      pictures.bytes(image, resolved, () => untilClosed(response)),
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
