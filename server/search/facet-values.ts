import type { LanguageMap } from '../model/language-map.ts';
import type { FacetName } from './search.ts';

/** Numbers for the values of all facets, so that a document holds numbers where it would hold names. */
export class FacetValues {
  readonly #values: { facet: FacetName; value: string; label: LanguageMap | undefined }[] = [];
  readonly #numbers = new Map<string, number>();

  get count(): number {
    return this.#values.length;
  }

  /** The value's number, a new one if it has none yet. */
  add(facet: FacetName, value: string, label?: LanguageMap): number {
    const known = this.numberOf(facet, value);
    if (known !== undefined) {
      const before = this.#values[known];
      if (before !== undefined) before.label ??= label;
      return known;
    }
    const number = this.#values.push({ facet, value, label }) - 1;
    this.#numbers.set(`${facet} ${value}`, number);
    return number;
  }

  numberOf(facet: FacetName, value: string): number | undefined {
    return this.#numbers.get(`${facet} ${value}`);
  }

  valueOf(number: number): string {
    return this.#values[number]?.value ?? '';
  }

  labelOf(number: number): LanguageMap | undefined {
    return this.#values[number]?.label;
  }

  /** Numbers of a facet's values. */
  of(facet: FacetName): number[] {
    return this.#values.flatMap((value, number) => (value.facet === facet ? [number] : []));
  }

  facetOf(number: number): FacetName | undefined {
    return this.#values[number]?.facet;
  }
}
