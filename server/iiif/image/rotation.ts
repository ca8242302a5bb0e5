import type { Size } from '../../model/box.ts';
import { Failure } from '../../model/failure.ts';
import { decimalNumber } from './numeral.ts';

/** Image API 3.0 §4.3: mirrored at the vertical axis first, then turned clockwise. */
export type Rotation = { mirrored: boolean; degrees: number };

/**
 * 360 degrees are 0.
 * @throws Failure `image-rotation-invalid`
 */
export function parseRotation(text: string): Rotation {
  const mirrored = text.startsWith('!');
  const degrees = decimalNumber(mirrored ? text.slice(1) : text);
  if (degrees === undefined || degrees > 360) {
    throw new Failure('image-rotation-invalid', {
      message: 'This rotation cannot be read',
      expected: 'a number of degrees from 0 to 360, with ! before it to mirror',
      received: text,
    });
  }
  // More digits than anybody can see would only make more addresses for one picture.
  return { mirrored, degrees: Number(degrees.toFixed(4)) % 360 };
}

/** Canonical: Image API 3.0 §4.7, without zeros at the end. */
export function formatRotation({ mirrored, degrees }: Rotation): string {
  return `${mirrored ? '!' : ''}${degrees}`;
}

/** The size of the upright rectangle around a picture that was turned, give or take a pixel. */
export function rotatedSize({ width, height }: Size, { degrees }: Rotation): Size {
  const radians = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))];
  return {
    width: Math.round(width * cosine + height * sine),
    height: Math.round(width * sine + height * cosine),
  };
}
