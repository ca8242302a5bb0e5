import type { Size } from '../../model/box.ts';
import { levelsOf } from '../../pyramid/levels.ts';
import type { OpenPyramid } from '../../pyramid/pyramid-cache.ts';
import type { Extent } from '../../pyramid/tile-index.ts';
import type { StoredImage } from '../../store/store.ts';
import { chooseLevel } from './choose-level.ts';
import type { Jp2Writer } from './jp2-writer.ts';
import { render, RENDERING_VERSION } from './render.ts';
import { renderingCost } from './rendering-cost.ts';
import type { ResolvedRequest } from './resolve-request.ts';
import { SharedWork } from './shared-work.ts';
import { storedPart } from './stored-part.ts';

export type PictureServices = {
  pyramids: {
    /** Opens it, and where it turns out to be damaged has it built again and the job done once more. */
    use: <T>(
      image: StoredImage,
      job: (pyramid: OpenPyramid) => Promise<T>,
      how?: 'quick' | 'sound',
    ) => Promise<T>;
    read: (pyramid: OpenPyramid, extent: Extent, header?: Buffer) => Promise<Buffer>;
  };
  /** Tiles that were asked for a moment ago. */
  memory: { get: (name: string) => Buffer | undefined; set: (name: string, bytes: Buffer) => void };
  /** Pictures that were rendered before; what it cannot keep it lets go, and never throws. */
  derivatives: {
    get: (name: string) => Promise<Buffer | undefined>;
    put: (name: string, bytes: Buffer) => Promise<void>;
  };
  /** `cost`: from `renderingCost`. */
  lanes: {
    admit: (cost: number) => void;
    run: <T>(cost: number, job: () => Promise<T>, signal: AbortSignal) => Promise<T>;
  };
  /** Absent where the machine has none. */
  jp2?: Jp2Writer | undefined;
};

/** Where the bytes of an answer come from: the cheapest of memory, pyramid, derivatives and, last, rendering. */
export class PictureSource {
  readonly #services: PictureServices;
  readonly #renders = new SharedWork<Buffer>();

  constructor(services: PictureServices) {
    this.#services = services;
  }

  /**
   * @param signal asked for only where there is work that could be called off.
   * @throws Failure `busy`, `image-file-damaged` and others that `PyramidCache.open` throws; the signal's reason.
   */
  async bytes(image: StoredImage, request: ResolvedRequest, signal: () => AbortSignal): Promise<Buffer> {
    const name = `${image.key}/${RENDERING_VERSION}/${request.canonical}`;
    const kept = this.#services.memory.get(name);
    if (kept !== undefined) return kept;
    const stored = await this.#stored(image, request);
    if (stored === undefined)
      return this.#renders.run(name, (stop) => this.#rendered(name, image, request, stop), signal());
    this.#services.memory.set(name, stored);
    return stored;
  }

  #stored(image: StoredImage, request: ResolvedRequest): Promise<Buffer | undefined> {
    const { pyramids } = this.#services;
    return pyramids.use(image, async (pyramid) => {
      const part = storedPart(pyramid, request);
      if (part === undefined) return undefined;
      return pyramids.read(pyramid, part.extent, part.whole ? undefined : pyramid.header);
    });
  }

  async #rendered(
    name: string,
    image: StoredImage,
    request: ResolvedRequest,
    signal: AbortSignal,
  ): Promise<Buffer> {
    const { pyramids, derivatives, lanes, jp2 } = this.#services;
    const cost = costOf(image, request);
    lanes.admit(cost);
    const kept = await derivatives.get(name);
    if (kept !== undefined) return kept;
    // Opened before the lane: whoever waits for a pyramid to be built again keeps nobody from a picture.
    const options = { resolution: image.resolution, jp2, signal };
    const bytes = await pyramids.use(
      image,
      (pyramid) => lanes.run(cost, () => render(pyramid, request, options), signal),
      'sound',
    );
    // Nobody waits for it: should it fail, the picture is rendered again.
    void derivatives.put(name, bytes);
    return bytes;
  }
}

/** From the ladder alone: nothing is opened to find out that there is no memory. */
function costOf(image: Size, request: ResolvedRequest): number {
  const ladder = { width: image.width, height: image.height, levels: levelsOf(image) };
  return renderingCost(chooseLevel(ladder, request.region, request.size).box, request);
}
