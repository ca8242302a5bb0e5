import { InvalidArgumentError, type Command } from 'commander';
import { LIMITS } from './lint/http/limits.ts';

type LintFlags = {
  json?: boolean;
  advice?: boolean;
  all?: boolean;
  references: boolean;
  follow?: boolean;
  requests: number;
  documents: number;
  timeout: number;
};

type Surroundings = { output: NodeJS.WritableStream };

/** `diptych lint`: judges IIIF documents, ours and anybody's. */
export function addLintCommand(program: Command, { output }: Surroundings): void {
  program
    .command('lint')
    .description('judge IIIF documents, in files or on the web, by what their specifications say')
    .argument('<file-or-url...>', 'a manifest, collection, annotation page, info.json or search response')
    .option('--json', 'print the findings as JSON')
    .option('--advice', 'tell recommendations too, beside errors and warnings')
    .option('--all', 'show every place of a finding and not only the first ones')
    .option('--no-references', 'do not ask for what a document on the web points to')
    .option('--follow', 'judge the members of collections too, and theirs')
    .option('--requests <number>', 'send no more requests', wholeNumber, LIMITS.requests)
    .option('--documents <number>', 'judge no more documents of the web', wholeNumber, LIMITS.documents)
    .option('--timeout <seconds>', 'wait no longer for one answer', wholeNumber, LIMITS.timeout / 1000)
    .addHelpText('after', '\nExit status: 0 nothing is wrong, 1 something is, 2 something could not be read.')
    .action(async (sources: string[], flags: LintFlags) => {
      const { advice = false, follow = false, references, requests, documents, timeout } = flags;
      const limits = { requests, documents, timeout: timeout * 1000 };
      // Only here: the rules take memory that an ingest has better use for.
      const [{ lintSources }, { exitCode, lintJson, lintWords }] = await Promise.all([
        import('./lint/lint-sources.ts'),
        import('./lint/report.ts'),
      ]);
      const report = await lintSources(sources, { fetch, advice, follow, references, limits });
      output.write(
        `${flags.json === true ? lintJson(report) : lintWords(report, { all: flags.all === true })}\n`,
      );
      process.exitCode = exitCode(report);
    });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value === 0)
    throw new InvalidArgumentError('Expected a whole number above 0.');
  return value;
}
