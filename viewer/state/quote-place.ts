/** In CSS pixels of the window. */
type Edges = { left: number; top: number; right: number; bottom: number };

/** Between the bar and the words. */
const GAP = 6;

/**
 * Where a bar stands that is about words which are selected: above them, so that it covers neither these nor what is
 * read next; else in the margin of their row, before or after it; where there is neither, below them.
 *
 * @param lines of what is selected, in reading order.
 */
export function besideSelection(
  lines: readonly Edges[],
  {
    bar,
    row,
    view,
    isTouched,
  }: {
    bar: { width: number; height: number };
    row: Edges | undefined;
    /** What can be seen, without the bar of the room. */
    view: Edges;
    isTouched: boolean;
  },
): { left: number; top: number } | undefined {
  const last = lines.at(-1);
  if (last === undefined) return undefined;
  const within = (left: number) => Math.max(view.left, Math.min(left, view.right - bar.width));
  // Rows of a table, and of what is turned around, need not come from top to bottom.
  const highest = lines.reduce((one, other) => (other.top < one.top ? other : one));
  const above = highest.top - GAP - bar.height;
  if (!isTouched && above >= view.top && above <= view.bottom - bar.height)
    return { left: within((highest.left + highest.right - bar.width) / 2), top: above };
  const beside = Math.max(view.top, Math.min(highest.top, view.bottom - bar.height));
  if (row !== undefined && !isTouched) {
    if (row.right + GAP + bar.width <= view.right) return { left: row.right + GAP, top: beside };
    if (row.left - GAP - bar.width >= view.left) return { left: row.left - GAP - bar.width, top: beside };
  }
  const below = Math.max(view.top, Math.min(last.bottom + GAP, view.bottom - bar.height));
  return { left: within(last.right - bar.width / 2), top: below };
}
