import { documentWords } from './document-kind.ts';
import type { Finding, Severity } from './finding.ts';
import type { Outcome } from './http/lint-urls.ts';
import type { RuleCode } from './rules.ts';
import { listed, quoted } from './shown.ts';

/** Everything that one run of the linter found. */
export type LintReport = {
  outcomes: readonly Outcome[];
  /** What was not looked at, in sentences. */
  notes: readonly string[];
  /** Requests sent. */
  asked: number;
};

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice'];
/** Places that are shown of a rule; the others are counted. */
const FEW = 3;

/**
 * As people read it: each rule that was broken once, with what to do and the first places.
 * @param all whether every place is shown.
 */
export function lintWords(report: LintReport, { all = false }: { all?: boolean } = {}): string {
  const groups = groupsOf(report.outcomes);
  const blocks = [
    ...SEVERITIES.flatMap((severity) =>
      groups
        .filter((group) => group.severity === severity)
        .map((group) => groupWords(group, all ? Infinity : FEW)),
    ),
    ...report.outcomes.flatMap((outcome) =>
      'unread' in outcome ? [`not read  ${place(outcome.source)}: ${outcome.unread}.`] : [],
    ),
    ...report.notes.map((note) => `note      ${note}`),
  ];
  return [...blocks.flatMap((block) => [block, '']), summary(report)].join('\n');
}

/** As programs read it. */
export function lintJson({ outcomes, notes, asked }: LintReport): string {
  const documents = outcomes.map((outcome) =>
    'unread' in outcome
      ? outcome
      : {
          source: outcome.source,
          kind: documentWords(outcome.verdict.kind),
          findings: outcome.verdict.findings,
          omitted: Object.fromEntries(outcome.verdict.omitted),
        },
  );
  const counts = Object.fromEntries(countsOf(outcomes));
  return JSON.stringify({ documents, notes, asked, counts }, null, 2);
}

/** 0: nothing is wrong. 1: something is. 2: something could not be read. */
export function exitCode({ outcomes }: LintReport): 0 | 1 | 2 {
  if (outcomes.some((outcome) => 'unread' in outcome)) return 2;
  const wrong = outcomes.some((outcome) => 'verdict' in outcome && outcome.verdict.findings.length > 0);
  return wrong ? 1 : 0;
}

type Group = {
  code: RuleCode;
  severity: Severity;
  section: string;
  mend: string;
  places: { source: string; finding: Finding }[];
  count: number;
};

function groupsOf(outcomes: readonly Outcome[]): Group[] {
  const groups = new Map<RuleCode, Group>();
  for (const outcome of outcomes) {
    if ('unread' in outcome) continue;
    const { findings, omitted } = outcome.verdict;
    for (const finding of findings) {
      const { code, severity, section, mend } = finding;
      const group = groups.get(code) ?? { code, severity, section, mend, places: [], count: 0 };
      groups.set(code, group);
      group.places.push({ source: outcome.source, finding });
      group.count += 1;
    }
    for (const [code, count] of omitted) {
      const group = groups.get(code);
      if (group !== undefined) group.count += count;
    }
  }
  return [...groups.values()];
}

function groupWords({ code, severity, section, mend, places, count }: Group, most: number): string {
  const shown = places.slice(0, most);
  const rest = count - shown.length;
  const lines = shown.flatMap(({ source, finding }, index) => [
    // The same document is named once for all its places.
    ...(index > 0 && shown[index - 1]?.source === source ? [] : [place(source)]),
    `  ${finding.path}  ${finding.message}`,
  ]);
  const more = rest === 0 ? [] : [`and ${rest} more like it`];
  return [
    `${severity.padEnd(8)}  ${code}`,
    ...[...lines, ...more, `${mend} [${section}]`].map(indented),
  ].join('\n');
}

function indented(line: string): string {
  return `          ${line}`;
}

/** A file's name or an address, with nothing in it that a terminal would act on. */
function place(source: string): string {
  return quoted(source).slice(1, -1);
}

function summary({ outcomes, asked }: LintReport): string {
  const kinds = new Map<string, number>();
  for (const outcome of outcomes) {
    const kind = 'unread' in outcome ? 'not read' : documentWords(outcome.verdict.kind);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const documents = [...kinds].map(([kind, count]) => `${count} ${kind}`).join('; ');
  const counts = [...countsOf(outcomes)].filter(([, count]) => count > 0);
  const troubles = counts.map(([severity, count]) => `${count} ${WORDS[severity][count === 1 ? 0 : 1]}`);
  const requests = asked === 0 ? '' : ` ${asked} ${asked === 1 ? 'request' : 'requests'}.`;
  const unread = kinds.get('not read') ?? 0;
  const fine =
    unread === 0 ? 'Nothing is wrong' : unread < outcomes.length ? 'Nothing is wrong in what was read' : '';
  const found = troubles.length === 0 ? fine : listed(troubles);
  return `${documents}.${requests}${found === '' ? '' : ` ${found}.`}`;
}

const WORDS: Record<Severity, readonly [one: string, many: string]> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  advice: ['piece of advice', 'pieces of advice'],
};

function countsOf(outcomes: readonly Outcome[]): Map<Severity, number> {
  const counts = new Map<Severity, number>(SEVERITIES.map((severity) => [severity, 0]));
  for (const { severity, count } of groupsOf(outcomes))
    counts.set(severity, (counts.get(severity) ?? 0) + count);
  return counts;
}
