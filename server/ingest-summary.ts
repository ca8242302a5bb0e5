import type { IngestReport } from './ingest/ingest.ts';
import type { Problem } from './model/problem.ts';

/** The report as people read it: problems first, each with its place, and what was done last. */
export function summarize(report: IngestReport): string {
  return [
    ...report.problems.map(problemLine),
    ...(report.problems.length > 0 ? [''] : []),
    doneLine(report),
  ].join('\n');
}

export function problemLine({ severity, code, file, line, at, message }: Problem): string {
  const place = [file, ...(line === undefined ? [] : [line])].join(':');
  return `${severity === 'error' ? 'error  ' : 'warning'} ${place}${at === undefined ? '' : ` (${at})`}\n        ${message} [${code}]`;
}

function doneLine({ documents, scans, problems, took }: IngestReport): string {
  const { created, updated, unchanged, refused, gone } = documents;
  const counts = [
    [created, 'new'],
    [updated, 'changed'],
    [unchanged, 'unchanged'],
    [refused, 'not read'],
    [gone, 'gone'],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const trouble = [
    [errors, errors === 1 ? 'error' : 'errors'],
    [problems.length - errors, problems.length - errors === 1 ? 'warning' : 'warnings'],
  ] as const;
  const troubles = trouble.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return [
    `Documents: ${told.length === 0 ? 'none' : told.join(', ')}.`,
    `Scans: ${scans.built} prepared, ${scans.kept} kept as they were${scans.failed > 0 ? `, ${scans.failed} not readable` : ''}.`,
    `${troubles.length === 0 ? 'No problems' : troubles.join(', ')}; ${(took / 1000).toFixed(1)} s.`,
  ].join(' ');
}
