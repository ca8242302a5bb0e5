import type { IngestReport } from './ingest/ingest.ts';
import type { Problem } from './model/problem.ts';

/** The report as people read it: problems first, each with its place, and what was done last. */
export function summarize(report: IngestReport, did: 'ingest' | 'check'): string {
  return [
    ...report.problems.map(problemLine),
    ...(report.problems.length > 0 ? [''] : []),
    did === 'ingest' ? doneLine(report) : checkedLine(report),
  ].join('\n');
}

export function problemLine({ severity, code, file, line, at, message }: Problem): string {
  const place = [file, ...(line === undefined ? [] : [line])].join(':');
  return `${severity === 'error' ? 'error  ' : 'warning'} ${place}${at === undefined ? '' : ` (${at})`}\n        ${message} [${code}]`;
}

function doneLine({ documents, scans, problems, took }: IngestReport): string {
  const { created, updated, unchanged, refused, gone } = documents;
  const changes = told([
    [created, 'new'],
    [updated, 'changed'],
    [unchanged, 'unchanged'],
    [refused, 'not read'],
    [gone, 'gone'],
  ]);
  const pictures = told([
    [scans.built, 'prepared'],
    [scans.kept, 'kept as they were'],
    [scans.unreadable, 'not readable'],
  ]);
  return `Documents: ${changes}. Scans: ${pictures}. ${troubles(problems)}; ${seconds(took)}.`;
}

/** Nothing was there before and nothing is kept, so all is either right or not. */
function checkedLine({ documents, scans, problems, took }: IngestReport): string {
  const { created, refused } = documents;
  const whole = told([
    [created, 'can be read'],
    [refused, 'cannot'],
  ]);
  const pictures = told([
    [scans.built, 'can be read'],
    [scans.unreadable, 'cannot'],
  ]);
  return `Documents: ${whole}. Scans: ${pictures}. ${troubles(problems)}; ${seconds(took)}; nothing was written.`;
}

function troubles(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const counts = told([
    [errors, errors === 1 ? 'error' : 'errors'],
    [warnings, warnings === 1 ? 'warning' : 'warnings'],
  ]);
  return problems.length === 0 ? 'No problems' : counts;
}

function told(counts: readonly (readonly [count: number, word: string])[]): string {
  const words = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return words.length === 0 ? 'none' : words.join(', ');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
