import type { ParsedProblem } from '../model/parsed-text.ts';

/** As many of each kind as a person reads; a broken file has one for each of its thousands of lines. */
const MOST = 50;

/** Collects the problems of a file: the first of each code in full, the rest as a number. */
export class ProblemList {
  readonly #problems: ParsedProblem[] = [];
  readonly #counts = new Map<ParsedProblem['code'], number>();

  add(problem: ParsedProblem): void {
    const count = (this.#counts.get(problem.code) ?? 0) + 1;
    this.#counts.set(problem.code, count);
    if (count <= MOST) this.#problems.push(problem);
  }

  all(): ParsedProblem[] {
    const more = [...this.#counts].flatMap(([code, count]): ParsedProblem[] =>
      count <= MOST
        ? []
        : [{ severity: 'warning', code, message: `There are ${count - MOST} more problems of this kind.` }],
    );
    return [...this.#problems, ...more];
  }
}
