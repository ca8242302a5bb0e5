import type { Scope, Search, TermsAnswer } from '../../search/search.ts';
import type { MotivatedRoles } from './motivated-roles.ts';

/** More would be no help to who types. */
const LIMIT = 20;

/**
 * Words that begin so, in the order of their letters. They are counted over the texts of all roles, so that a search for
 * one of them may find less where it is restricted to some.
 */
export async function findTerms(
  search: Pick<Search, 'terms'>,
  q: string,
  scope: Scope,
  roles: MotivatedRoles,
): Promise<TermsAnswer> {
  if (q.trim() === '' || roles.length === 0) return { terms: [] };
  const { terms } = await search.terms({ q, scope, limit: LIMIT });
  // Names of the authority files come uncounted: whether anything in this scope has one is not known.
  const counted = terms.filter(({ documents }) => documents !== undefined);
  return { terms: counted.toSorted((one, other) => inOrder.compare(one.term, other.term)) };
}

const inOrder = new Intl.Collator('und');
