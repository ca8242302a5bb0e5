/** Somebody else's record of the same person or place. */
export type AuthorityLink = { source: AuthorityFile; value: string } | { source: 'web'; value: string };

/** The authority files of the world whose identifiers are understood. */
export type AuthorityFile = keyof typeof AUTHORITY_FILES;

/** What their identifiers look like, one that is right, and the address that each stands for. */
export const AUTHORITY_FILES = {
  wikidata: { pattern: /^Q[1-9]\d{0,11}$/, example: 'Q1234', at: 'https://www.wikidata.org/entity/' },
  viaf: { pattern: /^[1-9]\d{0,21}$/, example: '12345678', at: 'https://viaf.org/viaf/' },
  gnd: { pattern: /^\d{1,10}-?[\dX]$/, example: '118540238', at: 'https://d-nb.info/gnd/' },
  lcnaf: {
    pattern: /^n[bors]?\d{8,10}$/,
    example: 'n79021164',
    at: 'https://id.loc.gov/authorities/names/',
  },
  isni: { pattern: /^\d{15}[\dX]$/, example: '0000000121032683', at: 'https://isni.org/isni/' },
  geonames: { pattern: /^[1-9]\d{0,9}$/, example: '1835848', at: 'https://www.geonames.org/' },
  tgn: { pattern: /^[1-9]\d{6}$/, example: '7000874', at: 'https://vocab.getty.edu/tgn/' },
} as const;

/** The address that it leads to. */
export function linkAddress({ source, value }: AuthorityLink): string {
  return source === 'web' ? value : AUTHORITY_FILES[source].at + value;
}
