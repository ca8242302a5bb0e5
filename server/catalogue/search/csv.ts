/**
 * Rows as CSV (RFC 4180), with a mark of UTF-8 at the beginning, without which spreadsheets take it for something else.
 * Covered: words that a spreadsheet would run as a formula, which are given an apostrophe. Not covered: programs that
 * take the apostrophe away again.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}

/** Also in their wide forms, which spreadsheets in East Asia take for the same. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function field(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
