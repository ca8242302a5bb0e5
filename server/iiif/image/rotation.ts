import type { Box, Size } from '../../model/box.ts';
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

/**
 * The size of the upright rectangle around a picture that was turned, to the nearest pixel. Rounded up, a
 * picture turned by the ten-thousandth part of a degree would have a row that is empty but for its corner.
 */
export function rotatedSize(size: Size, rotation: Rotation): Size {
  const { width, height } = rotatedExtent(size, rotation);
  return { width: Math.round(width), height: Math.round(height) };
}

/** The same without rounding, in the unit of `size`. */
export function rotatedExtent(size: Size, { degrees }: Rotation): Size {
  const { quarters, cosine, sine } = parted(degrees);
  const { width, height } = afterQuarters(size, quarters);
  return {
    width: width * cosine + height * Math.abs(sine),
    height: width * Math.abs(sine) + height * cosine,
  };
}

/** How a picture is turned: by quarters, in which no pixel changes, and then by what is left. */
export type Turn = {
  /** 0, 90, 180 or 270, clockwise. */
  quarters: number;
  rest?: Shear;
};

/**
 * What libvips calls an affine transformation: `matrix` row by row, then the picture is moved by `odx` and
 * `ody` pixels, as counted from the upper left corner of the rectangle around it.
 */
export type Shear = { matrix: [number, number, number, number]; odx: number; ody: number };

/**
 * The turn that fills a picture of `rotatedSize` exactly: the rectangle's sides are no whole pixels, and are
 * stretched to that by less than half a one. What libvips makes of them is so nowhere near the middle between
 * two pixels, where its last digit would decide on the picture's size.
 */
export function turnOf(size: Size, rotation: Rotation): Turn {
  const { quarters, degrees, cosine, sine } = parted(rotation.degrees);
  if (degrees === 0) return { quarters };
  const { width, height } = afterQuarters(size, quarters);
  const [exact, whole] = [rotatedExtent(size, rotation), rotatedSize(size, rotation)];
  const [across, down] = [whole.width / exact.width, whole.height / exact.height];
  const matrix: Shear['matrix'] = [across * cosine, across * -sine, down * sine, down * cosine];
  // The corner that is now furthest to the left, and the uppermost, as seen from the one that was both.
  const left = Math.min(0, matrix[1] * height);
  const top = Math.min(0, matrix[2] * width);
  return {
    quarters,
    rest: {
      matrix,
      odx: shift(left, matrix[0] + matrix[1]),
      ody: shift(top, matrix[2] + matrix[3]),
    },
  };
}

/** Where a part of a picture lies once the picture is mirrored and turned by quarters. */
export function turnedBox(box: Box, picture: Size, rotation: Rotation): Box {
  let [turned, around] = [box, picture];
  if (rotation.mirrored) turned = { ...box, x: picture.width - box.x - box.width };
  for (let quarters = parted(rotation.degrees).quarters; quarters > 0; quarters -= 90) {
    const { x, y, width, height } = turned;
    turned = { x: around.height - y - height, y: x, width: height, height: width };
    around = afterQuarters(around, 90);
  }
  return turned;
}

/**
 * libvips turns the middle of the upper left pixel about itself, and begins its answer at the nearest whole
 * pixel. With this it begins at the edge, and a pixel's middle goes to where it belongs: no row is lost at one
 * side and empty at the other.
 */
function shift(edge: number, diagonal: number): number {
  return diagonal / 2 - 0.5 - edge - Math.round(-edge);
}

/** Quarters are whole turns of 90 degrees; the rest is from -45 to 45. */
function parted(rotation: number): { quarters: number; degrees: number; cosine: number; sine: number } {
  const nearest = Math.round(rotation / 90);
  const degrees = rotation - nearest * 90;
  const radians = (degrees * Math.PI) / 180;
  return {
    quarters: (nearest % 4) * 90,
    degrees,
    cosine: Math.cos(radians),
    sine: Math.sin(radians),
  };
}

function afterQuarters({ width, height }: Size, quarters: number): Size {
  return quarters % 180 === 0 ? { width, height } : { width: height, height: width };
}
