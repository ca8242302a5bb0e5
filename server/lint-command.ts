import { createReadStream } from 'node:fs';
import { InvalidArgumentError, type Command } from 'commander';
import { LIMITS } from './lint/http/limits.ts';
import { lintUrls, type Outcome, type UrlOptions } from './lint/http/lint-urls.ts';
import { lint } from './lint/lint.ts';
import { parseJson } from './lint/parse-json.ts';
import { exitCode, lintJson, lintWords, type LintReport } from './lint/report.ts';

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
      const report = await lintAll(sources, flags);
      output.write(
        `${flags.json === true ? lintJson(report) : lintWords(report, { all: flags.all === true })}\n`,
      );
      process.exitCode = exitCode(report);
    });
}

async function lintAll(sources: readonly string[], flags: LintFlags): Promise<LintReport> {
  const { advice = false, follow = false, references, requests, documents, timeout } = flags;
  const options: UrlOptions = {
    ...{ fetch, advice, follow, references },
    limits: { requests, documents, timeout: timeout * 1000 },
  };
  const isUrl = (source: string) => /^https?:\/\//i.test(source);
  const files: Outcome[] = [];
  for (const source of sources) if (!isUrl(source)) files.push(await lintFile(source, advice));
  const web = await lintUrls(sources.filter(isUrl), options);
  return { ...web, outcomes: [...files, ...web.outcomes] };
}

async function lintFile(source: string, advice: boolean): Promise<Outcome> {
  const bytes = await readWithin(source, LIMITS.bytes);
  if (typeof bytes === 'string') return { source, unread: bytes };
  const parsed = parseJson(bytes);
  return 'fault' in parsed
    ? { source, unread: parsed.fault }
    : { source, verdict: lint(parsed.document, { advice, repeated: parsed.repeated }) };
}

/** A file's bytes, or why there are none. Stops at the limit, whatever the file says of its size. */
async function readWithin(file: string, most: number): Promise<Uint8Array | string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      if (!Buffer.isBuffer(chunk)) continue;
      length += chunk.length;
      if (length > most) return `it is larger than ${most} bytes`;
      chunks.push(chunk);
    }
  } catch (error) {
    return reasonOf(error);
  }
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  return code === 'EACCES' ? 'it may not be read' : `it cannot be read (${String(code)})`;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value === 0)
    throw new InvalidArgumentError('Expected a whole number above 0.');
  return value;
}
