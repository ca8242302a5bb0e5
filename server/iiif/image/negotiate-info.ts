const JSON_LD = 'application/ld+json';
const PLAIN = 'application/json';

/** Image API 3.0 §5.1. */
const PROFILED = `${JSON_LD};profile="http://iiif.io/api/image/3/context.json"`;

/**
 * The media type in which to send info.json: JSON-LD, unless the client likes plain JSON better or names it
 * alone (RFC 9110 §12.5.1). A client that accepts neither gets JSON-LD rather than nothing.
 */
export function infoMediaType(accept: string | undefined): string {
  if (accept === undefined) return PROFILED;
  const ranges = accept.slice(0, 1000).split(',').map(parseRange);
  const [linked, plain] = [weigh(ranges, JSON_LD), weigh(ranges, PLAIN)];
  const preferPlain =
    plain.weight > linked.weight || (plain.weight === linked.weight && plain.named && !linked.named);
  return preferPlain ? PLAIN : PROFILED;
}

type MediaRange = { type: string; weight: number };

function parseRange(text: string): MediaRange {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const value = weight === undefined ? 1 : Number(weight.slice(2));
  return { type, weight: Number.isFinite(value) ? value : 0 };
}

/** The most exact range that meets the type says how welcome it is. */
function weigh(ranges: readonly MediaRange[], type: string): { weight: number; named: boolean } {
  const named = ranges.find((range) => range.type === type);
  const wider =
    ranges.find((range) => range.type === 'application/*') ?? ranges.find((range) => range.type === '*/*');
  return { weight: (named ?? wider)?.weight ?? 0, named: named !== undefined };
}
