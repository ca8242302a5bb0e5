import type { Marked } from '../iiif/evidence.ts';

/**
 * The words of texts that are selected, piece by piece. Whoever drags over several rows has the other columns in the
 * selection too: only those of the column count in which it began.
 *
 * @param selection of the window.
 */
export function selectedWords(selection: Selection | null): Marked[] {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const common = range.commonAncestorContainer;
  const root = common instanceof Element ? common : common.parentElement;
  const own = root?.closest<HTMLElement>('[data-segment]') ?? null;
  const elements =
    own === null
      ? [...(root?.querySelectorAll<HTMLElement>('.desk-texts [data-segment]') ?? [])].filter((element) =>
          range.intersectsNode(element),
        )
      : [own];
  const began = elements.find((element) => element.contains(selection.anchorNode)) ?? elements[0];
  if (began === undefined) return [];
  const column = columnOf(began);
  return elements
    .filter((element) => columnOf(element) === column)
    .flatMap((element) => pieceOf(element, range) ?? []);
}

/** Which cell of its row it is in, and of which grid. */
function columnOf(element: Element): string {
  const cell = element.closest('[role=gridcell]');
  const grids = [...document.querySelectorAll('[role=grid]')];
  const cells = [...(cell?.parentElement?.children ?? [])].filter(({ role }) => role === 'gridcell');
  const grid = grids.findIndex((candidate) => candidate.contains(element));
  return `${grid} ${cell === null ? 0 : cells.indexOf(cell)}`;
}

function pieceOf(element: HTMLElement, range: Range): Marked | undefined {
  const { segment, start = '0' } = element.dataset;
  if (segment === undefined) return undefined;
  const clipped = document.createRange();
  clipped.selectNodeContents(element);
  const before = clipped.cloneRange();
  if (range.compareBoundaryPoints(Range.START_TO_START, clipped) > 0)
    clipped.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, clipped) < 0)
    clipped.setEnd(range.endContainer, range.endOffset);
  before.setEnd(clipped.startContainer, clipped.startOffset);
  const words = wordsOf(clipped.cloneContents());
  const from = Number(start) + wordsOf(before.cloneContents()).length;
  return { annotation: segment, words, within: { start: from, end: from + words.length } };
}

/** As offsets count them: a line break is one of its characters. */
function wordsOf(node: Node): string {
  return [...node.childNodes]
    .map((child) => {
      if (child instanceof Text) return child.data;
      return child instanceof Element && child.localName === 'br' ? '\n' : wordsOf(child);
    })
    .join('');
}
