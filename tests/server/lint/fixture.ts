import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../../viewer/iiif/json.ts';

const folder = join(import.meta.dirname, 'fixtures');

/**
 * Documents that break no rule. Those whose names begin with a number are of the kind that the IIIF cookbook's
 * recipe of that number shows.
 */
export function fixtureNames(): string[] {
  return readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
}

export function fixture(name: string): unknown {
  const document: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  return document;
}

/** To be taken away. */
export const REMOVED = Symbol('removed');

/** What to put where: paths have their keys and indexes between dots, `items.0.id`. */
export type Edits = Readonly<Record<string, unknown>>;

/** A copy of a document with something else in some places. */
export function edited(document: unknown, ...edits: readonly Edits[]): unknown {
  return edits
    .flatMap((one) => Object.entries(one))
    .reduce((whole, [path, value]) => put(whole, path.split('.'), value), document);
}

function put(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    const index = Number(key);
    if (!Number.isInteger(index) || index > whole.length) throw new Error(`There is no [${key}] to edit`);
    const copy: unknown[] = [...whole];
    if (value === REMOVED && rest.length === 0) copy.splice(index, 1);
    else copy[index] = put(copy[index], rest, value);
    return copy;
  }
  if (!isRecord(whole)) throw new Error(`There is no "${key}" to edit`);
  const { [key]: old, ...others } = whole;
  if (value === REMOVED && rest.length === 0) return others;
  // In its old place: the order of keys is a rule as well.
  return key in whole
    ? Object.fromEntries(
        Object.entries(whole).map(([name, one]) => [name, name === key ? put(old, rest, value) : one]),
      )
    : { ...whole, [key]: put(old, rest, value) };
}
