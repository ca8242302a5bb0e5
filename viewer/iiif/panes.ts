/** Which panes an address asks for: the scan and where it stands, and texts by their names. */
export type Panes = { scan: 'left' | 'right' | 'top' | undefined; texts: readonly string[] };

/** Words for the scan; a text that is called like this goes by its whole name. */
const SCAN = 'scan';
const SCAN_ABOVE = 'scan-above';
const MOST = 12;

/**
 * `scan,ru,en`: names divided by commas, in the order of the panes; of the scan `scan`, or `scan-above` where it stands
 * above the texts. Undefined if it names nothing.
 */
export function parsePanes(words: string | null | undefined): Panes | undefined {
  const names = (words ?? '')
    .split(',')
    .filter((name) => name !== '')
    .slice(0, MOST);
  const texts = names.filter((name) => name !== SCAN && name !== SCAN_ABOVE).map(unescaped);
  if (names.length === 0) return undefined;
  if (names.includes(SCAN_ABOVE)) return { scan: 'top', texts };
  if (!names.includes(SCAN)) return { scan: undefined, texts };
  return { scan: texts.length > 0 && names.at(-1) === SCAN ? 'right' : 'left', texts };
}

export function formatPanes({ scan, texts }: Panes): string {
  const names = texts.map((name) => name.replace(/[%,]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`));
  if (scan === undefined) return names.join(',');
  if (scan === 'top') return [SCAN_ABOVE, ...names].join(',');
  return (scan === 'left' ? [SCAN, ...names] : [...names, SCAN]).join(',');
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** What texts are called in an address: the last part of their name, where that is enough to tell them apart. */
export function paneNames(keys: readonly string[]): ReadonlyMap<string, string> {
  const short = keys.map((key) => key.trim().split('/').at(-1) ?? key);
  return new Map(
    keys.map((key, index) => {
      const name = short[index] ?? key;
      const isPlain = name !== '' && name !== SCAN && name !== SCAN_ABOVE;
      return [key, isPlain && short.indexOf(name) === short.lastIndexOf(name) ? name : key.trim()];
    }),
  );
}
