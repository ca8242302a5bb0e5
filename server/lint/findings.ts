import type { Finding, Report, Severity } from './finding.ts';
import { formatPath } from './json-path.ts';
import { ALL_RULES, type RuleCode } from './rules.ts';

/** Of one rule in one document. A hostile document breaks a rule a million times; nobody reads beyond some. */
const MOST_OF_A_RULE = 1000;

/** Takes what the rules report of one document. */
export class Findings {
  readonly #findings: Finding[] = [];
  readonly #counts = new Map<RuleCode, number>();
  readonly #severities: ReadonlySet<Severity>;
  readonly #version: 2 | 3;

  /** @param advice whether recommendations are wanted too. */
  constructor({ version, advice }: { version: 2 | 3; advice: boolean }) {
    this.#version = version;
    this.#severities = new Set(advice ? ['error', 'warning', 'advice'] : ['error', 'warning']);
  }

  readonly report: Report = (code, path, message) => {
    const rule = ALL_RULES.get(code);
    if (rule === undefined || !this.#severities.has(rule.severity)) return;
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > MOST_OF_A_RULE) return;
    const section = this.#version === 2 ? (rule.section2 ?? rule.section) : rule.section;
    const { severity, mend } = rule;
    this.#findings.push({ code, severity, path: formatPath(path), message, section, mend });
  };

  /** In the order in which they were found. */
  get found(): readonly Finding[] {
    return this.#findings;
  }

  /** How many more there are of a rule than `found` has. */
  get omitted(): ReadonlyMap<RuleCode, number> {
    const over = [...this.#counts].filter(([, count]) => count > MOST_OF_A_RULE);
    return new Map(over.map(([code, count]) => [code, count - MOST_OF_A_RULE]));
  }
}
