import { WorkQueue } from '../../pyramid/work-queue.ts';

export type LaneOptions = {
  /** Small pictures rendered at the same time: as many as there are cores to do it. */
  concurrency: number;
  /** Called before full-size work is taken on; throws `busy` when there is no memory for more answers. */
  admitFullSize?: () => void;
  /** The same before small work. */
  admitSmall?: () => void;
};

/**
 * The dearest picture of the small lane, in units of `renderingCost`: 0.15 s of one core. Line crops,
 * thumbnails and whatever fills a screen are far below (`!1024,1024` is 5 million at most, 2000 x 2000 pixels
 * 1:1 are 8 million), a page in full is far above.
 */
export const LARGEST_SMALL_COST = 16_000_000;

/** Of small pictures, so that the last waits some seconds. A viewer that opens asks for some twenty at once. */
const WAITING_SMALL = 400;

/** Of full-size ones, which take seconds each: whoever stood behind more of them would not wait any longer. */
const WAITING_FULL_SIZE = 16;

/**
 * Rendering in two lanes, so that what is quick never waits behind what takes seconds. The lanes are also the
 * bound of memory: beside one full-size picture, whose area has a limit, only small ones are ever worked on.
 * And they leave one of Node's four threads for files free, so that tiles are read meanwhile.
 */
export class Lanes {
  readonly #options: LaneOptions;
  readonly #small: WorkQueue;
  readonly #fullSize: WorkQueue;

  constructor(options: LaneOptions) {
    this.#options = options;
    const running = Math.max(1, Math.min(MOST_SMALL, options.concurrency));
    this.#small = new WorkQueue({ running, waiting: WAITING_SMALL });
    this.#fullSize = new WorkQueue({ running: 1, waiting: WAITING_FULL_SIZE });
  }

  /**
   * To be asked before any work for a picture, looking for a kept one included: its bytes need memory too.
   * @param cost from `renderingCost`.
   * @throws Failure `busy` if there is none at the moment.
   */
  admit(cost: number): void {
    const { admitSmall, admitFullSize } = this.#options;
    if (isSmall(cost)) admitSmall?.();
    else admitFullSize?.();
  }

  /**
   * @param signal aborted: a job that still waits is forgotten, one that runs is left to end.
   * @throws Failure `busy` at once if the job's lane is full; the signal's reason; whatever the job throws.
   */
  run<T>(cost: number, job: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return (isSmall(cost) ? this.#small : this.#fullSize).run(job, signal);
  }
}

function isSmall(cost: number): boolean {
  return cost <= LARGEST_SMALL_COST;
}

/** With the full-size one, three of the four threads in which Node does all its work with files. */
const MOST_SMALL = 2;
