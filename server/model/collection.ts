import type { LanguageMap } from './language-map.ts';
import type { Reference, RequiredStatement } from './document.ts';

/** A level of arrangement: repository, fonds, opis or series, delo or file. What `collection.yaml` says. */
export type CollectionRecord = {
  title: LanguageMap;
  summary?: LanguageMap;
  /** fond, opis, series, file ...: the archive's own word. */
  level?: string;
  reference?: Reference;
  repository?: LanguageMap;
  rights?: string;
  requiredStatement?: RequiredStatement;
  /** Ids of documents and collections in the order wanted; what is not named follows in natural order. */
  order: readonly string[];
};
