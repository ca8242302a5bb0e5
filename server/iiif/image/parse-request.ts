import { Failure } from '../../model/failure.ts';
import type { ApiVersion } from './api-version.ts';
import { parseFormat, type Format } from './format.ts';
import { parseQuality, type Quality } from './quality.ts';
import { parseRegion, type Region } from './region.ts';
import { parseRotation, type Rotation } from './rotation.ts';
import { parseSize, type SizeRequest } from './size.ts';

/** What an address of an image service asks for: §2 of Image API 3.0 and of 2.1. */
export type ServiceRequest =
  | { kind: 'base'; identifier: string }
  | { kind: 'info'; identifier: string }
  | { kind: 'image'; identifier: string; image: ImageRequest };

export type ImageRequest = {
  region: Region;
  size: SizeRequest;
  rotation: Rotation;
  quality: Quality;
  format: Format;
};

/** Longer than any sensible request; what is repeated of it in messages and logs stays small. */
const LONGEST_PATH = 2000;

/**
 * @param path what follows the service's prefix, as it came over the wire, query included. Each part is decoded
 *   by itself, so that `%2F` in an identifier separates nothing.
 * @throws Failure `url-too-long`, `url-malformed`, `image-request-malformed`, and those of each parameter.
 */
export function parseRequest(path: string, version: ApiVersion): ServiceRequest {
  const [bare = ''] = path.split('?', 1);
  if (bare.length > LONGEST_PATH) {
    throw new Failure('url-too-long', {
      message: 'This address is too long',
      expected: `${LONGEST_PATH} characters at most`,
      received: String(bare.length),
    });
  }
  const parts = bare.split('/').map(decoded);
  const [identifier = '', second, ...more] = parts;
  if (second === undefined || (second === '' && more.length === 0)) return { kind: 'base', identifier };
  if (second === 'info.json' && more.length === 0) return { kind: 'info', identifier };
  return imageRequest(parts, bare, version);
}

function imageRequest(parts: readonly string[], path: string, version: ApiVersion): ServiceRequest {
  const [region, size, rotation, file] = parts.slice(-4);
  if (
    parts.length < 5 ||
    region === undefined ||
    size === undefined ||
    rotation === undefined ||
    file === undefined
  ) {
    throw malformed(path);
  }
  const dot = file.lastIndexOf('.');
  if (dot === -1) throw malformed(path);
  const image = {
    region: parseRegion(region),
    size: parseSize(size, version),
    rotation: parseRotation(rotation),
    quality: parseQuality(file.slice(0, dot)),
    format: parseFormat(file.slice(dot + 1)),
  };
  // Slashes that should have been encoded: no identifier of ours has any, and the answer is that there is none.
  return { kind: 'image', identifier: parts.slice(0, -4).join('/'), image };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Failure('url-malformed', {
      message: 'A % in this address begins nothing that could be decoded',
      expected: 'UTF-8, percent-encoded',
      received: part,
    });
  }
}

function malformed(path: string): Failure {
  return new Failure('image-request-malformed', {
    message: 'This is no address of an image',
    expected: '{identifier}/{region}/{size}/{rotation}/{quality}.{format} or {identifier}/info.json',
    received: path,
  });
}
