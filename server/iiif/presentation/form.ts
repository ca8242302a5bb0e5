import { preferredOffer } from '../../http/accept.ts';
import { PRESENTATION_2, PRESENTATION_3 } from '../context.ts';

/** The versions of the Presentation API that are served. */
export type PresentationVersion = 2 | 3;

/** How a description is sent: in the words of a version, as JSON-LD or as plain JSON. */
export type Form = {
  version: PresentationVersion;
  /** Of the media type that a client names. */
  type: 'application/ld+json' | 'application/json';
  profile: string;
  /** As the response says it. */
  contentType: string;
};

/** The versions that an address has, the usual one first. */
export type Versions = readonly [PresentationVersion, ...PresentationVersion[]];

/**
 * The form in which a client wants a description. Version 3.0 is sent as JSON-LD unless plain JSON is wanted
 * (§6.2), version 2.1 as plain JSON unless JSON-LD is wanted (§7.2). Where an address has several versions, the
 * profile that `Accept` gives to the media type chooses.
 */
export function formFor(accept: string | undefined, [usual, ...others]: Versions): Form {
  const [first, second] = FORMS[usual];
  return preferredOffer(accept, [first, second, ...others.flatMap((version) => FORMS[version])]);
}

const linked = (version: PresentationVersion, profile: string): Form => ({
  version,
  type: 'application/ld+json',
  profile,
  contentType: `application/ld+json;profile="${profile}"`,
});

const plain = (version: PresentationVersion, profile: string): Form => ({
  version,
  type: 'application/json',
  profile,
  contentType: 'application/json',
});

const FORMS: Record<PresentationVersion, readonly [Form, Form]> = {
  3: [linked(3, PRESENTATION_3), plain(3, PRESENTATION_3)],
  2: [plain(2, PRESENTATION_2), linked(2, PRESENTATION_2)],
};
