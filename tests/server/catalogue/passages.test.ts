import { describe, expect, it } from 'vitest';
import { setPassages, type Extract, type Passage, type Piece } from '../../../server/catalogue/passages.ts';
import type { Segment } from '../../../server/model/text.ts';
import { lostPage, page, segment } from '../../support/stored-document.ts';

const leaves = [page('705'), page('706'), lostPage('707'), page('708')];

function extract(byLeaf: Record<string, Segment[]>, unplaced: Segment[] = []): Extract {
  return { leaves: new Map(Object.entries(byLeaf)), unplaced };
}

const line = (id: string, renders: string[] = []) => segment(id, id, [], { renders });

/** Rows as `705: a b | x`, with `[706]` before the piece that begins it. */
function shown(passages: readonly Passage[]): string[] {
  const words = (pieces: readonly Piece[]) =>
    pieces
      .map(({ segment: { id }, begins }) => (begins === undefined ? id : `[${begins.folio}] ${id}`))
      .join(' ');
  return passages.map((passage) => {
    if (passage.kind === 'unplaced') return 'unplaced';
    if (passage.kind === 'silent') return `silent ${passage.page.folio}`;
    return `${passage.begins?.folio ?? '-'}: ${words(passage.left)} | ${words(passage.right)}`;
  });
}

describe('setPassages', () => {
  it('says at the row where a leaf begins, and within a row at the line where it begins', () => {
    const left = extract({ '705': [line('a'), line('b')], '706': [line('c'), line('d')] });
    const right = extract({ '705': [line('x', ['a']), line('y', ['b', 'c'])], '706': [line('z', ['d'])] });
    const { joining, passages } = setPassages(leaves.slice(0, 2), left, right, 'right-renders-left');
    expect(joining).toBe('linked');
    expect(shown(passages)).toEqual(['705: [705] a | x', '-: b [706] c | y', '-: d | z']);
  });

  it('sets texts that nothing joins leaf by leaf, with the leaves that have no words in their place', () => {
    const left = extract({ '705': [line('a'), line('b')], '708': [line('c')] });
    const right = extract({ '706': [line('x')], '708': [line('y')] }, [line('z')]);
    const { joining, passages } = setPassages(leaves, left, right, 'right-renders-left');
    expect(joining).toBe('by-leaf');
    expect(shown(passages)).toEqual([
      '705: [705] a b | ',
      '706:  | [706] x',
      'silent 707',
      '708: [708] c | y',
      'unplaced',
      '-:  | z',
    ]);
  });

  it('stands a text that names no leaves whole beside the other', () => {
    const left = extract({ '705': [line('a')], '706': [line('b')] });
    const { joining, passages } = setPassages(
      leaves.slice(0, 2),
      left,
      extract({}, [line('x'), line('y')]),
      'right-renders-left',
    );
    expect(joining).toBe('whole');
    expect(shown(passages)).toEqual(['705: [705] a [706] b | x y']);
  });

  it('does not call a leaf silent because the text does not say where leaves begin', () => {
    const { passages } = setPassages(leaves, extract({}, [line('a'), line('b')]), undefined, 'none');
    expect(shown(passages)).toEqual(['-: a b | ']);
  });

  it('shows one text alone, and leaves without words to the end', () => {
    const { joining, passages } = setPassages(leaves, extract({ '705': [line('a')] }), undefined, 'none');
    expect(joining).toBe('single');
    expect(shown(passages)).toEqual(['705: [705] a | ', 'silent 706', 'silent 707', 'silent 708']);
  });
});
