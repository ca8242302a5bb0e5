import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { makeBenchArchive } from './bench-archive.ts';
import type { Bar, Bench, Part, PartResult } from './bench.ts';
import { stopChildren } from './child-process.ts';
import { buildDiptych } from './diptych-server.ts';
import { findProgram } from './find-program.ts';
import { keepAliveLoad } from './keep-alive-load.ts';
import { readOptions, USAGE, type Options, type PartName } from './options.ts';
import { ingestPart } from './part-ingest.ts';
import { killPart } from './part-kill.ts';
import { manifestsPart } from './part-manifests.ts';
import { offGridPart } from './part-off-grid.ts';
import { searchPart } from './part-search.ts';
import { sizesPart } from './part-sizes.ts';
import { soakPart } from './part-soak.ts';
import { stampedePart } from './part-stampede.ts';
import { tilesPart } from './part-tiles.ts';
import { missingPeers, startPeers, type Peers } from './peers.ts';
import { printTable } from './table.ts';
import { Teardown } from './teardown.ts';
import { wrkLoad } from './wrk.ts';

const RUN: Record<PartName, Part> = {
  tiles: tilesPart,
  sizes: sizesPart,
  'off-grid': offGridPart,
  ingest: ingestPart,
  manifests: manifestsPart,
  search: searchPart,
  stampede: stampedePart,
  kill: killPart,
  soak: soakPart,
};

const teardown = new Teardown();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    say('Stopping what was started ...');
    void teardown.run().then(() => process.exit(1));
  });
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) process.stdout.write(USAGE);
  else await run(options);
} catch (error) {
  // While everything is being stopped, all that still runs fails.
  if (!teardown.begun) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await teardown.run();
}

async function run(options: Options): Promise<void> {
  const started = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'diptych-bench-'));
  teardown.add(() => rm(folder, { recursive: true, force: true }));
  teardown.add(stopChildren);
  say('Building the server');
  await buildDiptych();
  say('Drawing scans of 9, 35 and 140 megapixels, and ingesting them');
  const archive = await makeBenchArchive(options.keep ?? folder, join(folder, 'var'));
  const wrk = findProgram('wrk');
  const load = wrk === undefined ? keepAliveLoad() : await wrkLoad(wrk, folder);

  let peers: Promise<Peers> | undefined;
  const bench: Bench = {
    options,
    archive,
    folder,
    load,
    peers: () => {
      peers ??= startPeers({ archive, folder, external: options.external, teardown });
      return peers;
    },
    say,
  };
  const results: [PartName, PartResult][] = [];
  for (const name of options.parts) {
    const result = await RUN[name](bench);
    results.push([name, result]);
    for (const table of result.tables) process.stdout.write(printTable(table));
  }

  const machine = `${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`;
  const missing = peers === undefined ? [] : missingPeers(await peers);
  const bars = results.flatMap(([, result]) => result.bars);
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(printTable(barTable(bars, machine, load.name)));
  for (const { name, install } of missing)
    process.stdout.write(`  Not found: ${name}. To have it compared: ${install}\n`);
  process.stdout.write(`  ${seconds} s in all\n\n`);
  const figures = Object.fromEntries(results.map(([name, result]) => [name, result.figures]));
  process.stdout.write(
    `${JSON.stringify({ machine, load: load.name, rounds: options.rounds, seconds, missing, bars, ...figures }, rounded)}\n`,
  );
}

function barTable(bars: readonly Bar[], machine: string, load: string) {
  return {
    title: 'Against the figures to reach',
    columns: ['what', 'measured', 'to reach', ''],
    rows: bars.map(({ what, measured, bar, reached }) => [
      what,
      measured,
      bar,
      reached === undefined ? 'not measured' : reached ? 'reached' : 'MISSED',
    ]),
    notes: ['', `${machine}; load by ${load}, on the same machine`],
  };
}

/** Four figures: more would be noise. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}
