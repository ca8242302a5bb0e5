import { createServer, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AnswersInFlight } from '../../../../server/iiif/image/answers-in-flight.ts';
import { Failure } from '../../../../server/model/failure.ts';

/** More than any socket takes by itself. */
const LARGE = Buffer.alloc(40_000_000);

/** A server that lets the test answer. */
async function setUp() {
  const asked: ServerResponse[] = [];
  const server = createServer((_request, response) => asked.push(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const answers = new AnswersInFlight({ fullSize: 1000, small: 2000 });
  return { answers, asked, port };
}

/** A client that asks so many times at once, and reads nothing until it is told to. */
async function client(port: number, asked: ServerResponse[], times = 1): Promise<Socket> {
  const before = asked.length;
  const socket = connect(port, '127.0.0.1').pause();
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(times));
  await vi.waitFor(() => expect(asked).toHaveLength(before + times), 20_000);
  return socket;
}

function send(answers: AnswersInFlight, responses: readonly ServerResponse[], bytes = LARGE) {
  for (const response of responses) {
    answers.hold(response, bytes.length);
    response.writeHead(200, { 'Content-Length': bytes.length }).end(bytes);
  }
}

const untilAllSent = (answers: AnswersInFlight) =>
  vi.waitFor(() => expect(answers.bytes).toBe(0), { timeout: 20_000 });

describe('AnswersInFlight', () => {
  it('counts an answer until its client has read it', async () => {
    const { answers, asked, port } = await setUp();
    const socket = await client(port, asked);
    send(answers, asked);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answers.bytes).toBe(LARGE.length);
    socket.resume();
    await untilAllSent(answers);
  });

  it('counts an answer until its client leaves', async () => {
    const { answers, asked, port } = await setUp();
    const socket = await client(port, asked);
    send(answers, asked);
    socket.destroy();
    await untilAllSent(answers);
  });

  it('counts answers that wait behind one another until their client leaves', async () => {
    const { answers, asked, port } = await setUp();
    const socket = await client(port, asked, 30);
    // The last ones are answered never, and after the client has left.
    send(answers, asked.slice(0, 28));
    expect(answers.bytes).toBe(28 * LARGE.length);
    answers.hold(...first(asked.slice(28)), 500);
    socket.destroy();
    await untilAllSent(answers);
    send(answers, asked.slice(29));
    await untilAllSent(answers);
  });

  it('counts an answer whose request has ended long before', async () => {
    const { answers, asked, port } = await setUp();
    const socket = await client(port, asked);
    const [response] = first(asked);
    send(answers, asked);
    response.req.resume();
    await once(response.req, 'close');
    expect(answers.bytes).toBe(LARGE.length);
    socket.resume();
    await untilAllSent(answers);
  });

  it('counts nothing of an answer that has ended, and each of several on one connection', async () => {
    const { answers, asked, port } = await setUp();
    const socket = await client(port, asked);
    socket.resume();
    const [response] = first(asked);
    response.end('done');
    await once(response, 'close');
    answers.hold(response, 500);
    expect(answers.bytes).toBe(0);
    for (let number = 1; number <= 3; number += 1) {
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
      await vi.waitFor(() => expect(asked).toHaveLength(number + 1), 20_000);
      send(answers, asked.slice(number));
      expect(answers.bytes).toBe(LARGE.length);
      await untilAllSent(answers);
    }
    expect(socket.destroyed).toBe(false);
  });

  it('leaves no listeners on what outlives an answer', async () => {
    const { answers, asked, port } = await setUp();
    const socket = await client(port, asked);
    socket.resume();
    const [response] = first(asked);
    const counts = () => [response, response.req].map((emitter) => emitter.listenerCount('close'));
    const before = counts();
    send(answers, asked);
    expect(counts()).not.toEqual(before);
    await untilAllSent(answers);
    expect(counts()).toEqual(before);
  });

  it('refuses full-size pictures when much waits to be sent, and small ones when very much does', async () => {
    const { answers, asked, port } = await setUp();
    await client(port, asked);
    const { admitFullSize, admitSmall } = answers;
    const refused = () =>
      [admitSmall, admitFullSize].map((admit) => {
        try {
          admit();
          return 'taken on';
        } catch (error) {
          return error instanceof Failure ? error.code : error;
        }
      });
    const [response] = first(asked);
    answers.hold(response, 1000);
    expect(refused()).toEqual(['taken on', 'taken on']);
    answers.hold(response, 1);
    expect(refused()).toEqual(['taken on', 'busy']);
    answers.hold(response, 1000);
    expect(refused()).toEqual(['busy', 'busy']);
    response.end();
    await untilAllSent(answers);
    expect(refused()).toEqual(['taken on', 'taken on']);
  });
});

function first(responses: readonly ServerResponse[]): [ServerResponse] {
  const [response] = responses;
  if (response === undefined) throw new Error('nothing was asked');
  return [response];
}
