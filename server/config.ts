import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
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
};

/** Flags as the command line has them; each wins over its environment variable. */
export type Flags = {
  archive?: string | undefined;
  var?: string | undefined;
  host?: string | undefined;
  port?: string | undefined;
  publicUrl?: string | undefined;
  maxPixels?: string | undefined;
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
  };
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
