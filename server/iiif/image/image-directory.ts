import type { Store, StoredImage } from '../../store/store.ts';

/** How many images are kept in mind; each is a few short texts. */
const REMEMBERED = 10_000;

/**
 * The store's images, kept in mind for as long as nothing changed: a viewer asks for hundreds of tiles of one
 * image. Whether something changed, also by another process, is asked once for all requests that the event
 * loop hands over together, so that an image which was withdrawn is not shown once more.
 */
export class ImageDirectory {
  readonly #store: Pick<Store, 'image' | 'lastActivity'>;
  readonly #images = new Map<string, StoredImage>();
  #state = -1;
  #checking: Promise<void> | undefined;

  constructor(store: Pick<Store, 'image' | 'lastActivity'>) {
    this.#store = store;
  }

  /**
   * The same object for as long as nothing changed.
   * @throws Failure `store-unusable`
   */
  async image(id: string): Promise<StoredImage | undefined> {
    await (this.#checking ??= this.#check());
    const known = this.#images.get(id);
    if (known !== undefined) return known;
    const state = this.#state;
    const image = await this.#store.image(id);
    // What is not there is not kept: anybody can ask for any number of names.
    if (image !== undefined && state === this.#state) this.#remember(image);
    return image;
  }

  async #check(): Promise<void> {
    setImmediate(() => {
      this.#checking = undefined;
    });
    const state = await this.#store.lastActivity();
    if (state === this.#state) return;
    this.#images.clear();
    this.#state = state;
  }

  #remember(image: StoredImage): void {
    if (this.#images.size >= REMEMBERED) this.#images.clear();
    this.#images.set(image.id, image);
  }
}
