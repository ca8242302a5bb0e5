import { atMost, type Bench, type PartResult } from './bench.ts';
import { scanNames, SCANS } from './bench-archive.ts';
import { median } from './median.ts';
import { isMissing, type Peer, type ScanName } from './peer.ts';
import { tilePaths, tilesOf } from './peers.ts';
import { rotated, runRound } from './round.ts';
import { figure } from './table.ts';

const CONNECTIONS = 4;

type Row = { name: string; peer: Peer; interior: boolean; cpu: Record<ScanName, number[]> };

/** What a tile costs in CPU time, by the size of the scan it is cut from. */
export async function sizesPart({ options, load, peers, say }: Bench): Promise<PartResult> {
  const { cold, iipsrv, iiifProcessor } = await peers();
  const row = (peer: Peer, interior: boolean): Row => ({
    name: `${peer.name}${interior ? ', full tiles only' : ''}`,
    peer,
    interior,
    cpu: { small: [], medium: [], large: [] },
  });
  const rows = [
    row(cold, false),
    row(cold, true),
    ...[iipsrv, iiifProcessor].flatMap((peer) => (isMissing(peer) ? [] : [row(peer, false)])),
  ];
  // Code that runs for the first time costs more; without this the first scan would look dear.
  for (const scan of scanNames()) {
    const paths = tilePaths(cold, scan, await tilesOf(cold, scan));
    await load.run({ origin: cold.origin, paths }, CONNECTIONS, options.seconds);
  }
  for (let round = 0; round < options.rounds; round += 1) {
    say(`sizes: round ${round + 1} of ${options.rounds}`);
    for (const scan of rotated(scanNames(), round)) {
      const tiles = await tilesOf(cold, scan);
      for (const { peer, interior, cpu } of rows) {
        // The peers are there to show what the size can do; once is enough of that.
        if (peer !== cold && round > 0) continue;
        const paths = tilePaths(peer, scan, interior ? tiles.filter((tile) => tile.interior) : tiles);
        const { cpu: each } = await runRound(load, peer, paths, CONNECTIONS, options.seconds);
        if (each !== undefined) cpu[scan].push(each);
      }
    }
  }
  const [all] = rows;
  return {
    tables: [
      {
        title: `CPU microseconds for each tile, ${CONNECTIONS} connections`,
        columns: [
          'server',
          ...scanNames().map((scan) => `${megapixels(scan)} MP`),
          `${megapixels('large')} to ${megapixels('small')} MP`,
        ],
        rows: rows.map(({ name, cpu }) => [
          name,
          ...scanNames().map((scan) => figure(median(cpu[scan]))),
          `${figure(median(growth(cpu)))} x`,
        ]),
      },
    ],
    bars: [
      atMost(
        'cold tiles, CPU at 140 MP against 9 MP',
        all === undefined ? undefined : median(growth(all.cpu)),
        1.2,
      ),
    ],
    figures: rows.map(({ name, cpu }) => ({ name, cpuMicroseconds: cpu, growth: growth(cpu) })),
  };
}

function growth({ small, large }: Row['cpu']): number[] {
  return large.map((cpu, round) => cpu / (small[round] ?? NaN));
}

function megapixels(scan: ScanName): number {
  return Math.round((SCANS[scan].width * SCANS[scan].height) / 1e6);
}
