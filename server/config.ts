import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { Failure } from './model/failure.ts';

/** Settings with their defaults applied. Only this file reads the environment. */
export type Config = {
  /** Folder with `manifests/` and `images/`. */
  archive: string;
  /** Folder of `state/` (to be backed up) and `cache/` (may be deleted at any time). */
  var: string;
  host: string;
  /** 0: any free port. */
  port: number;
  /** Undefined: the address really bound. */
  publicUrl: string | undefined;
  /** Scans with more pixels are refused before they are decoded. */
  maxPixels: number;
  /** Images worked on at the same time. */
  concurrency: number;
  /** Threads that search. */
  searchThreads: number;
  /** Bytes of tiles and pictures that are kept in memory; 0 keeps nothing. */
  tileMemory: number;
  /** Bytes of rendered pictures that are kept in `cache/`; 0 keeps nothing. */
  derivativeCache: number;
  /** Whether the Image API's `!w,h` around a smaller region is answered with 400 instead of the region's own size. */
  refuseLargerBoxes: boolean;
  /** Whether pages can be had in a language that only tests have: `?lang=qps-plocm`. */
  pseudoLocale: boolean;
  /** A file, `-` for the standard output; undefined: none. */
  accessLog: string | undefined;
  /** Folders in which other programs are looked for, as the system has them. */
  path: string | undefined;
};

/** Flags as the command line has them; each wins over its environment variable. */
export type Flags = {
  archive?: string | undefined;
  var?: string | undefined;
  host?: string | undefined;
  port?: string | undefined;
  publicUrl?: string | undefined;
  maxPixels?: string | undefined;
  tileMemory?: string | undefined;
  derivativeCache?: string | undefined;
  refuseLargerBoxes?: boolean | undefined;
  accessLog?: string | undefined;
  pseudoLocale?: boolean | undefined;
};

/**
 * @param root the folder that holds the specimen archive: the archive if none is named.
 * @throws Failure `setting-invalid`, with the setting's name.
 */
export function readConfig(flags: Flags, environment: NodeJS.ProcessEnv, root: string): Config {
  return {
    archive: resolve(flags.archive ?? environment.DIPTYCH_ARCHIVE ?? root),
    var: resolve(flags.var ?? environment.DIPTYCH_VAR ?? 'var'),
    host: flags.host ?? environment.HOST ?? '127.0.0.1',
    port: integer('PORT', flags.port ?? environment.PORT ?? '8080', 0, 65_535),
    publicUrl: publicUrl(flags.publicUrl ?? environment.DIPTYCH_PUBLIC_URL),
    maxPixels: integer(
      'DIPTYCH_MAX_PIXELS',
      flags.maxPixels ?? environment.DIPTYCH_MAX_PIXELS ?? '1000000000',
      1,
      Number.MAX_SAFE_INTEGER,
    ),
    concurrency: Math.min(2, availableParallelism()),
    searchThreads: Math.max(1, Math.floor(availableParallelism() / 2)),
    tileMemory: megabytes('DIPTYCH_TILE_MEMORY', flags.tileMemory ?? environment.DIPTYCH_TILE_MEMORY ?? '64'),
    derivativeCache: megabytes(
      'DIPTYCH_DERIVATIVE_CACHE',
      flags.derivativeCache ?? environment.DIPTYCH_DERIVATIVE_CACHE ?? '1000',
    ),
    refuseLargerBoxes:
      flags.refuseLargerBoxes ??
      choice('DIPTYCH_REFUSE_LARGER_BOXES', environment.DIPTYCH_REFUSE_LARGER_BOXES),
    pseudoLocale: flags.pseudoLocale ?? choice('DIPTYCH_PSEUDO_LOCALE', environment.DIPTYCH_PSEUDO_LOCALE),
    accessLog: accessLog(flags.accessLog ?? environment.DIPTYCH_ACCESS_LOG),
    path: environment.PATH,
  };
}

/** Where the store is: part of what cannot be derived again. */
export function storeFile(config: Pick<Config, 'var'>): string {
  return join(config.var, 'state', 'store.sqlite');
}

function integer(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new Failure('setting-invalid', {
      message: `The setting ${name} is not usable`,
      expected: `a whole number from ${least} to ${most}`,
      received: text,
    });
  }
  return value;
}

/** As a setting has it, in millions of bytes; here in bytes. */
function megabytes(name: string, text: string): number {
  return integer(name, text, 0, 1_000_000_000) * 1_000_000;
}

function choice(name: string, text: string | undefined): boolean {
  if (text === undefined || ['', '0', 'false', 'no'].includes(text)) return false;
  if (['1', 'true', 'yes'].includes(text)) return true;
  throw new Failure('setting-invalid', {
    message: `The setting ${name} is not usable`,
    expected: 'yes or no',
    received: text,
  });
}

function accessLog(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  return text === '-' ? text : resolve(text);
}

function publicUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const usable = url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  if (!usable) {
    throw new Failure('setting-invalid', {
      message: 'The setting DIPTYCH_PUBLIC_URL is not usable',
      expected: 'an http or https address without query or fragment, such as https://example.org/archive',
      received: text,
    });
  }
  return url.href.replace(/\/+$/, '');
}
