import type { AuthorityKind } from './authority.ts';
import type { Agent, DocumentRecord } from './document.ts';

/** The parts of a record that name people and places. */
export type NamingField = 'creators' | 'recipients' | 'contributors' | 'people' | 'places';

/** Where and as what a record names somebody or some place that has an authority's id. */
export type Naming = {
  kind: AuthorityKind;
  id: string;
  field: NamingField;
  /** Place in the field's list, from 0. */
  index: number;
  /** In the record's own words. */
  role?: string;
};

const FIELDS: Record<AuthorityKind, readonly NamingField[]> = {
  person: ['creators', 'recipients', 'contributors', 'people'],
  place: ['places'],
};

/** All that a record names by an id, in the order of its parts. */
export function namings(record: Pick<DocumentRecord, NamingField>): Naming[] {
  return [...namingsOf(record, 'person'), ...namingsOf(record, 'place')];
}

function namingsOf(record: Pick<DocumentRecord, NamingField>, kind: AuthorityKind): Naming[] {
  return FIELDS[kind].flatMap((field) =>
    record[field].flatMap(({ id, role }: Agent, index): Naming[] =>
      id === undefined ? [] : [{ kind, id, field, index, ...(role === undefined ? {} : { role }) }],
    ),
  );
}
