import { fold } from '../language/fold.ts';
import type { UnitSpan } from '../store/search-index.ts';
import { holdingOf } from './holding-of.ts';
import { perDocument } from './evaluate.ts';
import type { Knowledge } from './search-documents.ts';
import type { Scope, TermsAnswer, TermsRequest } from './search.ts';

/** Of a document with more texts on pages than these the archive's words are offered that it has. */
const READ_THROUGH = 150;
const CANDIDATES = 60;

/** Words, and names, that go on as the last word of the query begins; each is a query with those before it. */
export async function searchTerms(
  { q, scope, limit }: TermsRequest,
  knowledge: Knowledge,
): Promise<TermsAnswer> {
  const { before, begun } = lastWord(q);
  const prefix = fold(begun);
  if (prefix === '' || q.length > LONGEST) return { terms: [] };
  const words =
    scope.kind === 'archive'
      ? await knowledge.index.terms(prefix, limit)
      : await wordsIn(scope, prefix, limit, knowledge);
  // Which of the names a collection or a document has is not known without looking for each.
  const names = scope.kind === 'archive' ? knowledge.names.beginning(q, limit) : [];
  const terms = [
    ...names.map((name) => ({ term: name })),
    ...words.map(({ shown, documents }) => ({ term: `${before}${shown}`, documents })),
  ];
  return { terms: [...new Map(terms.map((term) => [fold(term.term), term])).values()].slice(0, limit) };
}

const LONGEST = 200;

function lastWord(q: string): { before: string; begun: string } {
  const begun = /[\p{L}\p{N}\p{M}]*$/u.exec(q)?.[0] ?? '';
  return { before: q.slice(0, q.length - begun.length), begun };
}

type Word = { shown: string; documents: number };

async function wordsIn(
  scope: Exclude<Scope, { kind: 'archive' }>,
  prefix: string,
  limit: number,
  knowledge: Knowledge,
): Promise<Word[]> {
  const { index, holdings, store } = knowledge;
  if (scope.kind === 'collection') {
    const collection = holdings.facets.numberOf('collection', scope.id);
    return among(prefix, limit, knowledge, undefined, (number) => {
      const holding = holdings.documents[number];
      return (
        collection !== undefined && holding !== undefined && holdings.has(holding, new Set([collection]))
      );
    });
  }
  const holding = await holdingOf(scope.id, store, holdings);
  if (holding === undefined) return [];
  const span = { first: holding.first + holding.recordUnits, last: holding.last };
  if (span.last - span.first >= READ_THROUGH) return among(prefix, limit, knowledge, span, () => true);
  const counts = new Map<string, number>();
  for (const { words } of await index.units(span)) {
    for (const word of words) {
      if (word.startsWith(prefix) && word.length > 1) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const best = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, limit);
  return Promise.all(
    best.map(async ([word]) => {
      const [known] = await index.terms(word, 1);
      return { shown: known?.term === word ? known.shown : word, documents: 1 };
    }),
  );
}

/** The archive's commonest words that stand in these documents too. */
async function among(
  prefix: string,
  limit: number,
  { index, holdings }: Knowledge,
  span: UnitSpan | undefined,
  isIn: (document: number) => boolean,
): Promise<Word[]> {
  const found: Word[] = [];
  for (const { term, shown } of await index.terms(prefix, CANDIDATES)) {
    const units = await index.matching([{ column: 'word', tokens: [term] }], span);
    const documents = perDocument(units, holdings).documents.filter(isIn).length;
    if (documents > 0) found.push({ shown, documents });
    if (found.length >= limit) break;
  }
  return found;
}
