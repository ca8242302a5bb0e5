import { join } from 'node:path';
import { Command } from 'commander';
import { coverageJson, coverageWords, readCoverage } from './align-command.ts';
import { readConfig, storeFile, type Config, type Flags } from './config.ts';
import { ingest, type IngestReport } from './ingest/ingest.ts';
import { indexDocuments } from './index-command.ts';
import { takeIngestLock } from './ingest/ingest-lock.ts';
import { Pool } from './ingest/pool.ts';
import { buildingScans, checkingScans, type Scans } from './ingest/scans.ts';
import { summarize } from './ingest-summary.ts';
import { addLintCommand } from './lint-command.ts';
import { sweepPyramids } from './pyramid/pyramid-file.ts';
import { ProgressBar } from './progress-bar.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';
import type { Store } from './store/store.ts';

type AlignFlags = { report?: boolean; json?: boolean };
type IngestFlags = { json?: boolean; acceptEmpty?: boolean };

type Surroundings = {
  environment: NodeJS.ProcessEnv;
  /** Folder of the package: its archive is the specimen archive. */
  root: string;
  output: NodeJS.WriteStream;
  errors: NodeJS.WriteStream;
};

/** The command line. Each command throws `Failure` for what its user can mend. */
export function createProgram(surroundings: Surroundings): Command {
  const { environment, root, output } = surroundings;
  const program = new Command('diptych')
    .description(
      'A scanned archival page and its translation side by side, joined line by line, as open IIIF',
    )
    .showHelpAfterError();
  const configOf = (flags: Flags) => readConfig(flags, environment, root);

  serverFlags(program.command('start'))
    .description('ingest what is new in the archive, then serve it')
    .action(async (flags: Flags) => {
      const config = configOf(flags);
      await runIngest(config, surroundings, {});
      await runServer(config, surroundings);
    });

  serverFlags(program.command('serve'))
    .description('serve what was ingested; notices ingests that run meanwhile')
    .action(async (flags: Flags) => runServer(configOf(flags), surroundings));

  archiveFlags(program.command('ingest'))
    .description('read the archive folder: what is new or changed, and what is gone')
    .option('--json', 'print the report as JSON')
    .option('--accept-empty', 'retire the last documents too, when the archive holds none any more')
    .action(async (flags: Flags & IngestFlags) => {
      const report = await runIngest(configOf(flags), surroundings, flags);
      if (hasErrors(report)) process.exitCode = 1;
    });

  archiveFlags(program.command('align'))
    .description('ingest what changed, and tell how translations are linked to their originals')
    .argument('[document]', 'id of one document; all of them without it')
    .option('--report', 'list what has no translation or no source, and which links to look at')
    .option('--json', 'print it as JSON')
    .action(async (document: string | undefined, flags: Flags & AlignFlags) => {
      const config = configOf(flags);
      await runIngest(config, flags.json === true ? quiet(surroundings) : surroundings, {});
      const store = openSqliteStore(storeFile(config));
      try {
        const told = await readCoverage(store, document);
        output.write(
          `${flags.json === true ? coverageJson(told) : coverageWords(told, { report: flags.report === true })}\n`,
        );
      } finally {
        await store.close();
      }
    });

  archiveFlags(program.command('check'))
    .description('read the archive folder as ingest would, decode every scan, and write nothing')
    .option('--json', 'print the report as JSON')
    .action(async (flags: Flags & { json?: boolean }) => {
      const config = configOf(flags);
      const store = openSqliteStore(':memory:');
      const scans = checkingScans({ maxPixels: config.maxPixels }, new Pool(config.concurrency));
      const report = await withProgress(config, store, scans, surroundings);
      output.write(
        flags.json === true ? `${JSON.stringify(report, null, 2)}\n` : `${summarize(report, 'check')}\n`,
      );
      if (hasErrors(report)) process.exitCode = 1;
    });

  archiveFlags(program.command('index'))
    .description('write anew what search knows of every document; searching goes on meanwhile')
    .action(async (flags: Flags) => {
      const config = configOf(flags);
      const release = await takeIngestLock(join(config.var, 'state'));
      const store = openSqliteStore(storeFile(config));
      try {
        const count = await indexDocuments(store, { all: true, stream: surroundings.errors });
        output.write(`Documents indexed: ${count}.\n`);
      } finally {
        await store.close();
        release();
      }
    });

  addLintCommand(program, surroundings);
  return program;
}

/** What is printed for a program is that alone. */
function quiet(surroundings: Surroundings): Surroundings {
  return { ...surroundings, output: surroundings.errors };
}

function archiveFlags(command: Command): Command {
  return command
    .option(
      '--archive <folder>',
      'folder with manifests/ and images/ (DIPTYCH_ARCHIVE; the specimen archive)',
    )
    .option('--var <folder>', 'folder for state/ and cache/ (DIPTYCH_VAR; ./var)')
    .option('--max-pixels <number>', 'refuse larger scans (DIPTYCH_MAX_PIXELS; 1000000000)');
}

function serverFlags(command: Command): Command {
  return archiveFlags(command)
    .option('--host <address>', 'address to listen on (HOST; 127.0.0.1)')
    .option('--port <number>', 'port to listen on, 0 for any free one (PORT; 8080)')
    .option(
      '--public-url <url>',
      'address that the world knows, used in every published id (DIPTYCH_PUBLIC_URL; the address bound)',
    )
    .option('--tile-memory <MB>', 'keep so much of tiles in memory (DIPTYCH_TILE_MEMORY; 64)')
    .option(
      '--derivative-cache <MB>',
      'keep so much of rendered pictures in cache/ (DIPTYCH_DERIVATIVE_CACHE; 1000)',
    )
    .option(
      '--refuse-larger-boxes',
      'Image API: 400 for !w,h around a smaller region, as the official validator has it (DIPTYCH_REFUSE_LARGER_BOXES; no)',
    )
    .option(
      '--access-log <file>',
      'a line for each answer, - for the standard output (DIPTYCH_ACCESS_LOG; none)',
    );
}

function hasErrors({ problems }: IngestReport): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

async function runIngest(
  config: Config,
  surroundings: Surroundings,
  { json = false, acceptEmpty = false }: IngestFlags,
): Promise<IngestReport> {
  const release = await takeIngestLock(join(config.var, 'state'));
  const store = openSqliteStore(storeFile(config));
  try {
    const limits = { maxPixels: config.maxPixels };
    const cache = join(config.var, 'cache');
    await sweepPyramids(cache);
    const scans = buildingScans(cache, limits, new Pool(config.concurrency));
    const report = await withProgress(config, store, scans, surroundings, acceptEmpty);
    // Documents that nothing changed in, and that an earlier version of this program indexed, or did not.
    await indexDocuments(store, { all: false, stream: surroundings.errors });
    surroundings.output.write(
      json ? `${JSON.stringify(report, null, 2)}\n` : `${summarize(report, 'ingest')}\n`,
    );
    return report;
  } finally {
    await store.close();
    release();
  }
}

async function withProgress(
  config: Config,
  store: Store,
  scans: Scans,
  { errors }: Surroundings,
  acceptEmpty = false,
): Promise<IngestReport> {
  const bar = new ProgressBar(errors);
  const { archive, concurrency } = config;
  try {
    return await ingest({
      archive,
      store,
      scans,
      concurrency,
      acceptEmpty,
      onEvent: (event) => {
        if (event.kind === 'found') bar.total(event.scans);
        if (event.kind === 'scan') bar.step(event.did !== 'kept');
      },
    });
  } finally {
    bar.end();
  }
}

async function runServer(config: Config, { root, output }: Surroundings): Promise<void> {
  // Only here: ingest has no use for what answers requests, and it takes 16 MB and a third of its start.
  const [{ openServices }, { serve }] = await Promise.all([import('./services.ts'), import('./serve.ts')]);
  const services = openServices(config);
  const assetFolder = join(root, 'dist', 'assets');
  const { server, urls } = await serve(services, config, assetFolder);
  output.write(`Diptych is at ${urls.home()}  (Ctrl-C stops it)\n`);
  // The first question waits for what is read then; let it be this one.
  const asking = { base: urls.base, assetFolder, pseudoLocale: config.pseudoLocale };
  const first = { method: 'GET', url: '/search?q=a', headers: {}, ...asking } as const;
  services.search.page(first).catch((error: unknown) => {
    services.log.warn({ err: error }, 'nothing can be searched');
  });
  const stop = () => {
    // A reader's open connection must not keep the program alive for ever.
    setTimeout(() => server.closeAllConnections(), 2000).unref();
    server.close(() => {
      services.accessLog?.flush();
      void services.search.close();
      void services.store.close();
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
