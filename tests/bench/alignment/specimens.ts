import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { linkTexts, type LinkableSegment } from '../../../server/alignment/link-texts.ts';
import type { Segment } from '../../../server/model/text.ts';
import type { Store } from '../../../server/store/store.ts';

/** What is known exactly of a specimen: which sentences render which parts of which lines. */
export const truthSchema = z.strictObject({
  document: z.string(),
  original: z.string(),
  rendering: z.string(),
  groups: z.array(
    z.strictObject({
      original: z.array(
        z.strictObject({ line: z.string(), page: z.string(), start: z.number(), end: z.number() }),
      ),
      rendering: z.array(z.string()),
    }),
  ),
});

/** Characters of both texts that belong together, by their positions; white space is none. */
type Group = { original: ReadonlySet<number>; rendering: ReadonlySet<number> };

/** Of pairs, or of groups: how many were found and are right, were found, and are there to be found. */
export type Counts = { right: number; found: number; wanted: number };

export type SpecimenScore = { name: string; strict: Counts; characters: Counts };

/**
 * Each specimen linked anew as if nobody had linked anything. `strict`: groups that are just so, as vecalign counts;
 * `characters`: pairs of a character of the original and one of the translation that are linked rightly.
 */
export async function scoreSpecimens(store: Store): Promise<SpecimenScore[]> {
  const folder = join(import.meta.dirname, 'specimens');
  const scores: SpecimenScore[] = [];
  for (const name of readdirSync(folder).sort()) {
    const truth = truthSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    const document = await store.document(truth.document);
    const languageOf = (id: string) => document?.texts.find((text) => text.id === id)?.language ?? 'und';
    const original = await store.segments(truth.document, truth.original);
    const rendering = await store.segments(truth.document, truth.rendering);
    const [from, to] = [new Positions(original), new Positions(rendering)];
    const wanted = truth.groups.map((group): Group => ({
      original: from.of(
        group.original.map(({ line, page, start, end }) => {
          const found = original.find(
            ({ sourceId, places }) => sourceId === line && places[0]?.page === page,
          );
          return { segment: found?.id ?? '', start, end };
        }),
      ),
      rendering: to.ofWords(group.rendering),
    }));
    const { links } = linkTexts(
      { language: languageOf(truth.original), segments: original.map(linkable) },
      { language: languageOf(truth.rendering), segments: rendering.map(linkable) },
    );
    const found = links.map((link): Group => ({
      original: from.of(link.original),
      rendering: to.of(link.rendering),
    }));
    const joined = wanted.filter(joins);
    scores.push({
      name: name.replace('.json', ''),
      strict: strictly(found, joined),
      characters: byCharacter(found, joined),
    });
  }
  return scores;
}

function linkable({ id, value, block, granularity }: Segment): LinkableSegment {
  return {
    ...{ id, value, block },
    granularity: granularity === 'line' || granularity === 'sentence' ? granularity : 'paragraph',
  };
}

function joins({ original, rendering }: Group): boolean {
  return original.size > 0 && rendering.size > 0;
}

/** The characters of a text, numbered; white space has no numbers. */
class Positions {
  readonly #starts = new Map<string, Int32Array>();
  readonly #words: string;
  #searched = 0;

  constructor(segments: readonly Segment[]) {
    let count = 0;
    let words = '';
    for (const { id, value } of segments) {
      this.#starts.set(
        id,
        Int32Array.from([...value.split('')], (character) => (/\s/.test(character) ? -1 : count++)),
      );
      words += value.replace(/\s/g, '');
    }
    this.#words = words;
  }

  of(parts: readonly { segment: string; start: number; end: number }[]): Set<number> {
    return new Set(
      parts.flatMap(({ segment, start, end }) =>
        [...(this.#starts.get(segment)?.slice(start, end) ?? [])].filter((position) => position >= 0),
      ),
    );
  }

  /** Sentences, each sought behind the one before: the same words may stand in a text more than once. */
  ofWords(sentences: readonly string[]): Set<number> {
    const positions = new Set<number>();
    for (const sentence of sentences) {
      const words = sentence.replace(/\s/g, '');
      const at = this.#words.indexOf(words, this.#searched);
      const start = at === -1 ? this.#words.indexOf(words) : at;
      if (start === -1) throw new Error(`The translation has no sentence "${sentence}"`);
      for (let index = 0; index < words.length; index += 1) positions.add(start + index);
      this.#searched = start + words.length;
    }
    return positions;
  }
}

function strictly(found: readonly Group[], wanted: readonly Group[]): Counts {
  const same = (a: ReadonlySet<number>, b: ReadonlySet<number>) =>
    a.size === b.size && shared(a, b) === a.size;
  const right = found.filter((one) =>
    wanted.some((group) => same(one.original, group.original) && same(one.rendering, group.rendering)),
  ).length;
  return { right, found: found.length, wanted: wanted.length };
}

function byCharacter(found: readonly Group[], wanted: readonly Group[]): Counts {
  const size = (groups: readonly Group[]) =>
    groups.reduce((sum, { original, rendering }) => sum + original.size * rendering.size, 0);
  let right = 0;
  for (const one of found) {
    for (const group of wanted) {
      right += shared(one.original, group.original) * shared(one.rendering, group.rendering);
    }
  }
  return { right, found: size(found), wanted: size(wanted) };
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0;
  for (const item of a) if (b.has(item)) count += 1;
  return count;
}
