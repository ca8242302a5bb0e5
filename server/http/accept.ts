/** One kind of answer that an `Accept` header names (RFC 9110 §12.5.1). */
export type MediaRange = {
  /** `application/ld+json`, or with wildcards; lower case. */
  type: string;
  /** The URIs of its `profile` parameter (RFC 6906), of which one parameter may hold several. */
  profiles: readonly string[];
  /** 0 to 1; 0: not wanted. */
  weight: number;
};

/** What could be sent: a media type, and the profile that it follows. */
export type Offer = { type: string; profile: string };

/** More would be no honest header; what is beyond is not read. */
const LONGEST = 4000;

export function parseAccept(header: string): MediaRange[] {
  return separated(header.slice(0, LONGEST), ',').map(parseRange);
}

/**
 * The offer that a client likes best: by its weight, then by how exactly it is named, then by our own order.
 * A client that accepts none of them gets the first rather than nothing.
 */
export function preferredOffer<Kind extends Offer>(
  header: string | undefined,
  [usual, ...others]: readonly [Kind, ...Kind[]],
): Kind {
  if (header === undefined) return usual;
  const ranges = parseAccept(header);
  let best = { offer: usual, ...welcomeOf(usual, ranges) };
  for (const offer of others) {
    const welcome = welcomeOf(offer, ranges);
    const better =
      welcome.weight > best.weight || (welcome.weight === best.weight && welcome.exactness > best.exactness);
    if (welcome.weight > 0 && better) best = { offer, ...welcome };
  }
  return best.offer;
}

/** Whether an `Accept-Encoding` header allows a content coding: RFC 9110 §12.5.3. */
export function acceptsCoding(header: string | undefined, coding: string): boolean {
  const ranges = parseAccept(header ?? '');
  const range = ranges.find(({ type }) => type === coding) ?? ranges.find(({ type }) => type === '*');
  return range !== undefined && range.weight > 0;
}

type Welcome = { weight: number; exactness: number };

/** The most exact range that meets the offer says how welcome it is, even if a wider one says more. */
function welcomeOf(offer: Offer, ranges: readonly MediaRange[]): Welcome {
  let welcome: Welcome = { weight: 0, exactness: -1 };
  for (const range of ranges) {
    const exactness = exactnessOf(range, offer);
    if (exactness !== undefined && exactness > welcome.exactness) {
      welcome = { weight: range.weight, exactness };
    }
  }
  return welcome;
}

/** Undefined if the range does not meet the offer. */
function exactnessOf({ type, profiles }: MediaRange, offer: Offer): number | undefined {
  if (profiles.length > 0 && !profiles.includes(offer.profile)) return undefined;
  const named = profiles.length > 0 ? 1 : 0;
  if (type === offer.type) return 4 + named;
  if (type === `${offer.type.split('/')[0] ?? ''}/*`) return 2 + named;
  return type === '*/*' ? named : undefined;
}

function parseRange(text: string): MediaRange {
  const [type = '', ...parameters] = separated(text, ';');
  const values = new Map(parameters.map(parseParameter));
  const weight = Number(values.get('q') ?? 1);
  return {
    type: type.toLowerCase(),
    profiles: (values.get('profile') ?? '').split(/\s+/).filter((uri) => uri !== ''),
    weight: weight >= 0 && weight <= 1 ? weight : 0,
  };
}

function parseParameter(text: string): [name: string, value: string] {
  const at = text.indexOf('=');
  if (at === -1) return [text.toLowerCase(), ''];
  return [text.slice(0, at).trim().toLowerCase(), unquoted(text.slice(at + 1).trim())];
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value;
  return value.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');
}

/** The parts between separators that stand in no quotes, trimmed. Quotes that are not closed reach to the end. */
function separated(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
}
