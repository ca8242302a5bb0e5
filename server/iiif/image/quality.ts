import { Failure } from '../../model/failure.ts';

/** Image API 3.0 §4.4. */
export type Quality = 'default' | 'color' | 'gray' | 'bitonal';

const QUALITIES: readonly Quality[] = ['default', 'color', 'gray', 'bitonal'];

/** @throws Failure `image-quality-unknown` */
export function parseQuality(text: string): Quality {
  const quality = QUALITIES.find((known) => known === text);
  if (quality !== undefined) return quality;
  throw new Failure('image-quality-unknown', {
    message: 'This quality is not known',
    expected: QUALITIES.join(', '),
    received: text,
  });
}

/** What differs from how the image is anyway: all the colour there is, and grey of what is grey, is `default`. */
export function resolveQuality(quality: Quality, image: { gray: boolean }): 'default' | 'gray' | 'bitonal' {
  if (quality === 'color' || (quality === 'gray' && image.gray)) return 'default';
  return quality;
}
