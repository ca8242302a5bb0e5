import { useId, type ReactElement } from 'react';
import { unionOf } from '../iiif/lit-boxes.ts';
import type { Place, Point } from '../iiif/text.ts';

/** Goes around all of them together: lines that touch are one place, not a ladder. */
export function Edge({ places }: { places: readonly Place[] }): ReactElement | null {
  const mask = useId();
  const whole = unionOf(places);
  if (whole === undefined) return null;
  const around = Math.max(whole.width, whole.height);
  const area = {
    x: whole.x - around,
    y: whole.y - around,
    width: whole.width + 2 * around,
    height: whole.height + 2 * around,
  };
  return (
    <>
      <mask id={mask} maskUnits="userSpaceOnUse" {...area}>
        <rect {...area} fill="#fff" />
        <Places places={places} className="desk-lit-hole" />
      </mask>
      <g mask={`url(#${mask})`}>
        <Places places={places} className="desk-lit-halo" />
        <Places places={places} className="desk-lit-edge" />
      </g>
    </>
  );
}

/** As rectangles, or as what goes around the words where that is known. */
export function Places({
  places,
  className,
}: {
  places: readonly Place[];
  className?: string;
}): ReactElement[] {
  const named = className === undefined ? {} : { className };
  return places.map(({ x, y, width, height, outline }, index) =>
    outline === undefined ? (
      <rect key={index} {...{ x, y, width, height }} {...named} />
    ) : (
      <path key={index} d={outline.map(pathOf).join(' ')} {...named} />
    ),
  );
}

function pathOf(ring: readonly Point[]): string {
  return `M${ring.map(({ x, y }) => `${x},${y}`).join(' L')} Z`;
}
