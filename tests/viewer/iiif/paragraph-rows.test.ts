import { describe, expect, it } from 'vitest';
import { paragraphBlocks } from '../../../viewer/iiif/paragraph-rows.ts';
import type { Row } from '../../../viewer/iiif/rows.ts';
import type { Segment } from '../../../viewer/iiif/text.ts';

const segment = (id: string, block?: string): Segment => ({
  ...{ id, value: id, lang: '', dir: 'auto', renders: [], granularity: 'line' },
  ...(block === undefined ? {} : { block }),
});
const paragraphs = (rows: readonly Row[]) =>
  paragraphBlocks([{ kind: 'linked', columns: [0, 1], rows }])?.[0]?.rows.map(({ cells }) =>
    cells.map((cell) => cell.map(({ id }) => id).join('+')).join('|'),
  );

describe('rows of paragraphs', () => {
  it('are those of the text whose paragraphs are shorter', () => {
    const rows = [
      { cells: [[segment('a', 'all')], [segment('x', 'p1')]] },
      { cells: [[segment('b', 'all')], [segment('y', 'p1')]] },
      { cells: [[segment('c', 'all')], [segment('z', 'p2')]] },
    ];
    expect(paragraphs(rows)).toEqual(['a+b|x+y', 'c|z']);
  });

  it('go by the column that knows, where the other has nothing or does not say', () => {
    const rows = [
      { cells: [[segment('a', 'p1')], [segment('x')]] },
      { cells: [[segment('b', 'p1')], []] },
      { cells: [[segment('c', 'p2')], [segment('z')]] },
    ];
    expect(paragraphs(rows)).toEqual(['a+b|x', 'c|z']);
  });

  it('are none where no text knows its paragraphs, or each row is one', () => {
    expect(paragraphs([{ cells: [[segment('a')], []] }, { cells: [[segment('b')], []] }])).toBeUndefined();
    expect(
      paragraphs([{ cells: [[segment('a', '1')], []] }, { cells: [[segment('b', '2')], []] }]),
    ).toBeUndefined();
  });
});
