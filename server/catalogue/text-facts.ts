import type { Revision, Store, StoredDocument } from '../store/store.ts';
import { linkageReader, type Linkage } from './linkage.ts';

/** What is known of the texts of a document beside their words. */
export type TextFacts = {
  /** By the id of the text, oldest first. */
  revisions: ReadonlyMap<string, readonly Revision[]>;
  /** By the id of the translation. */
  linkages: ReadonlyMap<string, Linkage>;
};

/** Reads these facts; what is dear to find out is kept until the document's texts change. */
export function textFactsReader(store: Store): (document: StoredDocument) => Promise<TextFacts> {
  const linkagesOf = linkageReader(store);
  return async (document) => {
    const [linkages, ...revisions] = await Promise.all([
      linkagesOf(document),
      ...document.texts.map(async ({ id }) => [id, await store.revisions(document.id, id)] as const),
    ]);
    return { linkages, revisions: new Map(revisions) };
  };
}
