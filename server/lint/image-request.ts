/** What an image's URL asks of an image service: Image API §2, `{service}/{region}/{size}/{rotation}/{quality}.{format}`. */
export type ImageRequest = { service: string; region: string; size: string; quality: string };

const REQUEST =
  /^(https?:\/\/.{1,2000})\/(full|square|(?:pct:)?[\d.]+,[\d.]+,[\d.]+,[\d.]+)\/(\^?(?:full|max|pct:[\d.]+|!?\d*,\d*))\/!?[\d.]+\/(default|color|gray|grey|bitonal|native)(?:\.\w{2,5})?$/;

/** Undefined for a URL that is no image request. */
export function imageRequestOf(url: string): ImageRequest | undefined {
  const match = REQUEST.exec(url);
  if (match === null) return undefined;
  const [, service = '', region = '', size = '', quality = ''] = match;
  return { service, region, size, quality };
}

/** What this version of the Image API does not know of the request; undefined if it knows all. */
export function unknownTo(version: 1 | 2 | 3, { size, quality }: ImageRequest): string | undefined {
  // Image API 3.0 §4.2 has no `full` any more; 2.0 and before know no `^`.
  if (version === 3 && size.replace('^', '') === 'full') return `the size "${size}"`;
  if (version < 3 && size.startsWith('^')) return `the size "${size}"`;
  if (version === 1 && (size === 'max' || quality === 'default' || quality === 'gray'))
    return `"${size}" with "${quality}"`;
  if (version > 1 && (quality === 'native' || quality === 'grey')) return `the quality "${quality}"`;
  return undefined;
}
