import type { CanvasWorld, OsdPoint, OsdRect, OsdViewport } from 'mirador';
import { turnedBox, turnedPoint } from '../../../viewer/state/rotation.ts';

/**
 * A viewport that stands where it is put at once, reckoning as OpenSeadragon 5.0.1 does: it turns about the middle of
 * what it shows, and fits an upright rectangle with all its corners, but one that is turned with it to its sides.
 */
export class FakeViewport implements OsdViewport {
  center: OsdPoint;
  /** CSS pixels per unit. */
  scale: number;
  degrees = 0;

  readonly pane: OsdPoint;

  constructor(pane: OsdPoint, { x, y, scale }: OsdPoint & { scale: number }) {
    this.pane = pane;
    this.center = { x, y };
    this.scale = scale;
  }

  getCenter(): OsdPoint {
    return { ...this.center };
  }

  getContainerSize(): OsdPoint {
    return { ...this.pane };
  }

  getBoundsNoRotate(): OsdRect {
    const [width, height] = [this.pane.x / this.scale, this.pane.y / this.scale];
    return new FakeRect(this.center.x - width / 2, this.center.y - height / 2, width, height);
  }

  getFlip(): boolean {
    return false;
  }

  getRotation(): number {
    return this.degrees;
  }

  setRotation(degrees: number): OsdViewport {
    this.degrees = degrees;
    return this;
  }

  pixelFromPoint({ x, y }: OsdPoint): OsdPoint {
    const turned = turnedPoint({ x: x - this.center.x, y: y - this.center.y }, this.degrees);
    return { x: turned.x * this.scale + this.pane.x / 2, y: turned.y * this.scale + this.pane.y / 2 };
  }

  pointFromPixel({ x, y }: OsdPoint): OsdPoint {
    const surface = { x: (x - this.pane.x / 2) / this.scale, y: (y - this.pane.y / 2) / this.scale };
    const turned = turnedPoint(surface, -this.degrees);
    return { x: turned.x + this.center.x, y: turned.y + this.center.y };
  }

  fitBounds(bounds: OsdRect): void {
    const { x, y, width, height } = bounds;
    const own = bounds instanceof FakeRect ? bounds.degrees : 0;
    const around = turnedBox({ x: 0, y: 0, width, height }, own + this.degrees);
    this.center = { x: x + width / 2, y: y + height / 2 };
    this.scale = Math.min(this.pane.x / around.width, this.pane.y / around.height);
  }

  zoomBy(factor: number): OsdViewport {
    this.scale *= factor;
    return this;
  }

  applyConstraints(): OsdViewport {
    return this;
  }
}

/** Turned about its middle, by the degrees that it carries. */
class FakeRect implements OsdRect {
  x: number;
  y: number;
  width: number;
  height: number;
  readonly degrees: number;

  constructor(x: number, y: number, width: number, height: number, degrees = 0) {
    [this.x, this.y, this.width, this.height] = [x, y, width, height];
    this.degrees = degrees;
  }

  clone(): OsdRect {
    return new FakeRect(this.x, this.y, this.width, this.height, this.degrees);
  }

  rotate(degrees: number): OsdRect {
    return new FakeRect(this.x, this.y, this.width, this.height, this.degrees + degrees);
  }
}

/** One canvas, alone on the surface. */
export function worldOf(
  id: string,
  box: { x: number; y: number; width: number; height: number },
): CanvasWorld {
  return {
    canvasIds: [id],
    offsetByCanvas: () => ({ x: box.x, y: box.y }),
    canvasToWorldCoordinates: () => [box.x, box.y, box.width, box.height],
  };
}
