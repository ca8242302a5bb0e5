import { idOf, isRecord, recordsOf, type JsonRecord } from '../../../../viewer/iiif/json.ts';
import type { PublicUrls } from '../../../http/public-urls.ts';
import type { Link } from './resource.ts';
import { imageServiceAmong } from './services.ts';
import { wordsOf } from '../../words-of-version-2.ts';

/** Addresses with what they lead to: Presentation API 2.1 §3.4. A single one is no list. */
export function linksOf(value: unknown): Link | Link[] | undefined {
  const links = recordsOf(value).flatMap((record) => {
    const id = idOf(record);
    return id === undefined ? [] : [{ '@id': id, ...about(record) }];
  });
  return links.length > 1 ? links : links[0];
}

/** A picture that stands for something, or for someone: its address is that of the Image API 2. */
export function pictureOf(value: unknown, urls: PublicUrls): Link | undefined {
  const [picture] = recordsOf(value);
  const id = idOf(picture);
  if (picture === undefined || id === undefined) return undefined;
  const { width, height } = picture;
  const service = imageServiceAmong(picture.service, urls);
  return {
    '@id': urls.inVersion(id, 2),
    '@type': 'dctypes:Image',
    ...about(picture),
    ...(typeof width === 'number' ? { width } : {}),
    ...(typeof height === 'number' ? { height } : {}),
    ...(service === undefined ? {} : { service }),
  };
}

/** What contains a thing: of ours in this version, since a viewer asks for it without saying which. */
export function withinOf(value: unknown, urls: PublicUrls): string | string[] | undefined {
  const ids = recordsOf(value)
    .map(idOf)
    .filter((id) => id !== undefined)
    .map((id) => urls.inVersion(id, 2));
  return ids.length > 1 ? ids : ids[0];
}

function about({ label, format, profile }: JsonRecord): Pick<Link, 'label' | 'format' | 'profile'> {
  return {
    ...(isRecord(label) ? { label: wordsOf(label) } : {}),
    ...(typeof format === 'string' ? { format } : {}),
    ...(typeof profile === 'string' ? { profile } : {}),
  };
}
