/**
 * Tells a pointer that moves from one at rest under which something else has come to lie, by scrolling or by
 * turning the page: browsers report both in the same events.
 */
export class PointerMotion {
  #last: { x: number; y: number } | undefined;

  /** Whether the pointer is elsewhere than at the last call; the first one tells nothing and counts as movement. */
  isMoving({ clientX: x, clientY: y }: { clientX: number; clientY: number }): boolean {
    const rests = this.#last?.x === x && this.#last.y === y;
    this.#last = { x, y };
    return !rests;
  }
}
