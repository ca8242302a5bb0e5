import { Agent } from 'node:http';
import { seededRandom, type Random } from '../../scripts/specimens/random.ts';
import { ask, askAll } from './ask.ts';
import { scanNames, SCANS, type BenchArchive } from './bench-archive.ts';
import { atMost, type Bench, type PartResult } from './bench.ts';
import { diptychPeer, type DiptychServer } from './diptych-server.ts';
import { quantile } from './median.ts';
import { ownServer } from './own-server.ts';
import { tilePaths, tilesOf } from './peers.ts';
import { openFiles, residentMemory } from './process-cost.ts';
import { visit, type Visit } from './soak-client.ts';
import { figure } from './table.ts';
import { filesIn, temporaryFilesIn } from './var-files.ts';

const CLIENTS = 16;

type Sample = { second: number; memory: number; handles: number };

/** Minutes of everything at once: does the server stay as it was after half a minute? */
export async function soakPart(bench: Bench): Promise<PartResult> {
  const own = await ownServer(bench, 'soak');
  const server = await own.start();
  const { origin, child } = server;
  const tiles = await tilesOfAll(bench.archive, server);
  // What is kept in memory up to a bound is filled before the clock starts: what grows afterwards is something else.
  await askAll(origin, tiles, { connections: CLIENTS, onAnswer: () => undefined });
  const draw = await visits(bench.archive, server, tiles);
  const seconds = bench.options.soakMinutes * 60;
  const statuses = new Map<string, number>();
  const wrong = new Map<string, number>();
  const samples: Sample[] = [];
  const started = performance.now();
  const running = () => performance.now() - started < seconds * 1000;

  const watch = setInterval(() => {
    const second = Math.round((performance.now() - started) / 1000);
    samples.push({ second, memory: residentMemory(child.pid) ?? 0, handles: openFiles(child.pid).length });
    if (second % 30 === 0) bench.say(`soak: ${second} of ${seconds} s`);
  }, 1000);
  const client = async (_: unknown, number: number) => {
    const random = seededRandom(1000 + number);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (running()) {
      const next = draw(random);
      const status = await visit(origin, next, agent, random);
      count(statuses, String(status));
      if (status !== -1 && !next.expected.includes(status)) count(wrong, `${next.kind}: ${status}`);
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  clearInterval(watch);
  // Clients are gone; what it still holds then it keeps.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const handlesAfterwards = openFiles(child.pid).length;
  await child.stop();

  const temporary = await temporaryFilesIn(own.var);
  const cache = (await filesIn(own.var)).filter(({ path }) => path.startsWith('cache'));
  const between = (from: number, to: number) => samples.filter(({ second }) => second >= from && second < to);
  const early = mean(between(25, 35).map(({ memory }) => memory));
  const late = mean(between(seconds - 10, seconds + 1).map(({ memory }) => memory));
  const [handlesEarly, handlesLate] = [between(0, 35), between(seconds - 30, seconds + 1)].map((part) =>
    Math.max(...part.map(({ handles }) => handles)),
  );
  const highest = Math.max(...samples.map(({ memory }) => memory));
  const unexpected = [...wrong.values()].reduce((sum, number) => sum + number, 0);
  const total = [...statuses.values()].reduce((sum, number) => sum + number, 0);
  return {
    tables: [
      {
        title: `${bench.options.soakMinutes} minutes of mixed load by ${CLIENTS} clients, ${total} visits`,
        columns: ['what', 'figure'],
        rows: [
          ['resident memory after half a minute, MB', figure(early / 1e6)],
          ['resident memory at the end, MB', figure(late / 1e6)],
          ['resident memory at its highest, MB', figure(highest / 1e6)],
          [
            '95 % of all samples below, MB',
            figure(
              (quantile(
                samples.map(({ memory }) => memory),
                0.95,
              ) ?? NaN) / 1e6,
            ),
          ],
          ['most file handles in the first half minute', String(handlesEarly)],
          ['most file handles in the last half minute', String(handlesLate)],
          ['file handles when all have left', String(handlesAfterwards)],
          ['files in var/cache, MB', figure(cache.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6)],
          ...[...statuses].sort().map(([status, number]) => [named(status), String(number)]),
          ...[...wrong].map(([what, number]) => [`unexpected: ${what}`, String(number)]),
        ],
      },
    ],
    bars: [
      atMost('soak: memory at the end against after half a minute', late / early, 1.2),
      atMost(
        'soak: file handles at the end against the first half minute',
        (handlesLate ?? NaN) / (handlesEarly ?? NaN),
        1.2,
      ),
      {
        what: 'soak: temporary files left',
        measured: String(temporary.length),
        bar: 'none',
        reached: temporary.length === 0,
      },
      {
        what: 'soak: answers of a status that was not expected',
        measured: `${unexpected} of ${total}`,
        bar: 'none',
        reached: unexpected === 0,
      },
    ],
    figures: {
      clients: CLIENTS,
      visits: total,
      statuses: Object.fromEntries(statuses),
      unexpected: Object.fromEntries(wrong),
      memory: { early, late, highest },
      handles: { early: handlesEarly, late: handlesLate, afterwards: handlesAfterwards },
      temporary,
      everyTenSeconds: samples.filter(({ second }) => second % 10 === 0),
    },
  };
}

async function tilesOfAll(archive: BenchArchive, server: DiptychServer): Promise<string[]> {
  const peer = diptychPeer('Diptych', server, archive);
  const all = scanNames().map(async (scan) => tilePaths(peer, scan, await tilesOf(peer, scan)));
  return (await Promise.all(all)).flat();
}

/** @returns what draws the next visit: mostly tiles, with everything else between them. */
async function visits(
  archive: BenchArchive,
  server: DiptychServer,
  tiles: readonly string[],
): Promise<(random: Random) => Visit> {
  const peer = diptychPeer('Diptych', server, archive);
  const images = scanNames().map((scan) => ({ prefix: peer.prefix(scan) ?? '', ...SCANS[scan] }));
  const tags = await tagsOf(server.origin, tiles.slice(0, 40));
  const get = (kind: string, path: string, more: Partial<Visit> = {}): Visit => ({
    kind,
    method: 'GET',
    path,
    headers: {},
    expected: [200],
    manner: 'read',
    ...more,
  });
  const one = <T>(random: Random, list: readonly [T, ...T[]] | readonly T[]): T | undefined =>
    list[Math.floor(random.next() * list.length)];
  const region = (random: Random): string => {
    const { prefix = '', width = 1000, height = 1000 } = one(random, images) ?? {};
    const edge = Math.floor(random.between(200, 1800));
    const [left, top] = [random.between(0, width - edge), random.between(0, height - edge)].map(Math.floor);
    return `${prefix}/${left},${top},${edge},${edge}/!${Math.floor(random.between(100, 900))},900/0`;
  };
  const image = (random: Random): string => one(random, images)?.prefix ?? '';
  const kinds: readonly [share: number, draw: (random: Random) => Visit][] = [
    [50, (random) => get('tile', one(random, tiles) ?? '')],
    [
      8,
      (random) =>
        get(
          'thumbnail',
          `${image(random)}/full/${one(random, ['200,', '!400,400', '!1024,1024', ',300'])}/0/default.jpg`,
        ),
    ],
    [8, (random) => get('region', `${region(random)}/default.${one(random, ['jpg', 'jpg', 'webp', 'png'])}`)],
    [1, () => get('full size', `${peer.prefix('small') ?? ''}/full/max/0/default.jpg`)],
    [4, (random) => get('info.json', `${image(random)}/info.json`)],
    [
      3,
      (random) =>
        get('manifest', one(random, ['/iiif/documents/scans/manifest', '/documents/scans', '/']) ?? ''),
    ],
    [3, (random) => get('HEAD', one(random, tiles) ?? '', { method: 'HEAD' })],
    [
      5,
      (random) => {
        const { path, tag } = one(random, tags) ?? { path: '/', tag: '' };
        return get('If-None-Match', path, { headers: { 'If-None-Match': tag }, expected: [304] });
      },
    ],
    [
      4,
      (random) =>
        get(
          'unknown image',
          `/iiif/image/3/nobody_${Math.floor(random.next() * 1e6)}/full/200,/0/default.jpg`,
          { expected: [404] },
        ),
    ],
    [5, (random) => get('nonsense', `${image(random)}/${one(random, NONSENSE)}`, { expected: [400] })],
    [
      5,
      (random) =>
        get('leaves', `${region(random)}/default.${one(random, ['jpg', 'webp', 'png'])}`, {
          manner: 'leave',
        }),
    ],
    [2, (random) => get('leaves a tile', one(random, tiles) ?? '', { manner: 'leave' })],
    [
      2,
      (random) => get('slow reader', `${image(random)}/0,0,2000,2000/max/0/default.jpg`, { manner: 'slow' }),
    ],
  ];
  const sum = kinds.reduce((total, [share]) => total + share, 0);
  return (random) => {
    let at = random.next() * sum;
    const kind = kinds.find(([share]) => (at -= share) < 0) ?? kinds[0];
    if (kind === undefined) throw new Error('no kinds of visits');
    return kind[1](random);
  };
}

const NONSENSE: readonly string[] = [
  '-1,0,10,10/max/0/default.jpg',
  '0,0,0,10/max/0/default.jpg',
  '99999999,0,10,10/max/0/default.jpg',
  'pct:101,0,10,10/max/0/default.jpg',
  'full/0,/0/default.jpg',
  'full/9999999999999999999,/0/default.jpg',
  'full/max/361/default.jpg',
  'full/max/0/sepia.jpg',
  'full/max/0/default.exe',
];

async function tagsOf(origin: string, paths: readonly string[]): Promise<{ path: string; tag: string }[]> {
  const answers = await Promise.all(paths.map((path) => ask(origin, path)));
  return answers.flatMap(({ path, headers }) =>
    typeof headers.etag === 'string' ? [{ path, tag: headers.etag }] : [],
  );
}

function named(status: string): string {
  return status === '-1' ? 'visits that left before the end' : `answers of ${status}`;
}

function count(tally: Map<string, number>, key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
