import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';

/** Where a program finds what a page shows: in the words of Presentation API 3.0, and of 2.1. */
export function AlternateLinks({ identity, urls }: { identity: string; urls: PublicUrls }): ReactElement {
  return (
    <>
      <link rel="alternate" type={mediaType(3)} href={identity} />
      <link rel="alternate" type={mediaType(2)} href={urls.inVersion(identity, 2)} />
    </>
  );
}

/** A description's media type, which names the version it is in. */
export function mediaType(version: 2 | 3): string {
  return `application/ld+json;profile="http://iiif.io/api/presentation/${version}/context.json"`;
}
