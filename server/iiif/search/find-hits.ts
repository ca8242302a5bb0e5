import { Failure } from '../../model/failure.ts';
import { TEXT_ROLES } from '../../model/text.ts';
import type { HitsAnswer, Scope, Search } from '../../search/search.ts';
import type { MotivatedRoles } from './motivated-roles.ts';
import type { SearchRequest } from './request.ts';

/** A page of hits. */
export type FoundHits = Pick<HitsAnswer, 'hits' | 'hasMore' | 'lastPage' | 'startIndex' | 'total'>;

/** What is found where nothing is looked for. */
const NOTHING: FoundHits = { hits: [], hasMore: false, lastPage: 1, startIndex: 0, total: 0 };

/** @throws Failure `search-invalid`, and what `Search` throws. */
export async function findHits(
  search: Pick<Search, 'hits'>,
  { q, exact, language, page }: SearchRequest,
  scope: Scope,
  roles: MotivatedRoles,
): Promise<FoundHits> {
  const [role, ...others] = roles;
  // Nothing that is supposed to match everything could be marked anywhere.
  const nothing = q.trim() === '' || role === undefined;
  const found = nothing
    ? NOTHING
    : await search.hits({
        q,
        exact,
        scope,
        ...(language === undefined ? {} : { language }),
        ...(others.length === 0 ? { role } : {}),
        page,
      });
  const last = Math.max(1, found.lastPage);
  if (page > last) {
    throw new Failure('search-invalid', {
      message: 'There is no such page of hits',
      expected: `1 to ${last}`,
      received: String(page),
    });
  }
  if (nothing || others.length === 0 || roles.length === TEXT_ROLES.length) return found;
  // Of several roles, but not of all: counted are those of all.
  const { hits, hasMore, lastPage } = found;
  return { hits: hits.filter((hit) => roles.includes(hit.role)), hasMore, lastPage };
}
