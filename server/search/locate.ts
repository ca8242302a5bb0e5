import { nameMentions } from '../language/name-keys.ts';
import { stemming } from '../language/stem.ts';
import { isPaired } from '../language/tokens.ts';
import { joinedToken, nameToken, stemToken } from '../store/index-units.ts';
import type { IndexedUnit } from '../store/search-index.ts';
import type { Leaf, Way } from './plan.ts';
import type { HitKind } from './search.ts';

/** Where a leaf stands in a unit's text: UTF-16 offsets. */
export type Located = { start: number; end: number; hit: HitKind; leaf: Leaf };

/** Tokens of a text and where they stand in it. */
export type WordsInPlace = Pick<IndexedUnit, 'language' | 'words' | 'positions'>;

/** A hit is told by the plainest of the reasons for it. */
const PLAINEST: readonly HitKind[] = ['word', 'inflected', 'authority', 'spelling'];
/** On one page of a text: more are in none but what is no page. */
const MOST_HITS = 200;

/**
 * The hits in a unit, in reading order; of those that overlap the longest.
 *
 * @param text of the unit, asked for only where a name may be hidden in it.
 * @param options everySpelling: also those of a name that stands there as it was typed, or as it is known.
 */
export async function locate(
  unit: WordsInPlace,
  leaves: readonly Leaf[],
  text: () => Promise<string>,
  { everySpelling }: { everySpelling: boolean },
): Promise<Located[]> {
  const finder = new Finder(unit);
  const found: Located[] = [];
  for (const leaf of leaves) {
    const spans = leaf.ways.flatMap((way) =>
      finder.find(way).map((span) => ({ ...span, hit: way.hit, leaf })),
    );
    found.push(...spans);
    if (spans.length > 0 && !everySpelling) continue;
    const keys = new Set(
      leaf.ways.flatMap(({ column, hit, tokens }) => (column === 'also' && hit === 'spelling' ? tokens : [])),
    );
    if (keys.size === 0) continue;
    for (const mention of nameMentions(await text())) {
      if (!mention.keys.some((key) => keys.has(nameToken(key)))) continue;
      found.push({ start: mention.start, end: mention.end, hit: 'spelling', leaf });
    }
  }
  return apart(found).slice(0, MOST_HITS);
}

class Finder {
  readonly #unit: WordsInPlace;
  /** What stems of the unit's language end with. */
  readonly #ending: string;

  constructor(unit: WordsInPlace) {
    this.#unit = unit;
    this.#ending = stemToken('', unit.language);
  }

  find({ column, tokens, prefix = false }: Way): { start: number; end: number }[] {
    if (column === 'also') return this.#joined(tokens);
    if (column !== 'stem') return this.#sequences(this.#unit.words, tokens, prefix);
    // Stems of another language are in no word of this one.
    const [first] = tokens;
    return first?.endsWith(this.#ending) === true ? this.#stemSequences(first, tokens) : [];
  }

  /** Words are stemmed only where they may have the stem: stemming all of a page takes longer than all the rest. */
  #stemSequences(first: string, tokens: readonly string[]): { start: number; end: number }[] {
    const { words } = this.#unit;
    const stem = stemming(this.#unit.language);
    const has = (at: number, token: string) => {
      const word = words[at];
      return word !== undefined && stem(word) + this.#ending === token;
    };
    return words.flatMap((word, at) => {
      const mayHave = word.startsWith(first.charAt(0)) || CHANGED_INITIALS.has(word[0] ?? '');
      return mayHave && tokens.every((token, index) => has(at + index, token))
        ? [this.#span(at, at + tokens.length - 1)]
        : [];
    });
  }

  #sequences(
    words: readonly string[],
    tokens: readonly string[],
    prefix: boolean,
  ): { start: number; end: number }[] {
    const [first] = tokens;
    if (first === undefined) return [];
    const isAt = (at: number) =>
      tokens.every((token, index) => {
        const word = words[at + index];
        return prefix && index === tokens.length - 1 ? word?.startsWith(token) : word === token;
      });
    const begin = tokens.length === 1 && prefix ? words.keys() : this.#occurrences(words, first);
    const length = tokens.at(-1)?.length ?? 0;
    return [...begin].flatMap((at) => {
      if (!isAt(at)) return [];
      const span = this.#span(at, at + tokens.length - 1);
      // Of a pair of characters only the first was asked for.
      const isPair = prefix && isPaired(words[at + tokens.length - 1] ?? '');
      return [isPair ? { ...span, end: this.#startOf(at + tokens.length - 1) + length } : span];
    });
  }

  #occurrences(words: readonly string[], word: string): number[] {
    const places: number[] = [];
    for (let at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) places.push(at);
    return places;
  }

  /** `Il-u` for `ilu`. */
  #joined([token]: readonly string[]): { start: number; end: number }[] {
    const { words } = this.#unit;
    const spans: { start: number; end: number }[] = [];
    if (token === undefined) return spans;
    words.forEach((word, at) => {
      if (!token.startsWith(word)) return;
      for (let length = 2; length <= LONGEST_JOINED; length += 1) {
        if (joinedToken(words.slice(at, at + length)) === token) spans.push(this.#span(at, at + length - 1));
      }
    });
    return spans;
  }

  #startOf(at: number): number {
    return this.#unit.positions.starts[at] ?? 0;
  }

  #span(from: number, to: number): { start: number; end: number } {
    const { starts, ends } = this.#unit.positions;
    return { start: starts[from] ?? 0, end: ends[to] ?? 0 };
  }
}

const LONGEST_JOINED = 5;
/** Letters with which words began that now begin with another (`orthography.ts`). */
const CHANGED_INITIALS = new Set('cѣіѳѵ');

function apart(found: readonly Located[]): Located[] {
  const sorted = found.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || PLAINEST.indexOf(a.hit) - PLAINEST.indexOf(b.hit),
  );
  const kept: Located[] = [];
  for (const one of sorted) {
    const before = kept.at(-1);
    if (before === undefined || one.start >= before.end) kept.push(one);
    else if (one.end - one.start > before.end - before.start) kept[kept.length - 1] = one;
  }
  return kept;
}
