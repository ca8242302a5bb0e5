import { evaluate, perDocument, type Evaluated, type LeafUnits } from './evaluate.ts';
import { narrow } from './facets.ts';
import type { Holdings } from './holdings.ts';
import { parseQuery } from './parse-query.ts';
import { foundIn, type Sources } from './passages.ts';
import type { Query } from './query.ts';
import { planQuery, type Leaf, type NameBook, type Planned } from './plan.ts';
import { ranked } from './rank.ts';
import { tokenize } from '../language/tokens.ts';
import type { DocumentResult, DocumentsAnswer, DocumentsRequest, WidenedName } from './search.ts';

export type Knowledge = Sources & { holdings: Holdings; names: NameBook; languages: readonly string[] };

/** Documents that a query holds for, narrowed and ordered as asked; of one page what is shown of each. */
export async function searchDocuments(
  request: DocumentsRequest,
  knowledge: Knowledge,
): Promise<DocumentsAnswer> {
  const { holdings } = knowledge;
  const { query, notes } = parseQuery(request.q);
  if (query === undefined && request.q.trim() !== '') {
    return { total: 0, results: [], facets: [], names: [], notes };
  }
  const { planned, found, widened } = await evaluateQuery(query, request.exact, knowledge);
  const { documents, facets } = narrow(found.documents, request, holdings);
  const order = ranked(documents, found.leaves, request.sort, holdings);
  const begin = (request.page - 1) * request.size;
  const results: DocumentResult[] = [];
  for (const number of order.slice(begin, begin + request.size)) {
    const result = await resultOf(number, found.leaves, knowledge);
    if (result !== undefined) results.push(result);
  }
  return {
    total: documents.length,
    results,
    facets,
    names: await widenedNames(found.leaves, knowledge),
    notes: [...notes, ...planned.notes, ...(widened ? [{ kind: 'spelling-widened' } as const] : [])],
  };
}

/** As it was typed; if nothing is found, with all that sounds like it. */
async function evaluateQuery(
  query: Query | undefined,
  exact: boolean,
  knowledge: Knowledge,
): Promise<{ planned: Planned; found: Evaluated; widened: boolean }> {
  const plan = (tolerant: boolean): Planned =>
    query === undefined
      ? { within: [], leaves: [], notes: [] }
      : planQuery(query, { ...knowledge, exact, tolerant });
  const planned = plan(false);
  const found = await evaluate(planned, knowledge.holdings, knowledge.index);
  if (found.documents.length > 0 || query === undefined || exact) return { planned, found, widened: false };
  const wider = plan(true);
  const more = await evaluate(wider, knowledge.holdings, knowledge.index);
  return more.documents.length > 0
    ? { planned: wider, found: more, widened: true }
    : { planned, found, widened: false };
}

async function resultOf(
  number: number,
  leaves: readonly LeafUnits[],
  { store, index, holdings }: Knowledge,
): Promise<DocumentResult | undefined> {
  const holding = holdings.documents[number];
  const document = holding === undefined ? undefined : await store.summary(holding.id);
  if (holding === undefined || document === undefined) return undefined;
  const { firstImage, pageCount } = document;
  return {
    document: document.id,
    record: document.record,
    collection: document.collection,
    pageCount,
    ...(firstImage === undefined ? {} : { firstImage }),
    ...(await foundIn(document, holding, leaves, { store, index })),
  };
}

/** The names that were looked for under all their forms, and which of these stand anywhere. */
async function widenedNames(
  leaves: readonly LeafUnits[],
  { index, holdings }: Knowledge,
): Promise<WidenedName[]> {
  const names: WidenedName[] = [];
  for (const { leaf } of leaves) {
    if (leaf.name === undefined) continue;
    const { kind, id, name, forms } = leaf.name;
    const counted = await Promise.all(
      writtenForms(leaf, forms).map(async ({ form, way }) => ({
        form,
        documents: perDocument(await index.matching([way]), holdings).documents.length,
      })),
    );
    const present = counted.filter(({ documents }) => documents > 0);
    names.push({
      kind,
      id,
      name,
      typed: leaf.text,
      forms: present.sort((a, b) => b.documents - a.documents),
    });
  }
  return names;
}

/** `Pak Il-u` and `Pak Il U` are the same words: said once. */
function writtenForms(
  { ways }: Leaf,
  forms: readonly string[],
): { form: string; way: Leaf['ways'][number] }[] {
  return ways.flatMap((way) => {
    if (way.column !== 'word') return [];
    const own = way.tokens.join(' ');
    const form = forms.find((candidate) => {
      const words = tokenize(candidate).map(({ word }) => word);
      return words.join(' ') === own || words.slice(0, -1).join(' ') === own;
    });
    return form === undefined ? [] : [{ form, way }];
  });
}
