import type { BenchArchive } from './bench-archive.ts';
import type { Load } from './load.ts';
import type { Options } from './options.ts';
import type { Peers } from './peers.ts';
import { figure, type Table } from './table.ts';

/** What every part of the bench is given. */
export type Bench = {
  options: Options;
  archive: BenchArchive;
  /** For whatever a part writes; removed at the end. */
  folder: string;
  load: Load;
  /** The servers that the parts about speed compare; started by the first that asks. */
  peers: () => Promise<Peers>;
  /** Says what happens, on the error stream. */
  say: (message: string) => void;
};

/** A figure that DESIGN section 11 or the part itself asks for. */
export type Bar = {
  what: string;
  measured: string;
  bar: string;
  /** Undefined: it could not be measured here. */
  reached: boolean | undefined;
};

export type PartResult = {
  tables: readonly Table[];
  bars: readonly Bar[];
  /** The part's figures in the JSON at the end. */
  figures: unknown;
};

export type Part = (bench: Bench) => Promise<PartResult>;

/** @param measured undefined if a peer is missing or a machine cannot say. */
export function atLeast(what: string, measured: number | undefined, least: number, unit = 'x'): Bar {
  return bar(
    what,
    measured,
    `${least} ${unit}`,
    measured === undefined ? undefined : measured >= least,
    unit,
  );
}

export function atMost(what: string, measured: number | undefined, most: number, unit = 'x'): Bar {
  const reached = measured === undefined ? undefined : measured <= most;
  return bar(what, measured, `${most} ${unit} at most`, reached, unit);
}

function bar(
  what: string,
  measured: number | undefined,
  text: string,
  reached: boolean | undefined,
  unit: string,
): Bar {
  return { what, measured: measured === undefined ? '-' : `${figure(measured)} ${unit}`, bar: text, reached };
}
