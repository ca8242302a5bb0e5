import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepAliveLoad } from './keep-alive-load.ts';

describe('the load client that takes the place of wrk', () => {
  it('reads answers with a length, in chunks and with errors, and counts each once', async () => {
    const asked = new Map<string, number>();
    const server = createServer(({ url = '' }, response) => {
      asked.set(url, (asked.get(url) ?? 0) + 1);
      if (url === '/chunks') {
        response.write('a'.repeat(20_000));
        setTimeout(() => response.end('0\r\n\r\nb'), 1);
      } else if (url === '/missing') response.writeHead(404, { 'Content-Length': 4 }).end('none');
      else response.end(Buffer.alloc(100_000));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const target = { origin: `http://127.0.0.1:${port ?? 0}`, paths: ['/length', '/chunks', '/missing'] };

    const result = await keepAliveLoad().run(target, 3, 1);

    const total = [...asked.values()].reduce((sum, number) => sum + number, 0);
    expect(result.sent).toBe(total);
    expect(result.requests).toBeGreaterThan(10);
    expect(result.sent - result.requests).toBeLessThanOrEqual(3);
    expect(Math.abs(result.failed - (asked.get('/missing') ?? 0))).toBeLessThanOrEqual(3);
    expect(result.p50).toBeGreaterThan(0);
    expect(result.p99).toBeGreaterThanOrEqual(result.p50);
  });
});
