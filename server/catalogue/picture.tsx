import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { Size } from '../model/box.ts';
import type { Page } from '../model/page.ts';
import { thumbnailOf } from './thumbnail.ts';
import { useMessages } from './interface.tsx';

/** A leaf as a picture in a frame of CSS pixels, or a blank leaf that says that no scan is held. */
export function LeafPicture({
  page,
  frame,
  alt,
  urls,
  lazy = true,
}: {
  /** Absent: of the whole document no scan is held. */
  page: Page | undefined;
  frame: Size;
  /** Empty where the words beside it say the same. */
  alt: string;
  urls: PublicUrls;
  lazy?: boolean;
}): ReactElement {
  const messages = useMessages();
  if (page?.image === undefined) {
    return (
      <span className="leaf-blank">
        <span>{page === undefined ? messages.noScan : messages.leafNotHeld}</span>
      </span>
    );
  }
  return (
    <img
      className="leaf-picture"
      {...thumbnailOf(page.image, frame, urls)}
      alt={alt}
      decoding="async"
      {...(lazy ? { loading: 'lazy' as const } : {})}
    />
  );
}
