import { isRecord, recordsOf } from './json.ts';

/** More than this nobody looks through while typing. */
const MOST_TERMS = 12;
const LONGEST_TERM = 200;

/** What an autocomplete service proposes to search for: Content Search 2.0 §5.2 `items`, 1.0 §4.3 `terms`. */
export function termsIn(json: unknown): string[] {
  if (!isRecord(json)) return [];
  const values = recordsOf(json.items ?? json.terms).flatMap(({ value, match }) => {
    const term = value ?? match;
    return typeof term === 'string' && term.trim() !== '' && term.length <= LONGEST_TERM ? [term.trim()] : [];
  });
  return [...new Set(values)].slice(0, MOST_TERMS);
}
