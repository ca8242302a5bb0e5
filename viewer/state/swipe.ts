/** Of a pointer event, in CSS pixels and milliseconds. */
export type Touch = Pick<PointerEvent, 'pointerId' | 'pointerType' | 'clientX' | 'clientY' | 'timeStamp'>;

/** A finger that goes less far has not wiped, and one that takes longer has dragged. */
const FAR = 48;
const LONG = 700;

/** A finger that stays within this has tapped. */
const STILL = 10;

/** Tells a wipe of one finger to a side from taps, drags, and movements of two fingers. */
export class Swipe {
  #from: Touch | undefined;
  readonly #fingers = new Set<number>();

  /** Whether one finger is down that may be wiping. */
  get isUnderWay(): boolean {
    return this.#from !== undefined;
  }

  /** @param may whether a wipe that begins now would count. */
  press(touch: Touch, may: boolean): void {
    if (touch.pointerType !== 'touch') return;
    this.#fingers.add(touch.pointerId);
    this.#from = may && this.#fingers.size === 1 ? touch : undefined;
  }

  /** Where it went; `moved` if it was none but has moved what is under it; undefined if it never could be one. */
  release(touch: Touch): 'left' | 'right' | 'moved' | undefined {
    this.#fingers.delete(touch.pointerId);
    const from = this.#from;
    if (from?.pointerId !== touch.pointerId) return undefined;
    this.#from = undefined;
    const [across, down] = [touch.clientX - from.clientX, touch.clientY - from.clientY];
    if (Math.hypot(across, down) < STILL) return undefined;
    const isWipe =
      Math.abs(across) >= FAR &&
      Math.abs(across) > 2 * Math.abs(down) &&
      touch.timeStamp - from.timeStamp <= LONG;
    return isWipe ? (across < 0 ? 'left' : 'right') : 'moved';
  }

  cancel({ pointerId }: Touch): void {
    this.#fingers.delete(pointerId);
    this.#from = undefined;
  }
}
