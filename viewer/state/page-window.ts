/** How a list of pages lies in its pane: rows of equal height, so that what is in view is known without drawing the rest. */
export type PageWindow = {
  columns: number;
  /** CSS pixels, of all rows together. */
  height: number;
  /** The pages that are in view, from `first` up to and without `end`. */
  first: number;
  end: number;
};

/** @param scrolled how far, and @param pane how much of it is seen; all in CSS pixels. */
export function pageWindow(
  count: number,
  scrolled: number,
  pane: { width: number; height: number },
  cell: { width: number; height: number },
): PageWindow {
  const columns = Math.max(1, Math.floor(pane.width / cell.width));
  const rows = Math.ceil(count / columns);
  const height = rows * cell.height;
  const top = Math.min(Math.max(scrolled, 0), Math.max(height - pane.height, 0));
  const firstRow = Math.floor(top / cell.height);
  const endRow = Math.min(rows, Math.ceil((top + pane.height) / cell.height));
  return { columns, height, first: firstRow * columns, end: Math.min(count, endRow * columns) };
}

/** Where to scroll so that a page is in view; as it is where it is already. */
export function scrolledTo(
  page: number,
  scrolled: number,
  { columns, paneHeight, cellHeight }: { columns: number; paneHeight: number; cellHeight: number },
): number {
  const top = Math.floor(page / columns) * cellHeight;
  if (top < scrolled) return top;
  const bottom = top + cellHeight;
  return bottom > scrolled + paneHeight ? bottom - paneHeight : scrolled;
}
