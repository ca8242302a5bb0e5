import type { IncomingMessage, ServerResponse } from 'node:http';
import { entityTag } from '../../http/entity-tag.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import { statusOf } from '../../http/failure-response.ts';
import { Failure } from '../../model/failure.ts';
import type { OpenPyramid } from '../../pyramid/pyramid-cache.ts';
import type { Store, StoredImage } from '../../store/store.ts';
import { access } from './access.ts';
import { answer, answerFailure, answerPreflight, METHODS, redirect, representationOf } from './answer.ts';
import { afterPrefix, CONTEXTS, imageVersionOf, PROFILE_LINKS, type ApiVersion } from './api-version.ts';
import { DescribedImages } from './described-images.ts';
import { FORMATS, requireOffered, type Format } from './format.ts';
import { ImageDirectory } from './image-directory.ts';
import { infoMediaType } from './negotiate-info.ts';
import { parseRequest, type ImageRequest } from './parse-request.ts';
import { PictureSource, type PictureServices } from './picture-source.ts';
import { RememberedPictures, type RememberedPicture } from './remembered-pictures.ts';
import { RENDERING_VERSION } from './render.ts';
import { formatCanonical, resolveRequest, rulesOf } from './resolve-request.ts';

export type ImageServices = Omit<PictureServices, 'pyramids'> & {
  images: Pick<Store, 'image' | 'document' | 'lastActivity'>;
  pyramids: PictureServices['pyramids'] & { open: (image: StoredImage) => Promise<OpenPyramid> };
  urls: PublicUrls;
  /** Formats that can be written here. */
  formats: readonly Format[];
  /** Whether `!w,h` around a smaller region is an error. */
  refuseLargerBoxes: boolean;
  /** Counts what is handed over and not yet sent. */
  answers: { hold: (response: ServerResponse, byteLength: number) => void };
  log: { error: (fields: object, message: string) => void };
};

/**
 * The Image API, 3.0 and 2.1, as a plain handler, to be called before Express: it needs the address as it came
 * over the wire, and tiles are too many for a router. Answers everything itself and never throws.
 */
export function imageHandler({
  images,
  pyramids,
  urls,
  formats,
  refuseLargerBoxes,
  answers,
  log,
  ...services
}: ImageServices): (request: IncomingMessage, response: ServerResponse) => void {
  const directory = new ImageDirectory(images);
  const described = new DescribedImages({ documents: images, pyramids, urls, formats });
  const pictures = new PictureSource({ pyramids, ...services });
  const remembered = new RememberedPictures();

  return (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.destroyed) return;
      const failure = error instanceof Failure ? error : undefined;
      if (failure === undefined || (statusOf(failure) >= 500 && !OWN_DOING.has(failure.code))) {
        log.error({ err: error, url: request.url }, 'image request failed');
      }
      if (response.headersSent) response.destroy();
      else answerFailure(request, response, failure);
    });
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '' } = request;
    const known = method === 'GET' || method === 'HEAD' ? remembered.get(url) : undefined;
    if (known !== undefined && (await directory.image(known.image.id)) === known.image) {
      return answerPicture(request, response, known);
    }
    const version = imageVersionOf(url);
    if (version === undefined) throw new Failure('route-not-found', 'There is no image service here');
    if (method === 'OPTIONS') {
      answerPreflight(request, response);
      return;
    }
    if (!METHODS.includes(method)) throw notAllowed(method);
    const asked = parseRequest(afterPrefix(url), version);
    const image = access(asked.identifier, await directory.image(asked.identifier));
    switch (asked.kind) {
      case 'base':
        redirect(response, `${urls.image(image.id, version)}/info.json`);
        return;
      case 'info':
        return answerInfo(request, response, image, version);
      case 'image':
        return answerImage(request, response, image, asked.image, version);
    }
  }

  async function answerInfo(
    request: IncomingMessage,
    response: ServerResponse,
    image: StoredImage,
    version: ApiVersion,
  ): Promise<void> {
    const info = await described.info(image, version);
    const mediaType = infoMediaType(request.headers.accept, version);
    // 2.1 §5: plain JSON says where the words are explained.
    const context = version === 2 && mediaType === 'application/json' ? `, ${CONTEXT_LINK}` : '';
    const headers = { Link: `${PROFILE_LINKS[version]}${context}`, Vary: 'Accept' };
    const tag = entityTag(mediaType, info.toString());
    const representation = representationOf({ mediaType, tag, headers });
    return answer(request, response, representation, () => Promise.resolve(info));
  }

  async function answerImage(
    request: IncomingMessage,
    response: ServerResponse,
    image: StoredImage,
    asked: ImageRequest,
    version: ApiVersion,
  ): Promise<void> {
    requireOffered(asked.format, formats);
    // Only here the answer's name depends on the pixels; all else is known without opening anything.
    const gray = asked.quality === 'gray' && (await pyramids.open(image)).gray;
    const rules = rulesOf(image, { gray, refuseLargerBoxes });
    const resolved = resolveRequest(asked, rules);
    const form = version === 3 ? resolved.canonical : formatCanonical(resolved, rules, version);
    const canonical = `${urls.image(image.id, version)}/${form}`;
    const representation = representationOf({
      mediaType: FORMATS[resolved.format].mediaType,
      tag: entityTag(RENDERING_VERSION, image.key, resolved.canonical),
      headers: { Link: `<${canonical}>;rel="canonical", ${PROFILE_LINKS[version]}` },
    });
    const picture = { image, request: resolved, representation };
    remembered.set(request.url ?? '', picture);
    return answerPicture(request, response, picture);
  }

  function answerPicture(
    request: IncomingMessage,
    response: ServerResponse,
    { image, request: resolved, representation }: RememberedPicture,
  ): Promise<void> {
    return answer(request, response, representation, async () => {
      const bytes = await pictures.bytes(image, resolved, () => untilLeft(request, response));
      answers.hold(response, bytes.length);
      return bytes;
    });
  }
}

const CONTEXT_LINK = `<${CONTEXTS[2]}>;rel="http://www.w3.org/ns/json-ld#context";type="application/ld+json"`;

/** Answers of 5xx at which nothing is broken: there is nothing to mend, and so nothing to log. */
const OWN_DOING = new Set(['busy', 'image-option-unsupported']);

/** Aborted when the client leaves before it has been answered. */
function untilLeft(request: IncomingMessage, response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  // An answer that waits behind another on its connection hears nothing of it; its request does.
  request.once('close', () => {
    if (request.socket.destroyed) controller.abort();
  });
  return controller.signal;
}

function notAllowed(method: string): Failure {
  return new Failure('method-not-allowed', {
    message: 'Images can only be asked for',
    expected: METHODS.join(', '),
    received: method,
  });
}
