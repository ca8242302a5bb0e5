import { seededRandom, type Random } from '../../scripts/specimens/random.ts';
import { ask, askAll } from './ask.ts';
import { SCANS } from './bench-archive.ts';
import { atMost, type Bar, type Bench, type PartResult } from './bench.ts';
import { median } from './median.ts';
import { isPeer, type Peer } from './peer.ts';
import { forVersion, type Peers } from './peers.ts';
import { cpuOf } from './process-cost.ts';
import { rotated, untilIdle } from './round.ts';
import { figure, type Table } from './table.ts';

type Case = {
  name: string;
  /** Its answers are JPEG: what IIPImage is compared in. */
  jpeg: boolean;
  /** Always the same address: asked by one at a time, or a server that makes it once for all would win by that. */
  same?: boolean;
  /** `{region}/{size}/{rotation}/{quality}.{format}`, another one each time where no viewer would repeat it. */
  parameters: (random: Random) => string;
};

const CASES: readonly Case[] = [
  { name: 'full/!1024,1024', jpeg: true, same: true, parameters: () => 'full/!1024,1024/0/default.jpg' },
  { name: 'full/200,', jpeg: true, same: true, parameters: () => 'full/200,/0/default.jpg' },
  { name: 'full at other sizes', jpeg: true, parameters: (random) => `${wholeAt(random)}/0/default.jpg` },
  { name: 'full/max', jpeg: true, same: true, parameters: () => 'full/max/0/default.jpg' },
  {
    name: '1000 x 1000 as it is',
    jpeg: true,
    parameters: (random) => `${square(random, 1000)}/1000,/0/default.jpg`,
  },
  {
    name: '3000 x 3000 to 700',
    jpeg: true,
    parameters: (random) => `${square(random, 3000)}/700,/0/default.jpg`,
  },
  { name: 'turned by 90', jpeg: true, parameters: (random) => `${wholeAt(random)}/90/default.jpg` },
  { name: 'turned by 22.5', jpeg: true, parameters: (random) => `${wholeAt(random)}/22.5/default.jpg` },
  { name: 'gray', jpeg: true, parameters: (random) => `${wholeAt(random)}/0/gray.jpg` },
  { name: 'bitonal PNG', jpeg: false, parameters: (random) => `${wholeAt(random)}/0/bitonal.png` },
  { name: 'tile as WebP', jpeg: false, parameters: (random) => `${gridTile(random)}/0/default.webp` },
  { name: 'tile as PNG', jpeg: false, parameters: (random) => `${gridTile(random)}/0/default.png` },
  { name: 'tile as AVIF', jpeg: false, parameters: (random) => `${gridTile(random)}/0/default.avif` },
  { name: 'full as WebP', jpeg: false, parameters: (random) => `${wholeAt(random)}/0/default.webp` },
];

/** What one server did for one case in one round. */
type Turn = { cpu: number | undefined; milliseconds: number; connections: number };

type Measured = { case: Case; rounds: Map<Peer, Turn>[] };

/** Of requests, all different, in each turn; more than any server answers in that time. */
const LIST = 400;

/** Milliseconds of asking in each turn. */
const TURN = 700;

/** What is no tile: regions, sizes, rotations and formats that have to be computed. CPU time is what is compared. */
export async function offGridPart({ options, peers, say }: Bench): Promise<PartResult> {
  const found = await peers();
  const { cold, iipsrv, iiifProcessor, external } = found;
  const all = [cold, ...[iipsrv, iiifProcessor].filter(isPeer), ...external];
  const measured: Measured[] = [];
  for (const [number, one] of CASES.entries()) {
    say(`off-grid: ${one.name}`);
    const able = await ableTo(one, all);
    const rounds: Map<Peer, Turn>[] = [];
    for (let round = 0; round < options.rounds; round += 1) {
      const list = pathList(one, number * 1000 + round);
      const turns = new Map<Peer, Turn>();
      const connections = one.same === true || round % 2 === 0 ? 1 : 4;
      for (const peer of rotated(able, round)) turns.set(peer, await runTurn(peer, list, connections));
      rounds.push(turns);
    }
    measured.push({ case: one, rounds });
  }
  return {
    tables: [table(measured, all, found)],
    bars: bars(measured, found),
    figures: Object.fromEntries(
      measured.map(({ case: { name }, rounds }) => [
        name,
        Object.fromEntries(
          all.map((peer) => [
            peer.name,
            {
              rounds: rounds.flatMap((turns) => turns.get(peer) ?? []),
              cpuOfColdAgainstIt: cpuRatios(rounds, cold, peer),
            },
          ]),
        ),
      ]),
    ),
  };
}

/** Who answers it at all, and with a picture; asked once, which also is everybody's warm-up. */
async function ableTo(one: Case, peers: readonly Peer[]): Promise<Peer[]> {
  const able: Peer[] = [];
  for (const peer of peers) {
    const [path = ''] = pathsOf(peer, pathList(one, 77));
    const { status, body } = await ask(peer.origin, path);
    if (status === 200 && body.length > 0) able.push(peer);
  }
  return able;
}

async function runTurn(peer: Peer, list: readonly string[], connections: number): Promise<Turn> {
  const { pids } = peer;
  await untilIdle(peer);
  const before = pids === undefined ? undefined : cpuOf(pids);
  const answers = await askAll(peer.origin, pathsOf(peer, list), { connections, until: TURN });
  const after = pids === undefined ? undefined : cpuOf(pids);
  const cpu =
    before === undefined || after === undefined ? undefined : (after - before) / 1000 / answers.length;
  return { cpu, milliseconds: median(answers.map(({ milliseconds }) => milliseconds)) ?? NaN, connections };
}

function pathsOf(peer: Peer, list: readonly string[]): string[] {
  const prefix = peer.prefix('medium') ?? '';
  return list.map((parameters) => `${prefix}/${forVersion(parameters, peer)}`);
}

/** The same for every server in the same round. */
function pathList({ parameters }: Case, seed: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: LIST }, () => parameters(random));
}

/** The whole scan at about a thousand pixels, a few more or fewer each time. */
function wholeAt(random: Random): string {
  return `full/${whole(random, 640, 840)},`;
}

function square(random: Random, edge: number): string {
  const { width, height } = SCANS.medium;
  return `${whole(random, 1, width - edge)},${whole(random, 1, height - edge)},${edge},${edge}`;
}

/** A tile of the grid at full, half or a quarter of the size, none at the edge. */
function gridTile(random: Random): string {
  const { width, height } = SCANS.medium;
  const edge = 512 * 2 ** whole(random, 0, 3);
  const [x, y] = [whole(random, 0, Math.floor(width / edge)), whole(random, 0, Math.floor(height / edge))];
  return `${x * edge},${y * edge},${edge},${edge}/512,512`;
}

/** @param high not included. */
function whole(random: Random, low: number, high: number): number {
  return Math.floor(random.between(low, high));
}

function cpuRatios(rounds: Measured['rounds'], ours: Peer, other: Peer): number[] {
  return rounds.flatMap((turns) => {
    const [mine, theirs] = [turns.get(ours)?.cpu, turns.get(other)?.cpu];
    return mine === undefined || theirs === undefined || theirs === 0 ? [] : [mine / theirs];
  });
}

function bars(measured: readonly Measured[], { cold, iipsrv, iiifProcessor }: Peers): Bar[] {
  const jpegs = measured.filter((one) => one.case.jpeg);
  return [
    ...[iipsrv].filter(isPeer).map((peer) => worst('off-grid JPEG', jpegs, cold, peer, 1)),
    ...[iiifProcessor].filter(isPeer).map((peer) => worst('off-grid', measured, cold, peer, 0.99)),
  ];
}

/** The case in which we do worst is the one that counts. */
function worst(what: string, measured: readonly Measured[], ours: Peer, other: Peer, most: number): Bar {
  const ratios = measured.flatMap(({ case: { name }, rounds }) => {
    const ratio = median(cpuRatios(rounds, ours, other));
    return ratio === undefined ? [] : [{ name, ratio }];
  });
  const sorted = ratios.sort((a, b) => b.ratio - a.ratio);
  return atMost(
    `${what}, CPU against ${other.name}, at worst (${sorted[0]?.name ?? 'none'})`,
    sorted[0]?.ratio,
    most,
  );
}

function table(measured: readonly Measured[], all: readonly Peer[], { cold }: Peers): Table {
  const others = all.filter((peer) => peer !== cold);
  const of = (rounds: Measured['rounds'], peer: Peer, pick: (turn: Turn) => number | undefined) =>
    figure(
      median(
        rounds.flatMap((turns) => {
          const turn = turns.get(peer);
          return turn === undefined ? [] : (pick(turn) ?? []);
        }),
      ),
    );
  return {
    title:
      'Off the grid, 35 megapixel scan, caches off: milliseconds of CPU time for each request, and of waiting alone',
    columns: [
      'request',
      ...all.flatMap(({ name }) => [`${name}: CPU`, 'wait']),
      ...others.map(({ name }) => `CPU / ${name}`),
    ],
    rows: measured.map(({ case: { name }, rounds }) => [
      name,
      ...all.flatMap((peer) => [
        of(rounds, peer, ({ cpu }) => cpu),
        of(rounds, peer, ({ connections, milliseconds }) => (connections === 1 ? milliseconds : undefined)),
      ]),
      ...others.map((peer) => figure(median(cpuRatios(rounds, cold, peer)))),
    ]),
    notes: [
      'Qualities differ: IIPImage and Diptych write JPEG at 85, iiif-processor as sharp does unless told (80);',
      'WebP at 80, effort 0 against 80, effort 4.',
    ],
  };
}
