import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { PassThrough, Writable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { AccessLog } from '../../server/access-log.ts';

let server: Server;

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

type Answering = (url: string) => string | undefined;

/** A server that answers with what `answering` says, or leaves its client waiting. */
async function serving(log: AccessLog, answering: Answering): Promise<number> {
  server = createServer((incoming, response) => {
    log.watch(incoming, response);
    const body = answering(incoming.url ?? '');
    if (body !== undefined) response.writeHead(body === '' ? 304 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}

function ask(port: number, path: string, headers: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    request({ port, path, headers }, (response) => response.resume().on('end', resolve))
      .on('error', reject)
      .end();
  });
}

async function until(done: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !done(); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

function logOf(target: Writable): AccessLog {
  return new AccessLog({
    target,
    onTrouble: () => undefined,
    clock: () => new Date('2026-11-26T13:05:09Z'),
  });
}

describe('AccessLog', () => {
  it('writes one line for each answer in the Combined Log Format', async () => {
    const target = new PassThrough();
    const port = await serving(logOf(target), () => 'twelve bytes');
    await ask(port, '/iiif/image/3/a/full/max/0/default.jpg?x=1', {
      Referer: 'https://a.org/',
      'User-Agent': 'B/1',
    });
    await until(() => target.readableLength > 0);
    expect(String(target.read())).toMatch(
      /^127\.0\.0\.1 - - \[26\/Nov\/2026:13:05:09 \+0000\] "GET \/iiif\/image\/3\/a\/full\/max\/0\/default\.jpg\?x=1 HTTP\/1\.1" 200 \d+ "https:\/\/a\.org\/" "B\/1" \d+\n$/,
    );
  });

  it('lets nobody write a line of his own', async () => {
    const target = new PassThrough();
    const port = await serving(logOf(target), () => 'x');
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /a"b\\c HTTP/1.1\r\nHost: x\r\nUser-Agent: \xff\t"evil\r\n\r\n', 'latin1');
    await until(() => target.readableLength > 0);
    socket.destroy();
    expect(String(target.read()).split(' "').slice(1)).toEqual([
      expect.stringMatching(/^GET \/a\\"b\\\\c HTTP\/1\.1" 200 \d+$/),
      '-"',
      expect.stringMatching(/^\\xff\\x09\\"evil" \d+\n$/),
    ]);
  });

  it('says of a client that left before it was answered that it did', async () => {
    const target = new PassThrough();
    const port = await serving(logOf(target), () => undefined);
    const leaving = request({ port, path: '/slow' }).on('error', () => undefined);
    leaving.end();
    setTimeout(() => leaving.destroy(), 50);
    await until(() => target.readableLength > 0);
    expect(String(target.read())).toContain('"GET /slow HTTP/1.1" 499 0');
  });

  it('answers on when the log cannot be written, and says so once', async () => {
    const trouble: string[] = [];
    const target = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) });
    const log = new AccessLog({ target, onTrouble: (error) => trouble.push(error.message) });
    const port = await serving(log, () => 'x');
    for (let turn = 0; turn < 3; turn += 1) {
      await ask(port, '/');
      log.flush();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(trouble).toEqual(['disk full']);
  });

  it('keeps a bounded number of lines while nobody takes them', async () => {
    const taken: string[] = [];
    const waiting: (() => void)[] = [];
    const target = new Writable({
      highWaterMark: 1,
      write: (chunk: Buffer, _encoding, done) => {
        taken.push(chunk.toString());
        waiting.push(() => done());
      },
    });
    const log = logOf(target);
    const port = await serving(log, () => '');
    await ask(port, '/first');
    log.flush();
    for (const path of ['/second', '/third']) await ask(port, path);
    log.flush();
    expect(taken).toHaveLength(1);
    waiting.forEach((take) => take());
    await until(() => {
      log.flush();
      return taken.length > 1;
    });
    expect(taken[1]).toContain('/second');
    expect(taken[1]).toContain('/third');
  });
});
