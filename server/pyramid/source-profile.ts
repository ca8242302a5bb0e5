import type { Metadata } from 'sharp';

/**
 * The ICC profile of a source. `unusable`: it is damaged, or one for another kind of picture, so that the
 * colours are taken for what they are where there is no profile at all.
 */
export type SourceProfile = 'none' | 'usable' | 'unusable';

/** By the profile's own list of contents: what cannot be seen from there, littleCMS passes over in silence. */
export function profileOf({ icc, space }: Pick<Metadata, 'icc' | 'space'>): SourceProfile {
  const kind = KINDS.get(space);
  // Much software writes sRGB's into grey pictures; without it they are taken for just that.
  if (icc === undefined || kind === undefined || (kind.space === 'GRAY' && spaceOf(icc) === 'RGB '))
    return 'none';
  const tags = tagsOf(icc);
  const fits = spaceOf(icc) === kind.space && DEVICES.has(icc.toString('latin1', 12, 16));
  return fits && kind.needs.some((names) => names.every((name) => tags.has(name))) ? 'usable' : 'unusable';
}

/** Of each kind of picture the space of its profiles, and what one of these sets of tags says: ICC.1:2022 §8.3. */
type Kind = { space: string; needs: readonly (readonly string[])[] };

const TABLES = [['A2B0'], ['A2B1']];
const RGB: Kind = {
  space: 'RGB ',
  needs: [['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'], ...TABLES],
};
const GRAY: Kind = { space: 'GRAY', needs: [['kTRC'], ...TABLES] };
const KINDS = new Map<string, Kind>([
  ['srgb', RGB],
  ['rgb16', RGB],
  ['b-w', GRAY],
  ['grey16', GRAY],
  ['cmyk', { space: 'CMYK', needs: TABLES }],
]);

/** Scanners, screens, printers and plain colour spaces: not links between two of these, and not effects. */
const DEVICES = new Set(['scnr', 'mntr', 'prtr', 'spac']);

/** ICC.1:2022 §7.2: 128 bytes of header, then how many tags there are, then of each its name, place and length. */
const HEADER_LENGTH = 128;
const ENTRY_LENGTH = 12;

/** More than any profile has; littleCMS takes as many. */
const MOST_TAGS = 100;

function spaceOf(icc: Buffer): string {
  return icc.toString('latin1', 16, 20);
}

/** The names of those that lie inside of it; none if it is no profile, or is cut off. */
function tagsOf(icc: Buffer): Set<string> {
  const start = HEADER_LENGTH + 4;
  const tags = new Set<string>();
  if (icc.length < start || icc.toString('latin1', 36, 40) !== 'acsp') return tags;
  const count = icc.readUInt32BE(HEADER_LENGTH);
  if (count > MOST_TAGS || start + count * ENTRY_LENGTH > icc.length) return tags;
  for (let at = start; at < start + count * ENTRY_LENGTH; at += ENTRY_LENGTH) {
    const end = icc.readUInt32BE(at + 4) + icc.readUInt32BE(at + 8);
    if (end <= icc.length) tags.add(icc.toString('latin1', at, at + 4));
  }
  return tags;
}
