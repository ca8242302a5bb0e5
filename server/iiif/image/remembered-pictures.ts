import type { StoredImage } from '../../store/store.ts';
import type { Representation } from './answer.ts';
import type { ResolvedRequest } from './resolve-request.ts';

/** What an address was found to mean. */
export type RememberedPicture = {
  /** The directory's own object: it has another as soon as anything changed. */
  image: StoredImage;
  request: ResolvedRequest;
  representation: Representation;
};

/** Addresses, at about a kilobyte each. */
const MOST = 20_000;

/**
 * What the addresses of pictures mean, so that each is taken apart and tagged once: of a tile that lies in memory this
 * costs more than to send it.
 */
export class RememberedPictures {
  readonly #pictures = new Map<string, RememberedPicture>();

  get(address: string): RememberedPicture | undefined {
    return this.#pictures.get(address);
  }

  /** With a query anybody can make any number of addresses for one picture: those are not remembered. */
  set(address: string, picture: RememberedPicture): void {
    if (address.includes('?')) return;
    this.#pictures.set(address, picture);
    for (const oldest of this.#pictures.keys()) {
      if (this.#pictures.size <= MOST) return;
      this.#pictures.delete(oldest);
    }
  }
}
