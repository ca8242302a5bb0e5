import { copyFile, mkdir } from 'node:fs/promises';
import { Agent } from 'node:http';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { ask } from './ask.ts';
import { atMost, type Bar, type Bench, type PartResult } from './bench.ts';
import type { Table } from './table.ts';
import { figure } from './table.ts';
import { ownServer } from './own-server.ts';
import { median } from './median.ts';
import { httpAsker, SEARCH } from './search/ask-over-http.ts';
import { askHostile, type HostileAnswer } from './search/ask-hostile.ts';
import { inProcessAsker } from './search/ask-in-process.ts';
import { MadeUpArchive } from './search/made-up-archive.ts';
import { QUERY_KINDS, queryPools } from './search/query-pools.ts';
import { pause, readConcurrently, spread, type Asker, type Readings } from './search/readers.ts';
import { putScans } from './search/put-scans.ts';
import { fillSearchStore, searchFolder, storeFile, type Filling } from './search/search-store.ts';
import { tilesUnderQueries, type TileRound } from './search/tiles-under-queries.ts';
import { writingMeanwhile, type Written } from './search/writing-meanwhile.ts';

const READERS = 8;
/** Milliseconds between a reader's questions: faster than anybody types, and four in a second of each. */
const REST = 250;

/** As many as a server has here. */
const THREADS = Math.max(1, Math.floor(availableParallelism() / 2));

/** Transactions of forty lines that the writer commits a second. */
const WRITES = 20;

/** An answer, or a refusal: of an address or of headers that are too long, Node's own. */
const EXPECTED = [200, 400, 414, 431];

const BAR = { query: 20, tiles: 2, hostile: 100 };

type Run = { name: string; readings: Readings; written?: Written };
type Served = { runs: Run[]; hostile: readonly HostileAnswer[]; tiles: readonly TileRound[] };

/** Search in a million lines, by its interface and over the network; what it does to tiles; what hostile queries do. */
export async function searchPart(bench: Bench): Promise<PartResult> {
  const { options, folder, say } = bench;
  const archive = new MadeUpArchive();
  const kept = searchFolder(options.keep ?? folder, options.lines);
  const filling = await fillSearchStore(kept, options.lines, archive, say);
  const pools = queryPools(archive, filling.documents);
  const own = await ownServer(bench, 'search');
  const file = join(own.var, 'state', 'store.sqlite');
  const scans = file.replace(/store\.sqlite$/, 'scans.sqlite');
  await copyFile(file, scans);
  await mkdir(dirname(file), { recursive: true });
  await copyFile(storeFile(kept), file);
  await putScans(scans, file);

  const seconds = options.rounds * options.seconds * 4;
  const run = async (
    name: string,
    asker: Asker,
    {
      readers = READERS,
      rest = 0,
      isWritten = true,
    }: { readers?: number; rest?: number; isWritten?: boolean },
  ): Promise<Run> => {
    say(`search: ${name}, ${seconds} s`);
    const read = () => readConcurrently({ pools, ask: asker, readers, rest, until: pause(seconds) });
    if (!isWritten) return { name, readings: await read() };
    const { result, written } = await writingMeanwhile(file, WRITES, read);
    return { name, readings: result, written };
  };

  const search = await inProcessAsker(file, THREADS);
  // What is read from the disk for the first time is nobody's measure.
  await readConcurrently({ pools, ask: search.ask, readers: READERS, until: pause(5) });
  const runs = [
    await run('one reader, no writer', search.ask, { readers: 1, isWritten: false }),
    await run(`${READERS} readers without rest, no writer`, search.ask, { isWritten: false }),
    await run(`${READERS} readers without rest, one writer`, search.ask, {}),
    await run(`${READERS} readers with a rest of ${REST} ms, one writer`, search.ask, { rest: REST }),
  ];
  await search.close();

  const server = await own.start();
  const served: Served = { runs: [], hostile: [], tiles: [] };
  const isServed = (await ask(server.origin, `${SEARCH}?q=a`)).status === 200;
  if (isServed) {
    const agent = new Agent({ keepAlive: true, maxSockets: READERS });
    const asker = httpAsker(server.origin, agent);
    const name = `${READERS} readers with a rest of ${REST} ms, one writer, HTTP`;
    served.runs.push(await run(name, asker, { rest: REST }));
    say('search: hostile queries');
    served.hostile = await askHostile(server.origin);
    say('search: tiles without and with queries');
    served.tiles = await tilesUnderQueries({ bench, server, pools, ask: asker, readers: READERS });
    agent.destroy();
  } else say('search: this server does not search');
  await server.child.stop();
  return result(filling, [...runs, ...served.runs], served);
}

function result(filling: Filling, runs: readonly Run[], { hostile, tiles }: Served): PartResult {
  const worst =
    hostile.length === 0 ? undefined : Math.max(...hostile.map(({ milliseconds }) => milliseconds));
  const wrong = hostile.filter(({ status }) => !EXPECTED.includes(status));
  return {
    tables: [
      fillingTable(filling),
      ...runs.map(runTable),
      ...(hostile.length === 0 ? [] : [hostileTable(hostile)]),
      ...(tiles.length === 0 ? [] : [tileTable(tiles)]),
    ],
    bars: [
      ...runs.filter(({ written }) => written !== undefined).flatMap(runBars),
      atMost('hostile queries, the slowest answer', worst, BAR.hostile, 'ms'),
      {
        what: 'hostile queries that got neither an answer nor a refusal (400, 414, 431)',
        measured: hostile.length === 0 ? '-' : String(wrong.length),
        bar: 'none',
        reached: hostile.length === 0 ? undefined : wrong.length === 0,
      },
      atMost(
        `p99 of a tile while ${READERS} readers search, over that without`,
        median(tiles.map(({ without, during }) => (during.p99 ?? NaN) / (without.p99 ?? NaN))),
        BAR.tiles,
      ),
    ],
    figures: {
      filling,
      runs: runs.map(({ name, readings, written }) => ({
        name,
        perSecond: all(readings).length / readings.seconds,
        failed: readings.failed.length,
        late: readings.late,
        all: spread(all(readings)),
        kinds: Object.fromEntries([...readings.times].map(([kind, times]) => [kind, spread(times)])),
        cpu: Object.fromEntries([...readings.cpu].map(([kind, cpu]) => [kind, spread(cpu)])),
        ...(written === undefined ? {} : { commits: spread(written.times) }),
      })),
      hostile,
      tiles,
    },
  };
}

/** Of all questions together, and of the kind that takes longest. */
function runBars({ name, readings }: Run): Bar[] {
  const slowest = QUERY_KINDS.map((kind) => ({
    kind,
    p95: spread(readings.times.get(kind) ?? []).p95 ?? 0,
  })).reduce((worst, one) => (one.p95 > worst.p95 ? one : worst));
  return [
    atMost(`search, ${name}: p95 of all`, spread(all(readings)).p95, BAR.query, 'ms'),
    atMost(`search, ${name}: p95 of the slowest kind (${slowest.kind})`, slowest.p95, BAR.query, 'ms'),
    {
      what: `search, ${name}: questions without an answer`,
      measured: String(readings.failed.length),
      bar: 'none',
      reached: readings.failed.length === 0,
    },
  ];
}

function all({ times }: Readings): number[] {
  return [...times.values()].flat();
}

function fillingTable({ documents, lines, seconds, bytes, index }: Filling): Table {
  const indexed = index.reduce((sum, one) => sum + one.bytes, 0);
  const rate = (count: number) =>
    seconds === undefined ? 'kept from an earlier run' : figure(count / seconds);
  return {
    title: `A store of ${lines} lines in ${documents} documents`,
    columns: ['what', 'figure'],
    rows: [
      ['documents a second', rate(documents)],
      ['lines a second', rate(lines)],
      ['size of the store, MB', figure(bytes / 1e6)],
      ['of that the search index, MB', figure(indexed / 1e6)],
      ...index.map((one) => [`  ${one.table}`, figure(one.bytes / 1e6)]),
    ],
  };
}

function runTable({ name, readings, written }: Run): Table {
  const hasCpu = [...readings.cpu.values()].some((cpu) => cpu.length > 0);
  const row = (kind: string, times: readonly number[], cpu: readonly number[]) => {
    const { count, p50, p95, p99 } = spread(times);
    const used = spread(cpu);
    return [
      kind,
      String(count),
      figure(p50),
      figure(p95),
      figure(p99),
      `${figure((p95 ?? NaN) / BAR.query)} x`,
      ...(hasCpu ? [figure(used.p50), figure(used.p95)] : []),
    ];
  };
  return {
    title: `Search: ${name}`,
    columns: [
      'question',
      'asked',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      `p95 / ${BAR.query} ms`,
      ...(hasCpu ? ['CPU p50', 'CPU p95'] : []),
    ],
    rows: [
      ...QUERY_KINDS.map((kind) => row(kind, readings.times.get(kind) ?? [], readings.cpu.get(kind) ?? [])),
      row('all', all(readings), [...readings.cpu.values()].flat()),
    ],
    notes: [
      `${figure(all(readings).length / readings.seconds)} answers a second; kinds are drawn evenly`,
      `Who asks was ${figure(readings.late)} ms late, p95: more than a few is by what else this machine does`,
      ...(written === undefined ? [] : [writtenNote(written)]),
      ...readings.failed.slice(0, 3).map((what) => `Without an answer: ${what}`),
    ],
  };
}

function writtenNote({ times, seconds }: Written): string {
  const { count, p50, p95, p99 } = spread(times);
  return (
    `The writer: ${figure(count / seconds)} transactions of 40 lines a second, paced at ${WRITES}; ` +
    `each ${figure(p50)} ms p50, ${figure(p95)} p95, ${figure(p99)} p99`
  );
}

function hostileTable(hostile: readonly HostileAnswer[]): Table {
  return {
    title: 'Hostile queries over HTTP, the slowest of three times each',
    columns: ['what', 'where', 'status', 'ms', `/ ${BAR.hostile} ms`],
    rows: hostile.map(({ what, where, status, milliseconds }) => [
      what,
      where,
      String(status),
      figure(milliseconds),
      `${figure(milliseconds / BAR.hostile)} x`,
    ]),
  };
}

function tileTable(tiles: readonly TileRound[]): Table {
  return {
    title: `Tiles at a steady rate, without and with ${READERS} readers who search, in turn`,
    columns: ['round', 'p50 ms', 'p99 ms', 'with: p50 ms', 'p99 ms', 'p99 ratio', 'queries/s', 'failed'],
    rows: tiles.map(({ without, during, queriesPerSecond, failed }, at) => [
      String(at + 1),
      figure(without.p50),
      figure(without.p99),
      figure(during.p50),
      figure(during.p99),
      `${figure((during.p99 ?? NaN) / (without.p99 ?? NaN))} x`,
      figure(queriesPerSecond),
      String(failed),
    ]),
  };
}
