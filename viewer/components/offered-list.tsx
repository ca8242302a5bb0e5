import type { ReactElement } from 'react';
import { directionOf } from '../iiif/direction.ts';
import { languageTag } from '../iiif/language-map.ts';
import type { Offered } from '../iiif/offers.ts';
import { offeredKind } from '../state/offered-kind.ts';

/** What can be opened or saved, each with the kind of file and the language that it is said to have. */
export function OfferedList({ offered }: { offered: readonly Offered[] }): ReactElement {
  return (
    <ul className="desk-offers">
      {offered.map(({ address, label, format, language }) => (
        <li key={address}>
          <a
            href={address}
            type={format === '' ? undefined : format}
            target="_blank"
            rel="noopener noreferrer"
          >
            <span
              lang={languageTag(label?.language)}
              dir={label === undefined ? undefined : directionOf(label.language)}
            >
              {label?.values.join(', ') ?? lastPartOf(address)}
            </span>
          </a>
          <span className="desk-offer-kind">{offeredKind({ label, format, language })}</span>
        </li>
      ))}
    </ul>
  );
}

function lastPartOf(address: string): string {
  return new URL(address).pathname.split('/').at(-1) ?? address;
}
