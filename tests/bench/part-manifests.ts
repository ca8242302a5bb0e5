import { Agent } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ask, type Answer } from './ask.ts';
import { atMost, type Bench, type PartResult } from './bench.ts';
import { serveDiptych, type DiptychServer } from './diptych-server.ts';
import { bookId, copyId, LONG, ManifestStore } from './manifest-store.ts';
import { median, quantile } from './median.ts';
import { cpuOf, peakMemory, residentMemory } from './process-cost.ts';
import { figure } from './table.ts';

/** First answers of a long document, each after a change of it. */
const CHANGES = 7;

/** Answers that are kept, and those of them that are not compressed: of a long document, 19 MB each. */
const REPEATS = { zipped: 500, plain: 50 };

/** Short documents, each asked for once. */
const SHORT = 300;

const FEW = 1000;

const VERSIONS = [3, 2] as const;

/** `cpu` of the server, for each answer; all in milliseconds. */
type Cost = { p50: number | undefined; p99: number | undefined; cpu: number };

type LongFigures = {
  pages: number;
  version: 2 | 3;
  /** Bytes of JSON, and compressed. */
  bytes: number;
  zipped: number;
  first: Cost;
  again: Cost;
  plain: Cost;
  unchanged: Cost;
};

type Crowd = { documents: number; first: Cost; again: Cost; collection: Cost };

/**
 * Manifests of long documents, made for the first time and kept; and whether it matters how many documents there
 * are. Every answer comes over the network from the real server.
 */
export async function manifestsPart({ options, archive, folder, say }: Bench): Promise<PartResult> {
  say('manifests: making documents of 300 and of 10,000 pages');
  const stores = [
    await ManifestStore.make(join(folder, 'manifests', 'few')),
    await ManifestStore.make(join(folder, 'manifests', 'many')),
  ] as const;
  const serve = (store: ManifestStore) => serveDiptych({ archive: archive.archive, var: store.var });

  const [store] = stores;
  const server = await serve(store);
  const before = residentMemory(server.child.pid);
  const long: LongFigures[] = [];
  for (const pages of LONG) {
    for (const version of VERSIONS) long.push(await askForLong(server, store, pages, version));
  }
  const peak = peakMemory(server.child.pid);
  const pause = await longestPause(server, store);
  await server.child.stop();

  say(`manifests: making ${options.documents} documents`);
  stores[0].grow(FEW);
  stores[1].grow(options.documents);
  const servers = [await serve(stores[0]), await serve(stores[1])];
  const crowds = await askForMany(servers, [FEW, options.documents]);
  for (const { child } of servers) await child.stop();
  for (const one of stores) one.close();
  return result(long, crowds, { before, peak, pause });
}

async function askForLong(
  { origin, child }: DiptychServer,
  store: ManifestStore,
  pages: number,
  version: 2 | 3,
): Promise<LongFigures> {
  const path = `/iiif/${version}/documents/${bookId(pages)}/manifest`;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get = (headers: Record<string, string>) => ask(origin, path, { agent, headers });
  const first = await repeat(child.pid, CHANGES, () => {
    store.touch(bookId(pages));
    return get(ZIPPED);
  });
  const { headers, body } = checked(await get(ZIPPED));
  const held = { ...ZIPPED, 'If-None-Match': String(headers.etag) };
  const json = gunzipSync(body);
  if (!json.includes(`canvases/${pages}"`)) throw new Error(`${path} does not tell of the last page`);
  const figures = {
    pages,
    version,
    bytes: json.length,
    zipped: body.length,
    first,
    again: await repeat(child.pid, REPEATS.zipped, () => get(ZIPPED)),
    plain: await repeat(child.pid, REPEATS.plain, () => get({})),
    unchanged: await repeat(child.pid, REPEATS.zipped, () => get(held), 304),
  };
  agent.destroy();
  return figures;
}

/** How long at most somebody else has to wait while the longest manifest is made: the median of several times. */
async function longestPause({ origin }: DiptychServer, store: ManifestStore): Promise<number | undefined> {
  const longest = bookId(Math.max(...LONG));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const longestWaits: number[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    store.touch(longest);
    const progress = { making: true };
    const made = ask(origin, `/iiif/documents/${longest}/manifest`, { headers: ZIPPED }).then((answer) => {
      progress.making = false;
      checked(answer);
    });
    let longestWait = 0;
    while (progress.making) {
      const { milliseconds } = await ask(origin, '/iiif/context.json', { agent });
      longestWait = Math.max(longestWait, milliseconds);
    }
    await made;
    longestWaits.push(longestWait);
  }
  agent.destroy();
  return median(longestWaits);
}

/** Both servers in turn, one request each, so that whatever else the machine does troubles both alike. */
async function askForMany(servers: readonly DiptychServer[], counts: readonly number[]): Promise<Crowd[]> {
  const rivals = servers.map(({ origin, child }, at) => {
    const documents = counts[at] ?? 0;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const id = (index: number) => copyId(Math.floor(((index + 0.5) * documents) / SHORT));
    const get = (path: string) => ask(origin, path, { agent, headers: ZIPPED });
    return {
      documents,
      agent,
      pid: child.pid,
      manifest: (index: number, version: 2 | 3) => get(`/iiif/${version}/documents/${id(index)}/manifest`),
      collection: (index: number) => get(`/iiif/${index % 2 === 0 ? 3 : 2}/collections/collection-0`),
    };
  });
  type Rival = (typeof rivals)[number];
  const round = async (count: number, get: (rival: Rival, index: number) => Promise<Answer>) => {
    const taken = rivals.map((rival) => {
      const times: number[] = [];
      return { rival, times, cpu: cpuOf([rival.pid]) };
    });
    for (let index = 0; index < count; index += 1) {
      for (const { rival, times } of taken) times.push(checked(await get(rival, index)).milliseconds);
    }
    return taken.map(({ rival, times, cpu }) => costOf(times, cpuOf([rival.pid]) - cpu));
  };
  // What the server does once, and the compiler of JavaScript, is no document's doing.
  await round(SHORT, (rival, index) => rival.manifest(index, 2));
  const first = await round(SHORT, (rival, index) => rival.manifest(index, 3));
  const again = await round(SHORT, (rival, index) => rival.manifest(index, 3));
  const collection = await round(2, (rival, index) => rival.collection(index));
  return rivals.flatMap(({ documents, agent }, at) => {
    agent.destroy();
    const [one, other, listing] = [first[at], again[at], collection[at]];
    if (one === undefined || other === undefined || listing === undefined) return [];
    return [{ documents, first: one, again: other, collection: listing }];
  });
}

const ZIPPED = { 'Accept-Encoding': 'gzip' };

async function repeat(pid: number, count: number, get: () => Promise<Answer>, status = 200): Promise<Cost> {
  const before = cpuOf([pid]);
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) times.push(checked(await get(), status).milliseconds);
  return costOf(times, cpuOf([pid]) - before);
}

/** @param cpu of all answers together, in microseconds. */
function costOf(times: readonly number[], cpu: number): Cost {
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), cpu: cpu / 1000 / times.length };
}

function checked(answer: Answer, status = 200): Answer {
  if (answer.status !== status) throw new Error(`${answer.path} answered ${answer.status}, not ${status}`);
  return answer;
}

function result(
  long: readonly LongFigures[],
  crowds: readonly Crowd[],
  server: { before: number | undefined; peak: number; pause: number | undefined },
): PartResult {
  const again = (pages: number) =>
    median(long.filter((one) => one.pages === pages).flatMap((one) => one.again.p50 ?? []));
  const [few, many] = crowds;
  // By the processor's time: by the clock, whatever else the machine does would count.
  const grown = (name: 'first' | 'again') => {
    const [less, more] = [few?.[name].cpu ?? 0, many?.[name].cpu ?? 0];
    return less === 0 ? undefined : more / less;
  };
  const memory = server.before === undefined ? undefined : (server.peak - server.before) / 1e6;
  return {
    tables: [
      {
        title: 'Manifests of long documents, one client; milliseconds: p50, p99, CPU of an answer',
        columns: [
          'leaves, API',
          'JSON',
          'gzip',
          'first',
          'CPU',
          'again',
          '',
          'CPU',
          'no gzip',
          '',
          'CPU',
          '304',
          '',
          'CPU',
        ],
        rows: long.map(({ pages, version, bytes, zipped, first, ...kept }) => [
          `${pages}, ${version}`,
          `${figure(bytes / 1e6)} MB`,
          `${figure(zipped / 1e6)} MB`,
          figure(first.p50),
          figure(first.cpu),
          ...[kept.again, kept.plain, kept.unchanged].flatMap(shown),
        ]),
        notes: [
          `first: the median of ${CHANGES}, each after a change of the document`,
          `The longest wait of another request while 10,000 leaves are made: ${figure(server.pause)} ms`,
        ],
      },
      {
        title:
          'Manifests of two leaves, by how many documents there are; milliseconds: p50, p99, CPU of an answer',
        columns: ['documents', 'first', '', 'CPU', 'again', '', 'CPU', 'a collection of 1000', 'CPU'],
        rows: crowds.map(({ documents, first, again: kept, collection }) => [
          String(documents),
          ...[first, kept].flatMap(shown),
          figure(collection.p50),
          figure(collection.cpu),
        ]),
      },
    ],
    bars: [
      atMost('manifest of 300 leaves, kept, p50', again(300), 2, 'ms'),
      atMost('manifest of 10,000 leaves, kept, p50', again(10_000), 20, 'ms'),
      atMost('memory that manifests of 10,000 leaves take', memory, 250, 'MB'),
      atMost('another request meanwhile, longest wait', server.pause, 100, 'ms'),
      atMost(`CPU of a first manifest of ${many?.documents ?? 0}, over ${FEW}`, grown('first'), 1.2),
      atMost(`CPU of a kept manifest of ${many?.documents ?? 0}, over ${FEW}`, grown('again'), 1.2),
    ],
    figures: { long, crowds, ...server },
  };
}

function shown({ p50, p99, cpu }: Cost): string[] {
  return [figure(p50), figure(p99), figure(cpu)];
}
