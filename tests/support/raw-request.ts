import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer };

type RequestOptions = { method?: string; headers?: Record<string, string> };

/** Not a speed that anything is held to: a request without any answer should name itself, not time its test out. */
const HANGS_AFTER = 45_000;

/** Asks with the path as it stands here: nothing is normalised, decoded or encoded on the way. */
export function rawRequest(port: number, path: string, options: RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const broken = (error: Error) => reject(new Error(`no answer to ${path}`, { cause: error }));
    const asked = request({ host: '127.0.0.1', port, path, timeout: HANGS_AFTER, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', broken);
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, bytes: Buffer.concat(chunks) });
      });
    });
    asked.on('timeout', () => asked.destroy(new Error(`silent for ${HANGS_AFTER} ms`)));
    asked.on('error', broken).end();
  });
}

/**
 * Writes any bytes where a request's path stands, also those that node's own client would not write, and
 * returns all that comes back until the server closes.
 */
export function rawBytes(port: number, path: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: '127.0.0.1', port, timeout: HANGS_AFTER });
    socket.on('timeout', () => socket.destroy(new Error(`no end of ${JSON.stringify(path.toString())}`)));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
    socket.write(
      Buffer.concat([
        Buffer.from('GET '),
        path,
        Buffer.from(' HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n'),
      ]),
    );
  });
}
