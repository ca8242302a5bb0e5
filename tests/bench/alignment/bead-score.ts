import type { Bead } from '../../../server/alignment/bead.ts';

/** Indices of sentences that belong together. */
export type Pairing = { source: readonly number[]; target: readonly number[] };

export type Score = { precision: number; recall: number; f1: number };

/** Counts of several alignments, to be summed. */
export type Tally = { right: number; found: number; foundRight: number; wanted: number; wantedFound: number };

export const EMPTY: Tally = { right: 0, found: 0, foundRight: 0, wanted: 0, wantedFound: 0 };

export function pairingOf({ source, target }: Bead): Pairing {
  const indices = ({ from, to }: { from: number; to: number }) =>
    Array.from({ length: to - from }, (_, at) => from + at);
  return { source: indices(source), target: indices(target) };
}

/**
 * As vecalign scores: only what joins something counts. Strict: a bead is right if just it is in the truth; lax
 * (`foundRight`, `wantedFound`): if it shares a sentence on both sides with one there.
 */
export function tally(found: readonly Pairing[], truth: readonly Pairing[]): Tally {
  const [mine, wanted] = [found.filter(joins), truth.filter(joins)];
  const names = new Set(wanted.map(nameOf));
  return {
    right: mine.filter((bead) => names.has(nameOf(bead))).length,
    found: mine.length,
    foundRight: mine.filter((bead) => wanted.some((other) => overlap(bead, other))).length,
    wanted: wanted.length,
    wantedFound: wanted.filter((bead) => mine.some((other) => overlap(bead, other))).length,
  };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({
      right: all.right + one.right,
      found: all.found + one.found,
      foundRight: all.foundRight + one.foundRight,
      wanted: all.wanted + one.wanted,
      wantedFound: all.wantedFound + one.wantedFound,
    }),
    EMPTY,
  );
}

export function strict({ right, found, wanted }: Tally): Score {
  return score(right / Math.max(1, found), right / Math.max(1, wanted));
}

export function lax({ foundRight, found, wantedFound, wanted }: Tally): Score {
  return score(foundRight / Math.max(1, found), wantedFound / Math.max(1, wanted));
}

/** Whether it is in the truth as it is. */
export function isRight(bead: Pairing, truth: readonly Pairing[]): boolean {
  return truth.some((other) => nameOf(other) === nameOf(bead));
}

export function joins({ source, target }: Pairing): boolean {
  return source.length > 0 && target.length > 0;
}

function score(precision: number, recall: number): Score {
  const both = precision + recall;
  return { precision, recall, f1: both === 0 ? 0 : (2 * precision * recall) / both };
}

function nameOf({ source, target }: Pairing): string {
  return `${source.join()}:${target.join()}`;
}

function overlap(a: Pairing, b: Pairing): boolean {
  return a.source.some((at) => b.source.includes(at)) && a.target.some((at) => b.target.includes(at));
}
