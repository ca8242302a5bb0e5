import { ask } from './ask.ts';
import { SCANS } from './bench-archive.ts';
import type { Bench, PartResult } from './bench.ts';
import { median } from './median.ts';
import { ownServer } from './own-server.ts';
import { cpuOf } from './process-cost.ts';
import { figure } from './table.ts';

const CLIENTS = 200;

/** Twice the work of one would be 2; sending to two hundred costs something as well. */
const MOST = 1.6;

/** Two hundred clients want the same picture at the same moment, and it has not been made yet. */
export async function stampedePart(bench: Bench): Promise<PartResult> {
  const { image } = bench.archive;
  const { start } = await ownServer(bench, 'stampede');
  const { origin, child } = await start();
  // Much work and few bytes, so that rendering shows against sending.
  const path = (left: number) =>
    `/iiif/image/3/${image('medium')}/${left},0,${SCANS.medium.width - 100},${SCANS.medium.height}/max/0/bitonal.png`;
  const cost = async (clients: number, left: number) => {
    const before = cpuOf([child.pid]);
    const answers = await Promise.all(Array.from({ length: clients }, () => ask(origin, path(left))));
    return { cpu: cpuOf([child.pid]) - before, answers };
  };

  await cost(1, 0);
  const rounds: { alone: number; together: number; ratio: number }[] = [];
  let [same, answered] = [true, 0];
  for (let round = 1; round <= bench.options.rounds; round += 1) {
    bench.say(`stampede: round ${round} of ${bench.options.rounds}`);
    const alone = (await cost(1, 2 * round)).cpu;
    const { cpu: together, answers } = await cost(CLIENTS, 2 * round + 1);
    rounds.push({ alone, together, ratio: together / alone });
    answered += answers.filter(({ status }) => status === 200).length;
    same &&= answers.every(({ body }) => body.equals(answers[0]?.body ?? Buffer.alloc(0)));
  }
  await child.stop();

  const ratio = median(rounds.map((round) => round.ratio)) ?? NaN;
  const expected = CLIENTS * rounds.length;
  return {
    tables: [
      {
        title: `${CLIENTS} clients on one picture that is not there yet, CPU milliseconds of the server`,
        columns: ['round', 'one client', `${CLIENTS} clients`, 'ratio'],
        rows: rounds.map(({ alone, together, ratio }, at) => [
          String(at + 1),
          figure(alone / 1000),
          figure(together / 1000),
          `${figure(ratio)} x`,
        ]),
      },
    ],
    bars: [
      {
        what: `a stampede of ${CLIENTS} is rendered once (CPU against one client)`,
        measured: `${figure(ratio)} x`,
        bar: `${MOST} x at most`,
        reached: ratio <= MOST,
      },
      {
        what: 'all of a stampede get the same bytes',
        measured: `${answered} of ${expected}${same ? '' : ', different'}`,
        bar: 'all',
        reached: same && answered === expected,
      },
    ],
    figures: { clients: CLIENTS, rounds, answered, expected, same },
  };
}
