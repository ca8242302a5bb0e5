import { isRecord } from '../../../viewer/iiif/json.ts';
import type { Canvases } from '../catalog.ts';
import { documentKind } from '../document-kind.ts';
import { Findings } from '../findings.ts';
import { judge, type Verdict } from '../lint.ts';
import { parseJson } from '../parse-json.ts';
import { readDocument, type Reading } from '../reading.ts';
import { Asker, type Fetch } from './asker.ts';
import { LIMITS, type Limits } from './limits.ts';
import { checkReference, type Had } from './reference-checks.ts';
import { referencesOf, type Reference } from './references.ts';
import { checkResponse, probe } from './responses.ts';

export type UrlOptions = {
  fetch: Fetch;
  limits?: Partial<Limits>;
  /** Whether recommendations are wanted beside errors and warnings. */
  advice?: boolean;
  /** Whether what the documents point to is asked for. */
  references?: boolean;
  /** Whether the members of collections, and theirs, are judged too. */
  follow?: boolean;
  /** Milliseconds. */
  clock?: () => number;
};

/** A document that was had and judged, or why it could not be. */
export type Outcome = { source: string; verdict: Verdict } | { source: string; unread: string };

export type UrlReport = {
  outcomes: readonly Outcome[];
  /** What was not looked at, in sentences. */
  notes: readonly string[];
  /** Requests sent. */
  asked: number;
};

/**
 * Judges what is published at these addresses: each document, the response, and what it points to. Annotation
 * pages that it points to are judged as well, against the canvases that they belong to; members of a collection
 * with `follow`. The limits are for all of it.
 */
export async function lintUrls(urls: readonly string[], options: UrlOptions): Promise<UrlReport> {
  const limits = { ...LIMITS, ...options.limits };
  const court: Court = {
    ...{ options, limits, asker: new Asker(options.fetch, limits, options.clock) },
    ...{ probed: new Set(), checked: new Set(), summoned: new Set(urls), held: 0 },
  };
  const outcomes: Outcome[] = [];
  const waiting: Task[] = [...court.summoned].map((url) => ({
    ...{ url, had: undefined, owner: undefined, canvases: undefined },
  }));
  while (waiting.length > 0 && outcomes.length < limits.documents) {
    const task = waiting.shift();
    if (task !== undefined) outcomes.push(await judgeTask(task, court, waiting));
  }
  return { outcomes, asked: court.asker.asked, notes: notesOf(court, waiting.length) };
}

/** A description that is to be judged; already had, unless too much would have to be held. */
type Task = {
  url: string;
  had: Had | undefined;
  owner: string | undefined;
  canvases: Canvases | undefined;
};

type Court = {
  options: UrlOptions;
  limits: Limits;
  asker: Asker;
  /** Kinds of documents whose server was asked in every way, by host. */
  probed: Set<string>;
  /** References that were looked at: many documents name the same collection. */
  checked: Set<string>;
  /** Addresses that are, or will be, judged: links go in circles. */
  summoned: Set<string>;
  /** Bytes of descriptions that wait to be judged. */
  held: number;
};

function notesOf({ asker, limits }: Court, left: number): string[] {
  const why = asker.isLate
    ? `the time was over after ${limits.total / 1000} seconds`
    : `the limit is ${limits.requests}`;
  return [
    ...(asker.unasked === 0 ? [] : [`Requests that were not sent: at least ${asker.unasked}; ${why}.`]),
    ...(left === 0
      ? []
      : [`Documents that were not judged: at least ${left}; the limit is ${limits.documents}.`]),
  ];
}

async function judgeTask(task: Task, court: Court, waiting: Task[]): Promise<Outcome> {
  const { url, owner, canvases } = task;
  const { asker, options } = court;
  const had = task.had ?? (await ask(url, asker));
  if (typeof had === 'string') return { source: url, unread: had };
  if (task.had !== undefined) court.held -= had.answer.length;
  const { document, repeated, answer } = had;
  const reading = readDocument(document, canvases);
  const { advice = false } = options;
  const verdict = judge(reading, { owner, advice, repeated });
  const findings = new Findings({ version: reading.kind.api === 'presentation-2' ? 2 : 3, advice });
  if (isRecord(document)) checkResponse(answer, document, reading.kind, findings.report);
  if (isNew(court.probed, serverOf(url, reading))) await probe(url, answer, asker, findings.report);
  const references = options.references === false ? [] : referencesOf(reading);
  const found = references.map((reference) => follow(reference, reading.catalog.canvases, court, findings));
  waiting.push(...(await Promise.all(found)).flat());
  return {
    source: url,
    verdict: {
      kind: verdict.kind,
      findings: [...verdict.findings, ...findings.found],
      omitted: new Map([...verdict.omitted, ...findings.omitted]),
    },
  };
}

function serverOf(url: string, { kind }: Reading): string {
  const type = 'kind' in kind ? kind.kind : '';
  return `${new URL(url).host} ${kind.api} ${type}`;
}

/** Whether this is the first time; from now on it is not. */
function isNew(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

/** The document at an address, or why there is none. */
async function ask(url: string, asker: Asker): Promise<Had | string> {
  const answer = await asker.ask(url, { body: true });
  if (answer.kind === 'unasked') return 'it was not asked for, since a limit was reached';
  if (answer.kind === 'failed') return answer.reason;
  if (answer.status !== 200) return `it is answered with ${answer.status}`;
  const parsed = parseJson(answer.body);
  if ('fault' in parsed) return parsed.fault;
  return { ...parsed, answer: { ...answer, body: new Uint8Array() } };
}

/** Asks for what a document points to; what of it is to be judged becomes a task. */
async function follow(
  reference: Reference,
  canvases: Canvases,
  court: Court,
  { report }: Findings,
): Promise<Task[]> {
  const { url } = reference;
  const owner = reference.kind === 'description' ? reference.owner : undefined;
  const isMember = reference.kind === 'description' && reference.member && court.options.follow === true;
  const isSummoned = owner !== undefined || isMember;
  if (court.summoned.has(url) || !isNew(court.checked, `${reference.kind} ${isSummoned} ${url}`)) return [];
  const had = await checkReference(reference, court.asker, report);
  if (had === undefined || !isSummoned || documentKind(had.document).api === 'unknown') return [];
  court.summoned.add(url);
  const isHeld = court.held + had.answer.length <= court.limits.held;
  if (isHeld) court.held += had.answer.length;
  return [
    { url, had: isHeld ? had : undefined, owner, canvases: owner === undefined ? undefined : canvases },
  ];
}
