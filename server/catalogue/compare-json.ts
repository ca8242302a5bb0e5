import type { PublicUrls } from '../http/public-urls.ts';
import { wordDiff } from '../language/word-diff.ts';
import type { Segment } from '../model/text.ts';
import type { StoredDocument, StoredText } from '../store/store.ts';
import type { Comparison } from './compare-choice.ts';
import { wordsOf } from './comparison.ts';

/** A comparison for programs: rows with words, differences and the annotations that they come from. */
export function compareJson(document: StoredDocument, comparison: Comparison, urls: PublicUrls): object {
  const { original, left, right, order, rows, total, page, pages, words } = comparison;
  const text = ({ id, language, revision }: StoredText) => ({
    ...{ id, language, revision },
    annotations: urls.text(document.id, id),
  });
  const segments = (of: StoredText, all: readonly Segment[]) =>
    all.map(({ id, value, link }) => ({
      annotation: urls.annotation(document.id, of.id, id),
      value,
      ...(link === undefined ? {} : { linkedBy: link.origin }),
      ...(link?.confidence === undefined ? {} : { confidence: link.confidence }),
    }));
  return {
    document: urls.documentPage(document.id),
    original: text(original),
    left: text(left),
    right: text(right),
    ...{ order, total, page, pages },
    rows: rows.map((row) => {
      const same = left.language === right.language && row.left.length > 0 && row.right.length > 0;
      const changes = same ? wordDiff(wordsOf(row.left), wordsOf(row.right), left.language) : undefined;
      return {
        number: row.number + 1,
        ...(row.difference === undefined ? {} : { difference: Math.round(row.difference * 1000) / 1000 }),
        original: row.original.map(({ segment, start, end }) => ({
          annotation: urls.annotation(document.id, original.id, segment),
          value: words.get(segment)?.value.slice(start, end) ?? '',
        })),
        left: segments(left, row.left),
        right: segments(right, row.right),
        ...(changes === undefined ? {} : { changes }),
      };
    }),
  };
}
