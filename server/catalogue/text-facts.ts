import type { CountedUnit, Linkage } from '../model/linkage.ts';
import type { TextRecord } from '../model/text.ts';
import type { Revision, Store, StoredDocument } from '../store/store.ts';

/** What is known of the texts of a document beside their words. */
export type TextFacts = {
  /** By the id of the text, oldest first. */
  revisions: ReadonlyMap<string, readonly Revision[]>;
  /** By the id of the translation; of those whose original is there. */
  linkages: ReadonlyMap<string, Linkage>;
};

/** Neither reads the texts themselves, however long they are. */
export async function textFactsOf(store: Store, { id, texts }: StoredDocument): Promise<TextFacts> {
  const [linkages, ...revisions] = await Promise.all([
    store.linkages(id),
    ...texts.map(async (text) => [text.id, await store.revisions(id, text.id)] as const),
  ]);
  return { linkages, revisions: new Map(revisions) };
}

/** What a text of a document is counted in, as far as that was found out with its links. */
export function unitIn(
  linkages: ReadonlyMap<string, Linkage>,
  text: TextRecord,
  all: readonly TextRecord[],
): CountedUnit {
  const own = linkages.get(text.id);
  if (own !== undefined) return own.translationUnit;
  const rendering = all.find(({ id, translationOf }) => translationOf === text.id && linkages.has(id));
  return linkages.get(rendering?.id ?? '')?.unit ?? 'passage';
}
