import type { Problem } from '../model/problem.ts';
import type { DocumentFile } from './document-schema.ts';
import type { IngestContext } from './ingest-document.ts';

/** `free`: the document may have its id; `formerly`: those of its former ids that it may claim. */
type CheckedIds = { free: boolean; formerly: string[]; problems: Problem[] };

/**
 * Ids are permanent: an id that another document had once leads to that document for good, and an id that
 * another document has now cannot be a former one of this.
 *
 * @param described archive-relative path of the document.yaml.
 */
export async function checkIds(
  id: string,
  { formerly }: DocumentFile,
  described: string,
  { store, present }: Pick<IngestContext, 'store' | 'present'>,
): Promise<CheckedIds> {
  const problem = (message: string, at?: string): Problem => ({
    severity: 'error',
    code: 'id-duplicate',
    file: described,
    message,
    ...(at === undefined ? {} : { at }),
  });
  const holder = (await store.document(id)) === undefined ? await store.currentDocumentId(id) : undefined;
  if (holder !== undefined && !formerly.includes(holder)) {
    const message = `The id "${id}" is a former one of "${holder}", and addresses with it lead there. Give this folder another name.`;
    return { free: false, formerly: [], problems: [problem(message)] };
  }
  const taken = formerly.filter((former) => former === id || present.has(former));
  return {
    free: true,
    formerly: formerly.filter((former) => !taken.includes(former)),
    problems: taken.map((former) =>
      problem(
        former === id
          ? `"${former}" is the document's own id, not a former one.`
          : `"${former}" is the id of another document that is there now; it cannot lead here.`,
        'formerly',
      ),
    ),
  };
}

/** A renamed folder that says what it was called takes over pages, texts and ids. */
export async function takeOverFormer(
  id: string,
  { formerly }: DocumentFile,
  { store, present }: Pick<IngestContext, 'store' | 'present'>,
): Promise<void> {
  if ((await store.document(id)) !== undefined) return;
  for (const former of formerly) {
    if (present.has(former) || (await store.document(former)) === undefined) continue;
    await store.renameDocument(former, id);
    return;
  }
}
