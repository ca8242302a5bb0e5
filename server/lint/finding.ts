import type { Path } from './json-path.ts';
import type { RuleCode } from './rules.ts';

/**
 * `error`: the specification says MUST. `warning`: it says SHOULD and programs stumble where it is not so, or
 * what is written can hardly be meant. `advice`: all other recommendations, told only to those who ask.
 */
export type Severity = 'error' | 'warning' | 'advice';

/** What a rule says of every finding of its own. */
export type Rule = {
  severity: Severity;
  /** The specification and its section. */
  section: string;
  /** The same for a document of Presentation 2.1, where the rule holds there too. */
  section2?: string;
  /** What to do, in a sentence for whoever publishes the document. */
  mend: string;
};

export type Rules = Readonly<Record<string, Rule>>;

/** One thing that is wrong in one place. */
export type Finding = {
  code: RuleCode;
  severity: Severity;
  /** JSONPath from the top of the document. */
  path: string;
  /** What is wrong there, in a sentence. */
  message: string;
  section: string;
  mend: string;
};

export type Report = (code: RuleCode, path: Path, message: string) => void;
