import { memo, type ReactElement } from 'react';
import { allPlaces } from '../iiif/all-places.ts';
import type { Text } from '../iiif/text.ts';
import { Places } from './places.tsx';

/** Thin lines around every place of the texts that are shown, in the units of the canvas. */
export const AllPlaces = memo(
  function AllPlaces({ texts }: { texts: readonly Text[] }): ReactElement {
    const places = allPlaces(texts);
    return (
      <>
        <Places places={places} className="desk-all-halo" />
        <Places places={places} className="desk-all-edge" />
      </>
    );
  },
  // The list is made anew whenever the light moves, and its texts are the same.
  (before, after) =>
    before.texts.length === after.texts.length &&
    before.texts.every((text, index) => text === after.texts[index]),
);
