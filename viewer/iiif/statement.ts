import { isRecord, listOf, stringsOf, type JsonRecord } from './json.ts';
import { inLanguage, type Wording } from './language-map.ts';

/** What must be shown with a resource, and under which terms it may be used. */
export type Statement = {
  /** Undefined where the standard gives the value no name of its own, as in Presentation 2. */
  label: Wording | undefined;
  /** May be HTML: hostile until cleaned. */
  value: Wording | undefined;
  /** An address on the web. */
  rights: string | undefined;
};

/**
 * Presentation 3 §3.1 `requiredStatement`, which a client must show, and `rights`; 2.1 §4.4 `attribution` and
 * `license`. Undefined if there is none of them.
 */
export function statementOf(resource: JsonRecord, language: string): Statement | undefined {
  const { requiredStatement } = resource;
  const [label, value] = isRecord(requiredStatement)
    ? [inLanguage(requiredStatement.label, language), inLanguage(requiredStatement.value, language)]
    : [undefined, inLanguage(resource.attribution, language)];
  const terms = [...stringsOf(resource.rights), ...stringsOf(resource.license)];
  const rights = terms.find((term) => /^https?:\/\/\S+$/i.test(term));
  return value === undefined && rights === undefined ? undefined : { label, value, rights };
}

/** Presentation 3 §4.5: a value that stands between < and > is HTML. Presentation 2 is less exact, and so is its use. */
export function isHtml(value: string): boolean {
  return /<\/?[a-z][^<>]*>/i.test(value) || /&#?\w{1,10};/.test(value);
}

/** The members that carry it, each of the kind that the standard says or left out. */
export function mendedStatement(resource: JsonRecord, labelOf: (label: unknown) => unknown): JsonRecord {
  const { requiredStatement: statement, attribution } = resource;
  const terms = [...stringsOf(resource.rights), ...stringsOf(resource.license)].slice(0, 1);
  return {
    ...(isRecord(statement)
      ? { requiredStatement: { label: labelOf(statement.label), value: labelOf(statement.value) } }
      : {}),
    ...(listOf(attribution).length > 0 ? { attribution: labelOf(attribution) } : {}),
    ...(terms.length > 0 ? { rights: terms[0] } : {}),
  };
}
