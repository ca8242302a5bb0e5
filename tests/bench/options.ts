import { parseArgs } from 'node:util';

export const PARTS = [
  'tiles',
  'sizes',
  'off-grid',
  'ingest',
  'manifests',
  'search',
  'stampede',
  'kill',
  'soak',
] as const;

export type PartName = (typeof PARTS)[number];

export type Options = {
  parts: readonly PartName[];
  /** Interleaved rounds; every figure is their median. */
  rounds: number;
  /** Of load in each round. */
  seconds: number;
  soakMinutes: number;
  /** In the archive that the manifests are asked of. */
  documents: number;
  /** That are searched. */
  lines: number;
  /** Servers that run already. */
  external: readonly { name: string; url: string }[];
  /** Where the archive is kept for the next run; undefined: made anew, removed at the end. */
  keep: string | undefined;
};

export const USAGE = `npm run bench -- [PART ...] [options]

parts     ${PARTS.join(', ')}; none: all, about 20 minutes

options   --rounds N      interleaved rounds of which each figure is the median (3)
          --seconds N     of load in a round (2)
          --soak N        minutes of mixed load (3)
          --documents N   how many there are beside the manifests that are asked for (100000)
          --lines N       of text that are searched (1000000)
          --quick         two rounds of one second, no soak, 100000 lines: about 8 minutes
          --peer NAME=URL another server that runs already: URL is an image service, of the scan "medium"
          --keep FOLDER   keep the scans there (archive/images/scans/medium.jpg) and the store of the lines, and use them again
`;

/**
 * @returns undefined if all that is wanted is the usage.
 * @throws Error with what is wrong and the usage.
 */
export function readOptions(parameters: readonly string[]): Options | undefined {
  const { values, positionals } = parse(parameters);
  if (values.help === true) return undefined;
  const quick = values.quick === true;
  const parts = positionals.map(partName);
  return {
    parts: parts.length > 0 ? parts : PARTS.filter((part) => !quick || part !== 'soak'),
    rounds: wholeNumber('--rounds', values.rounds ?? (quick ? '2' : '3')),
    seconds: wholeNumber('--seconds', values.seconds ?? (quick ? '1' : '2')),
    soakMinutes: wholeNumber('--soak', values.soak ?? '3'),
    documents: wholeNumber('--documents', values.documents ?? '100000'),
    lines: wholeNumber('--lines', values.lines ?? (quick ? '100000' : '1000000')),
    external: (values.peer ?? []).map(external),
    keep: values.keep,
  };
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        soak: { type: 'string' },
        documents: { type: 'string' },
        lines: { type: 'string' },
        quick: { type: 'boolean' },
        peer: { type: 'string', multiple: true },
        keep: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function partName(text: string): PartName {
  const part = PARTS.find((name) => name === text);
  if (part === undefined) throw wrong(`There is no part "${text}".`);
  return part;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number === 0)
    throw wrong(`${name} wants a whole number above 0, not "${text}".`);
  return number;
}

function external(text: string): { name: string; url: string } {
  const at = text.indexOf('=');
  const url = text.slice(at + 1).replace(/\/+$/, '');
  if (at < 1 || !URL.canParse(url)) throw wrong(`--peer wants NAME=URL, not "${text}".`);
  return { name: text.slice(0, at), url };
}

function wrong(message: string): Error {
  return new Error(`${message}\n\n${USAGE}`);
}
