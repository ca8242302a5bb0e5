export type Table = {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  notes?: readonly string[];
};

/** Names left, figures right. */
export function printTable({ title, columns, rows, notes = [] }: Table): string {
  const widths = columns.map((column, at) =>
    Math.max(column.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    widths
      .map((width, at) => {
        const cell = cells[at] ?? '';
        return at === 0 || !isFigure(at, rows) ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  return [
    '',
    title,
    '',
    ...[columns, rule, ...rows].map((cells) => `  ${line(cells)}`),
    ...notes.map((note) => `  ${note}`),
    '',
  ].join('\n');
}

/** Three figures that count: 0.512, 5.12, 51.2, 512. */
export function figure(number: number | undefined): string {
  if (number === undefined || !Number.isFinite(number)) return '-';
  if (number === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(number))));
  return number.toFixed(Math.min(digits, 3));
}

function isFigure(at: number, rows: Table['rows']): boolean {
  return rows.every((row) => /^[\d.,-]*( ?(%|x|MB|s|ms))?$/.test(row[at] ?? ''));
}
