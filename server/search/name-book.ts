import { fold } from '../language/fold.ts';
import { nameKeys } from '../language/name-keys.ts';
import { tokenize } from '../language/tokens.ts';
import type { KnownName, NameBook } from './plan.ts';
import { spellingKeys } from './spellings.ts';

/** No more persons than these are looked for at once under one name that all of them may have. */
const MOST_NAMESAKES = 5;

/** Finds the persons and places of the authority files by any of their forms, however it is spelt. */
export class Names implements NameBook {
  readonly #byForm = new Map<string, KnownName[]>();
  readonly #byKey = new Map<string, KnownName[]>();
  readonly #folded: readonly { form: string; folded: string }[];

  constructor(names: readonly KnownName[]) {
    for (const name of names) {
      for (const form of name.forms) {
        add(this.#byForm, plain(form), name);
        for (const key of nameKeys(form)) add(this.#byKey, key, name);
      }
    }
    this.#folded = names
      .flatMap(({ forms }) => forms.map((form) => ({ form, folded: fold(form) })))
      .sort((a, b) => (a.folded < b.folded ? -1 : 1));
  }

  find(text: string): readonly KnownName[] {
    const exact = this.#byForm.get(plain(text));
    if (exact !== undefined) return exact.slice(0, MOST_NAMESAKES);
    const alike = new Set(spellingKeys(text).flatMap((key) => this.#byKey.get(key) ?? []));
    return [...alike].slice(0, MOST_NAMESAKES);
  }

  beginning(text: string, limit: number): readonly string[] {
    const begun = fold(text);
    const forms: string[] = [];
    for (const { form, folded } of this.#folded) {
      if (forms.length >= limit) break;
      if (folded.startsWith(begun)) forms.push(form);
    }
    return forms;
  }
}

function plain(form: string): string {
  return tokenize(form)
    .map(({ word }) => word)
    .join(' ');
}

function add(names: Map<string, KnownName[]>, key: string, name: KnownName): void {
  if (key === '') return;
  const known = names.get(key) ?? [];
  if (!known.includes(name)) names.set(key, [...known, name]);
}
