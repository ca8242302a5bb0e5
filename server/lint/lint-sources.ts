import { createReadStream } from 'node:fs';
import { LIMITS } from './http/limits.ts';
import { lintUrls, type Outcome, type UrlOptions } from './http/lint-urls.ts';
import { lint } from './lint.ts';
import { parseJson } from './parse-json.ts';
import type { LintReport } from './report.ts';

/** Judges files and addresses on the web: the files first. What cannot be read is an outcome too. */
export async function lintSources(sources: readonly string[], options: UrlOptions): Promise<LintReport> {
  const isUrl = (source: string) => /^https?:\/\//i.test(source);
  const files: Outcome[] = [];
  for (const source of sources)
    if (!isUrl(source)) files.push(await lintFile(source, options.advice ?? false));
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
