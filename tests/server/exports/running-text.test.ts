import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runningText } from '../../../server/exports/running-text.ts';
import { parsePlainText, serializePlainText } from '../../../server/formats/plain-text.ts';
import type { Segment } from '../../../server/model/text.ts';
import { findPages } from '../../../server/ingest/find-page.ts';
import { page, segment } from '../../support/stored-document.ts';

const pages = [page('1', { folio: '705' }), page('2', { folio: '705 verso' }), page('3', { folio: 'Cover' })];

function written(segments: readonly Segment[]): string {
  return serializePlainText(runningText(segments, pages));
}

describe('runningText', () => {
  it('joins the lines of a block line by line and the sentences of a paragraph word by word', () => {
    const segments = [
      segment('s1', 'one', ['1'], { block: 'a' }),
      segment('s2', 'two', ['1'], { block: 'a' }),
      segment('s3', 'three', ['1'], { block: 'b' }),
      segment('s4', 'Four.', ['1'], { granularity: 'sentence', block: 'c' }),
      segment('s5', 'Five.', ['1'], { granularity: 'sentence', block: 'c' }),
      segment('s6', 'Six.', ['1'], { granularity: 'paragraph' }),
      segment('s7', 'Seven.', ['1'], { granularity: 'paragraph' }),
    ];
    expect(written(segments)).toBe('(p. 705)\none\ntwo\n\nthree\n\nFour. Five.\n\nSix.\n\nSeven.\n');
  });

  it('lets a paragraph run over the end of its page, but no line', () => {
    const over = (granularity: 'line' | 'sentence') =>
      written([
        segment('s1', 'One', ['1'], { granularity, block: 'a' }),
        segment('s2', 'two', ['2'], { granularity, block: 'a' }),
      ]);
    expect(over('sentence')).toBe('(p. 705)\nOne\n(p. 705 verso)\ntwo\n');
    expect(over('line')).toBe('(p. 705)\nOne\n\n(p. 705 verso)\ntwo\n');
  });

  it('tells what stands on no page first, and what stands on two on its first', () => {
    expect(written([segment('s1', 'both', ['1', '2']), segment('s2', 'nowhere', [])])).toBe(
      'nowhere\n\n(p. 705)\nboth\n',
    );
  });

  it('lets no form feed and no empty line out of a value', () => {
    expect(written([segment('s1', ' a\f b\n\n \nc', ['1'])])).toBe('(p. 705)\na b\nc\n');
  });

  it('reads back the same: marks, paragraphs, and the page of each, whatever folios are called', () => {
    const folio = fc.constantFrom('1', '2', '705', '705 verso', '12a', 'iv', 'Cover', '1)', 'X');
    const block = fc.constantFrom('a', 'b', undefined);
    const granularity = fc.constantFrom('line', 'sentence', 'paragraph');
    const word = fc.constantFrom('one', 'two words', 'line\nand line', 'слово');
    const onPage = fc.array(fc.record({ block, granularity, word }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.record({ folio, onPage }), { minLength: 1, maxLength: 4 }), (leaves) => {
        const own = leaves.map((leaf, index) => page(`p-${index}`, { folio: leaf.folio }));
        const segments = leaves.flatMap((leaf, index) =>
          leaf.onPage.map(({ word: value, block: inBlock, granularity: unit }, at) =>
            segment(`s${index}-${at}`, value, [`p-${index}`], {
              granularity: unit,
              ...(inBlock === undefined ? {} : { block: inBlock }),
            }),
          ),
        );
        const text = runningText(segments, own);
        const read = parsePlainText(new TextEncoder().encode(serializePlainText(text)));
        expect(read.problems).toEqual([]);
        const valuesOf = ({ sheets }: typeof read) =>
          sheets.map((sheet) => sheet.segments.map(({ value }) => value));
        expect(valuesOf(read)).toEqual(valuesOf(text));
        const filed = read.sheets.map((sheet) => ({ ...sheet, file: 'text.txt' }));
        expect(findPages(filed, own, undefined).map((found) => found.page?.id)).toEqual(
          own.map(({ id }) => id),
        );
      }),
    );
  });
});
