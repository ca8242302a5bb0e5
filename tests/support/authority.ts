import type { Authority } from '../../server/model/authority.ts';

/** A person of whom no more is known than a name, changed as the test needs. */
export function person(id: string, changes: Partial<Authority> = {}): Authority {
  return { id, kind: 'person', name: { en: [id] }, forms: [], dates: {}, links: [], ...changes };
}

export function place(id: string, changes: Partial<Authority> = {}): Authority {
  return person(id, { kind: 'place', ...changes });
}
