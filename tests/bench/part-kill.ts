import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { seededRandom, type Random } from '../../scripts/specimens/random.ts';
import { askAll, type Answer } from './ask.ts';
import { SCANS } from './bench-archive.ts';
import type { Bench, PartResult } from './bench.ts';
import { NOTHING_KEPT, serveDiptych } from './diptych-server.ts';
import { ownServer } from './own-server.ts';
import { filesIn, temporaryFilesIn } from './var-files.ts';

const KILLS = 20;

/** Pictures asked for before each kill, all new; more than are made until then. */
const PICTURES = 30;

/** What the pixels of each address are, or what its answer was instead. */
type Pixels = ReadonlyMap<string, string>;

/**
 * A server that is killed while it makes and keeps pictures, twenty times: whatever it kept must be whole. What
 * is right is asked of a server that keeps nothing.
 */
export async function killPart(bench: Bench): Promise<PartResult> {
  const { say, archive } = bench;
  const random = seededRandom(706);
  const prefix = `/iiif/image/3/${archive.image('medium')}`;
  const lists = Array.from({ length: KILLS }, () =>
    Array.from({ length: PICTURES }, () => `${prefix}/${picture(random)}`),
  );
  say(`kill: asking for ${KILLS * PICTURES} pictures of a server that keeps nothing`);
  const reference = await serveDiptych(archive, NOTHING_KEPT);
  const right = await pixelsOf(await askAll(reference.origin, lists.flat(), { connections: 4 }));
  await reference.child.stop();

  const own = await ownServer(bench, 'kill');
  const before = (await filesIn(own.var)).length;
  const tally = { before: 0, afterwards: 0, wrong: 0 };
  const compare = async (answers: readonly Answer[], killed: boolean) => {
    const whole = answers.filter(({ status }) => !killed || status !== 0);
    for (const [path, pixels] of await pixelsOf(whole)) if (right.get(path) !== pixels) tally.wrong += 1;
    tally[killed ? 'before' : 'afterwards'] += whole.length;
  };
  for (const [number, list] of lists.entries()) {
    const after = Math.round(random.between(40, 500));
    say(`kill: ${number + 1} of ${KILLS}, after ${after} ms`);
    const { origin, child } = await own.start();
    // What was being written when it was killed the last time.
    const last = lists[number - 1] ?? [];
    await compare(await askAll(origin, last, { connections: 4 }), false);
    const asking = askAll(origin, list, { connections: 8 });
    await new Promise((resolve) => setTimeout(resolve, after));
    child.kill('SIGKILL');
    await compare(await asking, true);
    await child.exited;
  }
  const left = (await temporaryFilesIn(own.var)).length;
  const { origin, child } = await own.start();
  await compare(await askAll(origin, lists.flat(), { connections: 4 }), false);
  await child.stop();
  const temporary = (await temporaryFilesIn(own.var)).length;
  const written = (await filesIn(own.var)).length - before;

  const figures = {
    kills: KILLS,
    ...tally,
    written,
    temporaryAfterKills: left,
    temporaryAfterStart: temporary,
  };
  return {
    tables: [
      {
        title: `Killed ${KILLS} times while pictures were made and kept`,
        columns: ['what', 'number'],
        rows: [
          ['answers before a kill', String(tally.before)],
          ['answers afterwards', String(tally.afterwards)],
          ['of all these with other pixels, or none', String(tally.wrong)],
          ['files more in var/ at the end', String(written)],
          ['temporary files after the last kill', String(left)],
          ['temporary files after the next start', String(temporary)],
        ],
      },
    ],
    bars: [
      {
        what: 'truncated or wrong pictures after kill -9',
        measured: `${tally.wrong} of ${tally.before + tally.afterwards}`,
        bar: 'none',
        reached: tally.wrong === 0 && tally.afterwards > 0,
      },
    ],
    figures,
  };
}

async function pixelsOf(answers: readonly Answer[]): Promise<Pixels> {
  const found = new Map<string, string>();
  for (const { path, status, body } of answers) {
    found.set(path, status === 200 ? await hashOfPixels(body) : `answered ${status}`);
  }
  return found;
}

/** A picture that breaks off is an error to this decoder, not gray below. */
async function hashOfPixels(body: Buffer): Promise<string> {
  try {
    const { data, info } = await sharp(body, { failOn: 'warning' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return createHash('sha256')
      .update(`${info.width} ${info.height} ${info.channels}`)
      .update(data)
      .digest('hex');
  } catch (error) {
    return `not decoded: ${String(error)}`;
  }
}

/** Pictures of every kind that has to be computed, from small ones to some that take a while to write. */
function picture(random: Random): string {
  const { width, height } = SCANS.medium;
  const edge = Math.floor(random.between(300, 1600));
  const [left, top] = [
    Math.floor(random.between(1, width - edge)),
    Math.floor(random.between(1, height - edge)),
  ];
  const size = Math.floor(random.between(edge / 3, edge));
  const format = ['jpg', 'jpg', 'png', 'webp'][Math.floor(random.between(0, 4))] ?? 'jpg';
  return `${left},${top},${edge},${edge}/${size},/0/default.${format}`;
}
