import type { LanguageMap } from '../model/language-map.ts';

/** Numbers for the values of a facet, so that a document holds a number where it would hold a name. */
export class Dictionary {
  readonly values: string[] = [];
  readonly #labels: (LanguageMap | undefined)[] = [];
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.values.length;
  }

  /** The value's number, a new one if it has none yet. */
  add(value: string, label?: LanguageMap): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) {
      this.#labels[known] ??= label;
      return known;
    }
    const number = this.values.push(value) - 1;
    this.#labels.push(label);
    this.#numbers.set(value, number);
    return number;
  }

  numberOf(value: string): number | undefined {
    return this.#numbers.get(value);
  }

  labelOf(number: number): LanguageMap | undefined {
    return this.#labels[number];
  }
}
