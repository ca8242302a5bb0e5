import { nameKeys, nameMentions } from '../../../server/language/name-keys.ts';
import type { Form } from './variants.ts';

export type Pair = { scheme: string; asked: string; sought: string };

export type Score = {
  recall: number;
  recallWithAuthority: number;
  recallLeaveOneOut: number;
  precision: number;
  schemes: ReadonlyMap<string, { found: number; wanted: number }>;
  misses: readonly Pair[];
  falseHits: readonly Pair[];
};

/** Every form asked for among all other forms and the words, each in a sentence of its own. */
export function score(forms: readonly Form[], words: readonly string[]): Score {
  const index = new Map<string, number[]>();
  const targets = [...forms.map(({ form }) => form), ...words];
  targets.forEach((target, position) => {
    for (const key of keysInSentence(target)) index.set(key, [...(index.get(key) ?? []), position]);
  });
  const found = (query: string) => new Set(nameKeys(query).flatMap((key) => index.get(key) ?? []));
  const schemes = new Map<string, { found: number; wanted: number }>();
  const misses: Pair[] = [];
  const falseHits: Pair[] = [];
  const counts = { wanted: 0, right: 0, authority: 0, leaveOneOut: 0, wrong: 0 };
  forms.forEach((query, asked) => {
    const hits = found(query.form);
    const siblings = forms.flatMap(({ entity }, position) =>
      entity === query.entity && position !== asked ? [position] : [],
    );
    const names = [asked, ...siblings].map((position) => ({
      position,
      hits: found(targets[position] ?? ''),
    }));
    for (const position of siblings) {
      const sought = forms[position];
      if (sought === undefined) continue;
      const scheme = `${query.scheme}-${sought.scheme}`;
      const row = schemes.get(scheme) ?? { found: 0, wanted: 0 };
      row.wanted += 1;
      counts.wanted += 1;
      if (hits.has(position)) {
        row.found += 1;
        counts.right += 1;
      } else misses.push({ scheme, asked: query.form, sought: sought.form });
      schemes.set(scheme, row);
      if (names.some((name) => name.hits.has(position))) counts.authority += 1;
      if (names.some((name) => name.position !== position && name.hits.has(position)))
        counts.leaveOneOut += 1;
    }
    for (const position of hits) {
      const other = forms[position];
      if (other?.entity === query.entity || targets[position] === query.form) continue;
      counts.wrong += 1;
      falseHits.push({ scheme: query.scheme, asked: query.form, sought: targets[position] ?? '' });
    }
  });
  return {
    recall: counts.right / counts.wanted,
    recallWithAuthority: counts.authority / counts.wanted,
    recallLeaveOneOut: counts.leaveOneOut / counts.wanted,
    precision: counts.right / Math.max(1, counts.right + counts.wrong),
    schemes,
    misses,
    falseHits,
  };
}

/** The form as an index meets it. */
function keysInSentence(form: string): Set<string> {
  return new Set(nameMentions(sentence(form)).flatMap(({ keys }) => keys));
}

function sentence(form: string): string {
  if (/\p{Script=Cyrillic}/u.test(form)) return `Вчера вечером ${form} принял посла.`;
  if (/\p{Script=Hangul}/u.test(form)) return `어제 ${form}에서 왔다.`;
  if (/\p{Script=Han}/u.test(form)) return `昨日在${form}的文件中。`;
  return `In the evening ${form} was named.`;
}
