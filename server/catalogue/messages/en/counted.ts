const number = new Intl.NumberFormat('en');

/** `1 leaf`, `12 leaves`. */
export function counted(count: number, one: string, many: string): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}
