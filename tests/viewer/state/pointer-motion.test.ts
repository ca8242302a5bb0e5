import { expect, it } from 'vitest';
import { PointerMotion } from '../../../viewer/state/pointer-motion.ts';

it('tells a pointer that moves from one that rests', () => {
  const motion = new PointerMotion();
  const at = (clientX: number, clientY: number) => motion.isMoving({ clientX, clientY });
  expect([at(0, 0), at(0, 0), at(0, 1), at(0, 1), at(1, 1)]).toEqual([true, false, true, false, true]);
});
