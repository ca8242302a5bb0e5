import { Failure } from '../../model/failure.ts';
import type { StoredImage } from '../../store/store.ts';

/**
 * Whether an image may be shown: a pure function of what was asked for, so that tiles which are answered ahead
 * of everything else are held to it too.
 * @param image what the store has under the identifier.
 * @throws Failure `image-not-found`, `image-gone`
 */
export function access(identifier: string, image: StoredImage | undefined): StoredImage {
  if (image === undefined) {
    throw new Failure('image-not-found', {
      message: 'There is no image of this identifier',
      received: identifier,
    });
  }
  if (image.state === 'gone') {
    throw new Failure('image-gone', { message: 'This image is no longer published', received: identifier });
  }
  return image;
}
