import { describe, expect, it } from 'vitest';
import { messagesIn, type Messages } from '../../../../server/catalogue/messages/messages.ts';
import { pseudoText } from '../../../../server/catalogue/messages/pseudo.ts';

type Leaf = { path: string; value: unknown };

/** Every message with its path; lists by the places in them. */
function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

/** What a message says; of one that is made of parts, said of numbers that no message has of its own. */
function saying({ path, value }: Leaf): string | undefined {
  if (typeof value !== 'function') return typeof value === 'string' ? value : undefined;
  const said: unknown = Reflect.apply(value, undefined, argumentsOf(path));
  return typeof said === 'string' ? said : undefined;
}

// As texts, which both words and numbers may be made of.
const ARGUMENTS = ['711', '822', '933'];

/** Where a message is given what it counts, and what is given in a list. */
const UNIT_AT = new Map<string, number>([
  ['document.translated', 2],
  ...['extentWords', 'stretch', 'firstRevision', 'reworded', 'addedTo', 'gone', 'moved'].map(
    (key): [string, number] => [`document.${key}`, 1],
  ),
]);
const LISTS = new Set(['document.scanFormats']);

function argumentsOf(path: string): unknown[] {
  if (LISTS.has(path)) return [ARGUMENTS];
  const at = UNIT_AT.get(path);
  return at === undefined ? ARGUMENTS : ARGUMENTS.with(at, 'line');
}

/** Which of them it says, however numbers are grouped. */
const digitsOf = (text: string) =>
  text
    .replace(/[^\d]/g, '')
    .match(/711|822|933/g)
    ?.toSorted();

/** The same in Russian: names that are none of ours to translate, and what is written in no language. */
const EQUAL = new Set([
  'software',
  'emptyArchiveCommand',
  'folio',
  'calendar',
  'number',
  'about.interface.search',
  'authoritySource.viaf',
  'authoritySource.gnd',
  'authoritySource.isni',
  'authoritySource.geonames',
  'scheme.ala-lc',
  'scheme.bgn-pcgn',
  'document.format.alto',
  'document.format.html',
  'citeStyle.mla',
  'citeStyle.apa',
  'citeStyle.gost',
  'search.json',
  'search.shorter',
  'search.examples.8.0',
  'search.examples.9.0',
]);

describe('the messages of a language', () => {
  const english = leavesOf(messagesIn('en'));
  const others = new Map(
    (['ru', 'qps-plocm'] as const).map((language) => [language, leavesOf(messagesIn(language))]),
  );

  it('are many', () => {
    expect(english.length).toBeGreaterThan(300);
  });

  it.each(['ru', 'qps-plocm'] as const)('are in %s the same keys, of the same kinds', (language) => {
    const shape = (leaves: readonly Leaf[]) => leaves.map(({ path, value }) => `${path}: ${typeof value}`);
    expect(shape(others.get(language) ?? []).toSorted()).toEqual(shape(english).toSorted());
  });

  it('say in Russian something else than in English', () => {
    const russian = new Map((others.get('ru') ?? []).map((leaf) => [leaf.path, leaf]));
    const same = english
      .filter((leaf) => {
        const said = saying(leaf);
        const other = russian.get(leaf.path);
        return said !== undefined && other !== undefined && saying(other) === said;
      })
      .map(({ path }) => path);
    expect(same.toSorted()).toEqual([...EQUAL].toSorted());
  });

  it('have in Russian Cyrillic in all that differs', () => {
    const strange = (others.get('ru') ?? []).filter((leaf) => {
      const said = saying(leaf);
      const wordless = said === undefined || !/\p{L}/u.test(said);
      return (
        !wordless && !EQUAL.has(leaf.path) && leaf.path !== 'language' && !/\p{Script=Cyrillic}/u.test(said)
      );
    });
    expect(strange.map(({ path }) => path)).toEqual([]);
  });

  it('use in Russian all that they are given, and nothing else', () => {
    const russian = new Map((others.get('ru') ?? []).map((leaf) => [leaf.path, leaf]));
    let made = 0;
    for (const leaf of english) {
      if (typeof leaf.value !== 'function') continue;
      const other = russian.get(leaf.path);
      if (other === undefined || leaf.path === 'failure') continue;
      made += 1;
      expect([leaf.path, digitsOf(saying(other) ?? '')]).toEqual([leaf.path, digitsOf(saying(leaf) ?? '')]);
    }
    expect(made).toBeGreaterThan(50);
  });

  it('are in the language of tests longer, and have no plain letter', () => {
    const plain = (others.get('qps-plocm') ?? []).filter((leaf) => /[a-z]/i.test(saying(leaf) ?? ''));
    expect(plain.map(({ path }) => path)).toEqual(['language']);
    expect(pseudoText('Leaf').length).toBeGreaterThan('Leaf'.length);
  });
});

describe('numbers of things in Russian', () => {
  const messages: Messages = messagesIn('ru');

  it.each([
    [0, '0 листов'],
    [1, '1 лист'],
    [2, '2 листа'],
    [5, '5 листов'],
    [11, '11 листов'],
    [14, '14 листов'],
    [21, '21 лист'],
    [22, '22 листа'],
    [111, '111 листов'],
    [12_345, '12\u00a0345 листов'],
  ])('%i has its form', (count, words) => {
    expect(messages.leavesCount(count)).toBe(words);
  });

  it('agree with their verbs', () => {
    expect(messages.dates.undated(21)).toBe('21 документ не датирован.');
    expect(messages.dates.undated(3)).toBe('3 документа не датированы.');
    expect(messages.document.translated(0, 21, 'line')).toBe('Переведено 0 из 21 строки');
    expect(messages.document.translated(3, 22, 'sentence')).toBe('Переведено 3 из 22 предложений');
    expect(messages.document.translated(1, 1, 'passage')).toBe('Переведено всё: 1 отрывок');
    expect(messages.document.extentWords(21, 'sentence', 1)).toBe('21 предложение на 1 листе');
    expect(messages.document.extentWords(2, 'line', 12)).toBe('2 строки на 12 листах');
    expect(messages.document.extentWords(5, 'passage', 21)).toBe('5 отрывков на 21 листе');
    expect(messages.document.resolution(300.4)).toBe('300 точек на дюйм');
    expect(messages.search.allDocuments(21)).toBe('Всего 21 документ');
  });
});

describe('Russian words', () => {
  const messages: Messages = messagesIn('ru');

  it('have the quotation marks of Russian, and none of English', () => {
    const said = leavesOf(messages).map((leaf) => saying(leaf) ?? '');
    expect(said.filter((words) => /[“”]/.test(words))).toEqual([]);
    expect(messages.firstLeaf('705', 'Телеграмма')).toBe('Скан листа 705 документа «Телеграмма»');
  });

  it('name leaves as archivists do', () => {
    expect(messages.leafOf('705 verso')).toBe('Лист 705 об.');
    expect(messages.leafOf('12а')).toBe('Лист 12а');
  });

  it('write dates in the genitive', () => {
    expect(messages.day(new Date('2026-11-26T12:00:00Z'))).toBe('26 ноября 2026 г.');
  });
});
