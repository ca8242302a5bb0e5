import { gunzipSync } from 'node:zlib';
import compression from 'compression';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { answerInMemory } from '../../server/answer-in-memory.ts';

const app = express();
app.use(compression({ threshold: 0 }));
app.get('/json', (request, response) => response.json({ asked: request.get('x-asked') ?? 'nothing' }));
app.get('/long', (_request, response) => response.send('паром '.repeat(50_000)));
app.get('/parts', (_request, response) => {
  response.write('one ');
  response.end('two');
});
app.get('/broken', () => {
  throw new Error('no');
});
const answerBroken: express.ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(500).send('broken');
};
app.use(answerBroken);

const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  answerInMemory((request, response) => void app(request, response), { method, url, headers });
const text = ({ body }: { body: Uint8Array }) => Buffer.from(body).toString('utf8');

describe('an answer in memory', () => {
  it('has the status, the headers and the bytes that would be sent', async () => {
    const answer = await ask('/json?a=b', { 'x-asked': 'ё' });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
    });
    expect(text(answer)).toBe('{"asked":"ё"}');
    expect(text(await ask('/parts'))).toBe('one two');
  });

  it('is compressed for who can read that', async () => {
    const answer = await ask('/long', { 'accept-encoding': 'gzip' });
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'content-encoding': 'gzip' });
    expect(gunzipSync(answer.body).toString('utf8')).toBe('паром '.repeat(50_000));
  });

  it('is a 304 without a body for who has it, and nothing but headers for HEAD', async () => {
    const etag = Object.fromEntries((await ask('/json')).headers).etag;
    expect(await ask('/json', { 'if-none-match': String(etag) })).toMatchObject({
      status: 304,
      body: Buffer.alloc(0),
    });
    expect((await ask('/json', {}, 'HEAD')).body).toHaveLength(0);
  });

  it('tells of what went wrong as the listener does', async () => {
    const answer = await ask('/broken');
    expect([answer.status, text(answer)]).toEqual([500, 'broken']);
  });
});
