import type { PublicUrls } from '../../http/public-urls.ts';
import type { Store, StoredImage } from '../../store/store.ts';
import type { ApiVersion } from './api-version.ts';
import type { Format } from './format.ts';
import { imageInfo } from './info.ts';

type Options = {
  documents: Pick<Store, 'document'>;
  pyramids: { open: (image: StoredImage) => Promise<{ gray: boolean }> };
  urls: PublicUrls;
  formats: readonly Format[];
};

/** info.json of images, as bytes: made once for as long as nothing changed. */
export class DescribedImages {
  readonly #options: Options;
  /** The directory gives the same object until something changes, and forgets it then; so does this. */
  readonly #made = new WeakMap<StoredImage, Map<ApiVersion, Buffer>>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** @throws Failure `store-unusable` */
  async info(image: StoredImage, version: ApiVersion): Promise<Buffer> {
    const made = this.#made.get(image) ?? new Map<ApiVersion, Buffer>();
    const known = made.get(version);
    if (known !== undefined) return known;
    const { documents, pyramids, urls, formats } = this.#options;
    // An image whose scan is away at the moment is described all the same; it is asked again the next time.
    const pyramid = await pyramids.open(image).catch(() => undefined);
    const gray = pyramid?.gray ?? false;
    // A scan may be shown as far as its document may.
    const rights = (await documents.document(image.document))?.record.rights;
    const id = urls.image(image.id, version);
    const bytes = Buffer.from(JSON.stringify(imageInfo({ id, image, rights, formats, gray }, version)));
    if (pyramid !== undefined) this.#made.set(image, made.set(version, bytes));
    return bytes;
  }
}
