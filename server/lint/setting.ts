import type { Catalog } from './catalog.ts';
import type { Report } from './finding.ts';
import type { Node } from './node.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a rule may ask about while it looks at one resource. */
export type Setting = {
  version: 2 | 3;
  catalog: Catalog;
  vocabulary: Vocabulary;
  /** A response of Content Search, which may have more than other annotation pages. */
  search: boolean;
  /** The resource whose `annotations` led to this annotation page; undefined where nobody said. */
  owner: string | undefined;
  report: Report;
};

/** The rules of a family for one resource; they report and return nothing. */
export type NodeCheck = (node: Node, setting: Setting) => void;
