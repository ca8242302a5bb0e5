import { isRecord, type JsonRecord } from '../../viewer/iiif/json.ts';
import { catalogOf, type Canvases, type Catalog } from './catalog.ts';
import { documentKind, type DocumentKind } from './document-kind.ts';
import { GRAMMAR_2 } from './grammar-2.ts';
import { GRAMMAR_3 } from './grammar-3.ts';
import type { Misfit, Node } from './node.ts';
import { unwieldy } from './unwieldy.ts';
import { walk } from './walk.ts';

/** A document taken apart, so that rules and whoever follows its links need not read it again. */
export type Reading = {
  document: unknown;
  kind: DocumentKind;
  nodes: readonly Node[];
  misfits: readonly Misfit[];
  catalog: Catalog;
  /** Why it was not gone into, in words; undefined if it was. */
  unwieldy: string | undefined;
};

/** @param canvases of other documents that this one may point to, with their sizes. */
export function readDocument(document: unknown, canvases?: Canvases): Reading {
  const fault = unwieldy(document);
  const kind = documentKind(document);
  const { nodes, misfits } =
    isRecord(document) && fault === undefined ? walkAs(document, kind) : { nodes: [], misfits: [] };
  return { document, kind, nodes, misfits, catalog: catalogOf(nodes, canvases), unwieldy: fault };
}

function walkAs(document: JsonRecord, kind: DocumentKind): Pick<Reading, 'nodes' | 'misfits'> {
  switch (kind.api) {
    case 'presentation-3':
    case 'web-annotation':
      return walk(document, kind.kind, GRAMMAR_3);
    case 'presentation-2':
      return walk(document, kind.kind, GRAMMAR_2);
    default:
      return { nodes: [], misfits: [] };
  }
}
