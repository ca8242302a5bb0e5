import { join } from 'node:path';
import type { z } from 'zod';
import { compareNaturally } from '../language/natural-order.ts';
import { allForms, preferredName, type Authority, type AuthorityKind } from '../model/authority.ts';
import { Failure } from '../model/failure.ts';
import type { Problem } from '../model/problem.ts';
import type { Store } from '../store/store.ts';
import { peopleSchema, placesSchema, type PersonEntry, type PlaceEntry } from './authority-schema.ts';
import { listFolder } from './list-folder.ts';
import { readYamlFile } from './yaml-file.ts';
import { readYamlRecords, type YamlRecord, type YamlRecords } from './yaml-records.ts';

type Entry = Omit<PersonEntry, 'dates'> & Partial<Pick<PersonEntry, 'dates'>> & Partial<PlaceEntry>;

const FILES = {
  person: { name: 'people.yaml', schema: peopleSchema },
  place: { name: 'places.yaml', schema: placesSchema },
} satisfies Record<AuthorityKind, { name: string; schema: z.ZodType<Record<string, Entry>> }>;

const KINDS = ['person', 'place'] as const;

/**
 * Brings the store up to `manifests/people.yaml` and `manifests/places.yaml`. A record with a mistake in it
 * changes nothing: what was there of it before stays, and so does everything when a file cannot be read.
 *
 * @returns the kinds that the archive has a file of, beside the problems.
 */
export async function readAuthorities(
  archive: string,
  store: Store,
): Promise<{ kinds: AuthorityKind[]; problems: Problem[] }> {
  const folder = join(archive, 'manifests');
  // Where the folder itself cannot be read, the tree of the archive has said so.
  const listing = await listFolder(folder, folder).catch(() => undefined);
  const kinds: AuthorityKind[] = [];
  const problems: Problem[] = [];
  for (const kind of KINDS) {
    const { name } = FILES[kind];
    if (listing === undefined || listing.outside.includes(name)) continue;
    if (!listing.files.includes(name)) {
      await store.putAuthorities(kind, []);
      continue;
    }
    kinds.push(kind);
    problems.push(...(await readFileOf(kind, folder, store)));
  }
  return { kinds, problems };
}

async function readFileOf(kind: AuthorityKind, folder: string, store: Store): Promise<Problem[]> {
  const { name, schema } = FILES[kind];
  const file = `manifests/${name}`;
  const { records, refused, problems } = await readRecords(join(folder, name), schema);
  const told = problems.map((problem) => ({ ...problem, file }));
  if (records === undefined) return told;
  const read = [...records].map(([id, { value }]) => authorityOf(kind, id, value));
  const kept: Authority[] = [];
  for (const id of new Set(refused)) {
    const before = records.has(id) ? undefined : await store.authority(kind, id);
    if (before !== undefined) kept.push(before);
  }
  await store.putAuthorities(kind, alphabetical([...read, ...kept]));
  return [...told, ...sharedForms(read, records).map((problem) => ({ ...problem, file }))];
}

async function readRecords(
  file: string,
  schema: z.ZodType<Record<string, Entry>>,
): Promise<YamlRecords<Entry>> {
  try {
    return readYamlRecords(await readYamlFile(file), schema);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const problem = { severity: 'error', code: 'file-unreadable', message: error.reason } as const;
    return { records: undefined, refused: [], problems: [problem] };
  }
}

function authorityOf(kind: AuthorityKind, id: string, { dates = {}, ...entry }: Entry): Authority {
  return { id, kind, dates, ...entry };
}

function alphabetical(authorities: readonly Authority[]): Authority[] {
  return [...authorities].sort(
    (a, b) =>
      compareNaturally(preferredName(a, 'en'), preferredName(b, 'en')) || compareNaturally(a.id, b.id),
  );
}

/** Whoever finds such a form in a text cannot tell which of them is meant. */
function sharedForms(
  authorities: readonly Authority[],
  records: ReadonlyMap<string, YamlRecord<unknown>>,
): Omit<Problem, 'file'>[] {
  const holders = new Map<string, string>();
  return authorities.flatMap((authority) => {
    const forms = new Map(allForms(authority).map(({ form }) => [form.normalize('NFC').toLowerCase(), form]));
    return [...forms].flatMap(([key, form]): Omit<Problem, 'file'>[] => {
      const holder = holders.get(key);
      holders.set(key, holder ?? authority.id);
      if (holder === undefined) return [];
      const message = `"${form}" is a form of "${holder}" too. If they are two, nobody can tell by this form which is meant; if they are one, make one record of them.`;
      const line = records.get(authority.id)?.line;
      const where = { at: authority.id, ...(line === undefined ? {} : { line }) };
      return [{ severity: 'warning', code: 'form-shared', message, ...where }];
    });
  });
}
