import { isRecord, listOf } from '../iiif/json.ts';

/** What the browser keeps for the next visit: two small records, of the reader and of documents. */
const PREFERENCES = 'diptych.reading-room';
const COLUMNS = 'diptych.columns';

/** Of so many documents it is remembered which texts were read; the oldest make way. */
const MOST_DOCUMENTS = 60;
const MOST_COLUMNS = 12;

export function keptPreferences(): unknown {
  return read(PREFERENCES);
}

export function keepPreferences(preferences: object): void {
  write(PREFERENCES, preferences);
}

/** The texts that were chosen of a document, by their keys; undefined if none were. */
export function keptColumns(manifest: string): readonly string[] | undefined {
  return documents().find(([name]) => name === manifest)?.[1];
}

/** @param keys undefined: to be forgotten. */
export function keepColumns(manifest: string, keys: readonly string[] | undefined): void {
  const others = documents().filter(([name]) => name !== manifest);
  const own: [string, readonly string[]][] = keys === undefined ? [] : [[manifest, keys]];
  write(COLUMNS, [...own, ...others].slice(0, MOST_DOCUMENTS));
}

function documents(): [string, readonly string[]][] {
  const kept = read(COLUMNS);
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((entry: unknown): [string, readonly string[]][] => {
    const [name, keys] = listOf(entry);
    return typeof name === 'string' && Array.isArray(keys) && keys.every((key) => typeof key === 'string')
      ? [[name, keys.slice(0, MOST_COLUMNS)]]
      : [];
  });
}

/** Storage may be forbidden, full, or written by anyone: then nothing was kept. */
function read(name: string): unknown {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(name) ?? 'null');
    return isRecord(kept) || Array.isArray(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function write(name: string, value: object): void {
  try {
    window.localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // The room is as it was chosen all the same, for this visit.
  }
}
