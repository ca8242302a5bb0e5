import { CONTEXTS, type ApiVersion } from './api-version.ts';

const JSON_LD = 'application/ld+json';
const PLAIN = 'application/json';

/** Image API 3.0 §5.1 and 2.1 §5: each version has its own default. */
const LINKED: Record<ApiVersion, string> = { 3: `${JSON_LD};profile="${CONTEXTS[3]}"`, 2: JSON_LD };

/**
 * The media type in which to send info.json. Version 3 sends JSON-LD unless the client likes plain JSON better or
 * names it alone; version 2 sends plain JSON unless it likes JSON-LD better or names that alone (RFC 9110
 * §12.5.1). A client that accepts neither gets the default rather than nothing.
 */
export function infoMediaType(accept: string | undefined, version: ApiVersion): string {
  if (accept === undefined) return version === 3 ? LINKED[3] : PLAIN;
  const ranges = accept.slice(0, 1000).split(',').map(parseRange);
  const [linked, plain] = [weigh(ranges, JSON_LD), weigh(ranges, PLAIN)];
  if (version === 3) return isPreferred(plain, linked) ? PLAIN : LINKED[3];
  return isPreferred(linked, plain) ? LINKED[2] : PLAIN;
}

type MediaRange = { type: string; weight: number };

type Welcome = { weight: number; named: boolean };

function isPreferred(other: Welcome, usual: Welcome): boolean {
  return other.weight > usual.weight || (other.weight === usual.weight && other.named && !usual.named);
}

function parseRange(text: string): MediaRange {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const value = weight === undefined ? 1 : Number(weight.slice(2));
  return { type, weight: Number.isFinite(value) ? value : 0 };
}

/** The most exact range that meets the type says how welcome it is. */
function weigh(ranges: readonly MediaRange[], type: string): Welcome {
  const named = ranges.find((range) => range.type === type);
  const wider =
    ranges.find((range) => range.type === 'application/*') ?? ranges.find((range) => range.type === '*/*');
  return { weight: (named ?? wider)?.weight ?? 0, named: named !== undefined };
}
