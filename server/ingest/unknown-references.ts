import type { AuthorityKind } from '../model/authority.ts';
import { namings } from '../model/naming.ts';
import type { Problem } from '../model/problem.ts';
import type { Store } from '../store/store.ts';
import type { FoundDocument } from './archive-tree.ts';
import { nearestName } from './nearest-name.ts';

/** So many different ids get a suggestion: each is compared with every id that there is. */
const MOST_SUGGESTIONS = 200;

const WORDS = {
  person: { what: 'person', file: 'people.yaml' },
  place: { what: 'place', file: 'places.yaml' },
} as const;

/**
 * Ids in documents that no authority file has. Told anew at every run, since the files of the documents may be
 * the same and the authority files not.
 *
 * @param kinds those that the archive has a file of: without one, ids need nothing to lead to.
 */
export async function unknownReferences(
  kinds: readonly AuthorityKind[],
  documents: readonly FoundDocument[],
  store: Store,
): Promise<Problem[]> {
  const folders = new Map(documents.map(({ id, folder }) => [id, folder]));
  const problems: Problem[] = [];
  for (const kind of kinds) {
    const unknown = await store.unknownMentions(kind);
    if (unknown.length === 0) continue;
    const known = (await store.authorities(kind)).map(({ id }) => id);
    const suggestions = new Map<string, string | undefined>();
    for (const { document, id } of unknown) {
      const folder = folders.get(document);
      const record = (await store.document(document))?.record;
      if (folder === undefined || record === undefined) continue;
      if (!suggestions.has(id) && suggestions.size < MOST_SUGGESTIONS) {
        suggestions.set(id, nearestName(id, known));
      }
      const { what, file } = WORDS[kind];
      const nearest = suggestions.get(id);
      const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
      const message = `There is no ${what} with the id "${id}" in manifests/${file}.${hint}`;
      const naming = namings(record).find((one) => one.kind === kind && one.id === id);
      const at = naming === undefined ? {} : { at: `${naming.field}[${naming.index + 1}].id` };
      const place = { file: `manifests/${folder}/document.yaml`, ...at };
      problems.push({ severity: 'warning', code: 'reference-unknown', message, ...place });
    }
  }
  return problems;
}
