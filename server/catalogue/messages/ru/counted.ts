const number = new Intl.NumberFormat('ru');
const plural = new Intl.PluralRules('ru');

/** As a number of things is written in Russian: `12 345`. */
export function numeral(count: number): string {
  return number.format(count);
}

/** What goes with a number: `1` and `21` the first, `2` to `4` the second, `5` and `11` the third. */
export function pluralForm(count: number, [one, few, many]: readonly [string, string, string]): string {
  switch (plural.select(count)) {
    case 'one':
      return one;
    case 'few':
      return few;
    default:
      return many;
  }
}

/** The same after a preposition that asks for the genitive: из `1 листа`, `2 листов`, `12 листов`, `21 листа`. */
export function countedOf(count: number, [, few, many]: readonly [string, string, string]): string {
  // What goes with two is the genitive of one.
  return `${numeral(count)} ${pluralForm(count, [few, many, many])}`;
}

/** `1 лист`, `2 листа`, `12 листов`. */
export function counted(count: number, forms: readonly [string, string, string]): string {
  return `${numeral(count)} ${pluralForm(count, forms)}`;
}
