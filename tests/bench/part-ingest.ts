import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { atLeast, atMost, type Bench, type PartResult } from './bench.ts';
import { startChild, type Child } from './child-process.ts';
import { startDiptych } from './diptych-server.ts';
import { findProgram } from './find-program.ts';
import { median } from './median.ts';
import { cpuOfEndedChildren, peakMemory } from './process-cost.ts';
import { drawSyntheticScan } from './synthetic-scan.ts';
import { figure } from './table.ts';

const PAGES = 16;

const GIANT = { width: 15_000, height: 20_000 };

/** Programs that ran to their end. */
type Run = { wall: number; cpu: number; memory: number };

/** A folder of pages and one giant scan through the real command; beside it what `vips` needs for a pyramid alone. */
export async function ingestPart({ options, archive, folder, say }: Bench): Promise<PartResult> {
  const pages = join(folder, 'ingest', 'pages');
  const names = await writePages(pages, join(archive.archive, 'images', 'scans', 'medium.jpg'));
  const giant = join(folder, 'ingest', 'giant');
  const giantScan = await writeGiant(giant, options.keep ?? folder, say);

  const many: Run[] = [];
  const manyVips: Run[] = [];
  for (let round = 0; round < Math.min(2, options.rounds); round += 1) {
    say(`ingest: ${PAGES} pages of 35 megapixels, round ${round + 1}`);
    many.push(await ingestArchive(pages, join(folder, 'ingest', 'var')));
    manyVips.push(...(await vipsPyramids(names, folder)));
  }
  say('ingest: one scan of 300 megapixels');
  const one = await ingestArchive(giant, join(folder, 'ingest', 'var'));
  const [oneVips] = await vipsPyramids([giantScan], folder);
  await rm(join(folder, 'ingest'), { recursive: true, force: true });

  const perMinute = median(many.map(({ wall }) => (PAGES * 60) / wall));
  const memory = Math.max(...many.map((run) => run.memory)) / 1e6;
  const row = (name: string, runs: readonly Run[], count: number) => [
    name,
    figure(median(runs.map(({ wall }) => (count * 60) / wall))),
    figure(median(runs.map(({ wall }) => wall))),
    figure(median(runs.map(({ cpu }) => cpu / count))),
    figure(runs.length === 0 ? undefined : Math.max(...runs.map((run) => run.memory)) / 1e6),
  ];
  return {
    tables: [
      {
        title: "Ingest, the program's start included",
        columns: ['what', 'scans a minute', 'wall s', 'CPU s a scan', 'peak memory MB'],
        rows: [
          row(`${PAGES} x 35 MP, diptych ingest`, many, PAGES),
          row(`${PAGES} x 35 MP, vips tiffsave, two at once`, manyVips, PAGES),
          row('300 MP, diptych ingest', [one], 1),
          row('300 MP, vips tiffsave', oneVips === undefined ? [] : [oneVips], 1),
        ],
        notes: [
          ...(manyVips.length === 0 ? ['vips was not found: apt-get install libvips-tools'] : []),
          'vips makes a pyramid and no more: no tiles prepared, nothing checked, nothing brought to the disk.',
        ],
      },
    ],
    bars: [
      atLeast('ingest of 35 MP pages', perMinute, 100, 'a minute'),
      atMost('ingest of 35 MP pages, peak memory', memory, 250, 'MB'),
      atMost('ingest of a scan of 300 MP, peak memory', one.memory / 1e6, 250, 'MB'),
    ],
    figures: { pages: PAGES, many, manyVips, giant: one, giantVips: oneVips },
  };
}

/** The same picture again and again, each in a file of its own content: a comment tells them apart. */
async function writePages(archive: string, scan: string): Promise<string[]> {
  const images = await documentFolder(archive, 'pages');
  const bytes = await readFile(scan);
  const files: string[] = [];
  for (let number = 1; number <= PAGES; number += 1) {
    const comment = Buffer.from(`page ${String(number).padStart(3, '0')}`);
    const marker = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
    const file = join(images, `${number}.jpg`);
    await writeFile(file, Buffer.concat([bytes.subarray(0, 2), marker, comment, bytes.subarray(2)]));
    files.push(file);
  }
  return files;
}

async function writeGiant(archive: string, keep: string, say: Bench['say']): Promise<string> {
  const kept = join(keep, 'giant.jpg');
  if (!existsSync(kept)) {
    say('ingest: drawing a scan of 300 megapixels');
    await drawSyntheticScan(kept, GIANT);
  }
  const file = join(await documentFolder(archive, 'giant'), '1.jpg');
  await writeFile(file, await readFile(kept));
  return file;
}

async function documentFolder(archive: string, document: string): Promise<string> {
  const [images, manifests] = [join(archive, 'images', document), join(archive, 'manifests', document)];
  await mkdir(images, { recursive: true });
  await mkdir(manifests, { recursive: true });
  await writeFile(join(manifests, 'document.yaml'), 'title: { en: Pages of the bench }\n');
  return images;
}

async function ingestArchive(archive: string, varFolder: string): Promise<Run> {
  await rm(varFolder, { recursive: true, force: true });
  return watch(() => startDiptych(['ingest', '--archive', archive, '--var', varFolder]));
}

/** Two at a time, as ingest does it; nothing if vips is not here. */
async function vipsPyramids(files: readonly string[], folder: string): Promise<Run[]> {
  const vips = findProgram('vips');
  if (vips === undefined) return [];
  const started = performance.now();
  const runs: Run[] = [];
  const waiting = files.entries();
  const work = async () => {
    for (const [number, file] of waiting) {
      const target = join(folder, `vips-${number}.tif`);
      const options = [
        '--tile',
        '--pyramid',
        '--compression=jpeg',
        '--Q=85',
        '--tile-width=512',
        '--tile-height=512',
      ];
      runs.push(await watch(() => startChild(vips, ['tiffsave', file, target, ...options])));
      await rm(target);
    }
  };
  const before = cpuOfEndedChildren();
  await Promise.all([work(), work()]);
  const cpu = (cpuOfEndedChildren() - before) / 1e6;
  // Two run at once: their peaks come together sooner or later.
  const memory = Math.max(...runs.map((run) => run.memory)) * Math.min(2, files.length);
  return [{ wall: (performance.now() - started) / 1000, cpu, memory }];
}

/** @throws Error with what it wrote, if it fails. */
async function watch(start: () => Promise<Child>): Promise<Run> {
  const [started, before] = [performance.now(), cpuOfEndedChildren()];
  const child = await start();
  let memory = 0;
  const look = setInterval(() => (memory = Math.max(memory, peakMemory(child.pid))), 20);
  const code = await child.exited;
  clearInterval(look);
  if (code !== 0) throw new Error(`The program ended with ${String(code)}:\n${child.written()}`);
  return { wall: (performance.now() - started) / 1000, cpu: (cpuOfEndedChildren() - before) / 1e6, memory };
}
