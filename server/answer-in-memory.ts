import { IncomingMessage, ServerResponse, type RequestListener } from 'node:http';
import { Socket } from 'node:net';

export type MemoryRequest = { method: string; url: string; headers: Readonly<Record<string, string>> };

export type MemoryAnswer = {
  status: number;
  headers: readonly (readonly [name: string, value: string | string[]])[];
  body: Uint8Array;
};

/**
 * What a listener would send, without a connection. What it writes is taken before it would go to one: by properties
 * of the response itself, since Express gives it another prototype.
 */
export function answerInMemory(
  listener: RequestListener,
  { method, url, headers }: MemoryRequest,
): Promise<MemoryAnswer> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, {
    method,
    url,
    headers,
    httpVersion: '1.1',
    httpVersionMajor: 1,
    httpVersionMinor: 1,
  });
  request.push(null);
  const response = new ServerResponse(request);
  const chunks: Uint8Array[] = [];
  const take = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string') {
      chunks.push(Buffer.from(chunk, encoding === 'latin1' || encoding === 'base64' ? encoding : 'utf8'));
    } else if (chunk instanceof Uint8Array) chunks.push(chunk);
  };
  return new Promise((resolve) => {
    const end = (chunk?: unknown, encoding?: unknown) => {
      take(chunk, encoding);
      const told = Object.entries(response.getHeaders()).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, Array.isArray(value) ? value : String(value)] as const],
      );
      resolve({ status: response.statusCode, headers: told, body: Buffer.concat(chunks) });
      return response;
    };
    const write = (chunk: unknown, encoding?: unknown) => {
      take(chunk, encoding);
      return true;
    };
    Object.defineProperties(response, {
      write: { value: write, writable: true, configurable: true },
      end: { value: end, writable: true, configurable: true },
    });
    listener(request, response);
  });
}
