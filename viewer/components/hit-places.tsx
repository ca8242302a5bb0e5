import type { ReactElement } from 'react';
import type { HitPlaces as Hits } from '../state/room-context.ts';
import { Edge, Places } from './places.tsx';

/** What was found on the page, all of it faintly and the chosen hit strongly, in the units of the canvas. */
export function HitPlaces({ hits: { others, current, isWords } }: { hits: Hits }): ReactElement {
  return (
    <>
      <g className="desk-hit-places">
        <Places places={others} className="desk-hit-place" />
      </g>
      <g className="desk-hit-places-current">
        <Places places={current} className="desk-hit-place" />
      </g>
      {/* A whole segment has the edge of its row. */}
      <g className="desk-hit-edge">{isWords ? <Edge places={current} /> : null}</g>
    </>
  );
}
