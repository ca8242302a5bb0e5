import { existsSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, request as send, type IncomingHttpHeaders, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../../server/http/public-urls.ts';
import { formatsOffered } from '../../../../server/iiif/image/format.ts';
import { imageHandler } from '../../../../server/iiif/image/image-handler.ts';
import { Failure } from '../../../../server/model/failure.ts';
import { hashFile } from '../../../../server/pyramid/hash-file.ts';
import { PyramidCache } from '../../../../server/pyramid/pyramid-cache.ts';
import { pyramidPath } from '../../../../server/pyramid/pyramid-file.ts';
import { sharp } from '../../../../server/pyramid/sharp.ts';
import { WorkQueue } from '../../../../server/pyramid/work-queue.ts';
import type { StoredImage } from '../../../../server/store/store.ts';
import { fromPixels, patternImage } from '../../../support/pattern-image.ts';
import { record, storedDocument } from '../../../support/stored-document.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const IMAGE: StoredImage = {
  id: 'telegram_705',
  key: '',
  state: 'present',
  file: 'images/705.png',
  part: 0,
  width: 1301,
  height: 901,
  document: 'telegram',
  page: '705',
};
const BASE = 'https://example.org/archive/iiif/image/3/telegram_705';
const RIGHTS = 'http://rightsstatements.org/vocab/NKC/1.0/';

let server: Server;
let image = IMAGE;
let pyramid = '';
let archive = '';
let logged: object[] = [];
let held: number[] = [];
let activity = 0;
let [reads, rendered] = [0, 0];
let memory = new Map<string, Buffer>();
let kept = new Map<string, Buffer>();
let noMemory = false;
let storeError: unknown;

beforeEach(async () => {
  archive = temporaryFolder();
  const cache = temporaryFolder();
  mkdirSync(join(archive, 'images'));
  writeFileSync(
    join(archive, IMAGE.file),
    await fromPixels(patternImage(1301, 901)).png({ compressionLevel: 1 }).toBuffer(),
  );
  image = { ...IMAGE, key: await hashFile(join(archive, IMAGE.file)) };
  pyramid = pyramidPath(cache, image.key);
  noMemory = false;
  [logged, held, storeError] = [[], [], undefined];
  [reads, rendered] = [0, 0];
  [memory, kept] = [new Map(), new Map()];
  const built = new PyramidCache({ archive, cache, maxPixels: 10_000_000 });
  const queue = new WorkQueue({ running: 2, waiting: 400 });
  const handler = imageHandler({
    images: {
      image: (id) => {
        if (storeError instanceof Error) return Promise.reject(storeError);
        return Promise.resolve(id === IMAGE.id ? image : undefined);
      },
      document: () => Promise.resolve(storedDocument({ record: record({ rights: RIGHTS }) })),
      // Every question finds the store changed.
      lastActivity: () => Promise.resolve((activity += 1)),
    },
    pyramids: {
      open: (asked) => built.open(asked),
      use: (asked, job) => built.use(asked, job),
      read: (...part) => {
        reads += 1;
        return built.read(...part);
      },
    },
    memory,
    derivatives: { get: (name) => Promise.resolve(kept.get(name)), put: keep },
    lanes: {
      admit: () => {
        if (noMemory) throw new Failure('busy', 'Too much is unsent');
      },
      run: (_cost, job, signal) => {
        rendered += 1;
        return queue.run(job, signal);
      },
    },
    formats: formatsOffered({}),
    refuseLargerBoxes: false,
    answers: { hold: (_response, byteLength) => held.push(byteLength) },
    urls: new PublicUrls('https://example.org/archive'),
    log: { error: (fields) => logged.push(fields) },
  });
  server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function keep(name: string, bytes: Buffer): Promise<void> {
  kept.set(name, bytes);
  return Promise.resolve();
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: string; bytes: Buffer };

/** The path goes over the wire as it stands here; one that begins with a slash is whole. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return new Promise((resolve, reject) => {
    const request = send({ port: address.port, path: wholePath(path), ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: bytes.toString(),
          bytes,
        });
      });
    });
    request.on('error', reject).end();
  });
}

function wholePath(path: string): string {
  return path.startsWith('/iiif/') ? path : `/iiif/image/3/${path}`;
}

describe('imageHandler', () => {
  it('leads from the service to its description', async () => {
    for (const path of ['telegram_705', 'telegram_705/']) {
      const { status, headers } = await ask(path);
      expect({ status, location: headers.location }).toEqual({ status: 303, location: `${BASE}/info.json` });
    }
  });

  it('describes an image under its public address, with its rights', async () => {
    const { status, headers, body } = await ask('telegram_705/info.json');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(
      'application/ld+json;profile="http://iiif.io/api/image/3/context.json"',
    );
    expect(headers.vary).toBe('Accept');
    expect(JSON.parse(body)).toMatchObject({ id: BASE, width: 1301, height: 901, rights: RIGHTS });
    expect(reads + rendered).toBe(0);
  });

  it('sends plain JSON to who asks for it, under another tag', async () => {
    const linked = await ask('telegram_705/info.json');
    const plain = await ask('telegram_705/info.json', { headers: { Accept: 'application/json' } });
    expect(plain.headers['content-type']).toBe('application/json');
    expect(plain.body).toBe(linked.body);
    expect(plain.headers.etag).not.toBe(linked.headers.etag);
  });

  it('sends an image with its canonical address, level, length and tag', async () => {
    const { status, headers, bytes } = await ask('telegram_705/0,0,5000,5000/400,/0/color.jpg');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(bytes.length),
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=3600',
      link: `<${BASE}/full/400,277/0/default.jpg>;rel="canonical", <http://iiif.io/api/image/3/level2.json>;rel="profile"`,
    });
    expect(headers.etag).toMatch(/^"[\w-]+"$/);
    expect(held).toEqual([bytes.length]);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 400, height: 277 });
  });

  it('answers every way to ask for the same picture with the same bytes and tag', async () => {
    const answers = await Promise.all(
      ['full/400,/0', 'full/400,277/360', 'pct:0,0,100,100/%5E!400,277/0.0'].map((parameters) =>
        ask(`telegram_705/${parameters}/default.jpg`),
      ),
    );
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
    expect(new Set(answers.map(({ bytes }) => bytes.toString('base64'))).size).toBe(1);
  });

  it('answers 304 before it opens the scan', async () => {
    const first = await ask('telegram_705/full/max/0/default.jpg', { method: 'HEAD' });
    const { status, headers, bytes } = await ask('telegram_705/full/max/0/default.jpg', {
      headers: { 'If-None-Match': `W/"other", ${first.headers.etag ?? ''}` },
    });
    expect({ status, length: bytes.length, done: reads + rendered }).toEqual({
      status: 304,
      length: 0,
      done: 0,
    });
    expect(headers.etag).toBe(first.headers.etag);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(existsSync(pyramid)).toBe(false);
  });

  it('answers HEAD with the headers alone, of images and of the description', async () => {
    for (const path of ['telegram_705/info.json', 'telegram_705/full/max/0/default.webp']) {
      const { status, headers, bytes } = await ask(path, { method: 'HEAD' });
      expect({ status, length: bytes.length }).toEqual({ status: 200, length: 0 });
      expect(headers.link).toContain('level2.json');
    }
    expect(reads + rendered).toBe(0);
  });

  it('lets any page ask, also with headers of its own', async () => {
    const { status, headers } = await ask('telegram_705/info.json', {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.org', 'Access-Control-Request-Headers': 'authorization' },
    });
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'authorization',
    });
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('refuses %s', async (method) => {
    const { status, headers, body } = await ask('telegram_705/full/max/0/default.jpg', { method });
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD, OPTIONS' });
    expect(JSON.parse(body)).toMatchObject({ error: 'method-not-allowed', received: method });
  });

  it.each([
    ['telegram_705/-1,0,10,10/max/0/default.jpg', 400, 'image-region-invalid'],
    ['telegram_705/0,0,0,0/max/0/default.jpg', 400, 'image-region-invalid'],
    ['telegram_705/NaN,0,10,10/max/0/default.jpg', 400, 'image-region-invalid'],
    ['telegram_705/pct:101,0,10,10/max/0/default.jpg', 400, 'image-region-outside'],
    ['telegram_705/99999999999999999999,0,10,10/max/0/default.jpg', 400, 'image-region-outside'],
    ['telegram_705/full/0,/0/default.jpg', 400, 'image-size-invalid'],
    ['telegram_705/full/-5,/0/default.jpg', 400, 'image-size-invalid'],
    ['telegram_705/0,0,1300,1/10,/0/default.jpg', 400, 'image-size-invalid'],
    ['telegram_705/full/2000,/0/default.jpg', 400, 'image-size-upscales'],
    ['telegram_705/full/^100000,/0/default.jpg', 400, 'image-size-too-large'],
    ['telegram_705/full/^20000,100/0/default.webp', 400, 'image-size-too-large'],
    ['telegram_705/full/^5600,4200/45/default.avif', 400, 'image-size-too-large'],
    ['telegram_705/full/full/0/default.jpg', 400, 'image-size-invalid'],
    ['telegram_705/full/max/361/default.jpg', 400, 'image-rotation-invalid'],
    ['telegram_705/full/max/0/sepia.jpg', 400, 'image-quality-unknown'],
    ['telegram_705/full/max/0/default.bmp', 400, 'image-format-unknown'],
    ['telegram_705/full/max/0/default.jp2', 501, 'image-option-unsupported'],
    ['telegram_705/full/max', 400, 'image-request-malformed'],
    ['telegram_705/info.xml', 400, 'image-request-malformed'],
    ['telegram_705/%00/max/0/default.jpg', 400, 'image-region-invalid'],
    ['telegram_705/%E0%A4/max/0/default.jpg', 400, 'url-malformed'],
    [`telegram_705/${'9'.repeat(8000)},0,10,10/max/0/default.jpg`, 414, 'url-too-long'],
    ['nobody_1/info.json', 404, 'image-not-found'],
    ['nobody_1', 404, 'image-not-found'],
    ['telegram_705%00/info.json', 404, 'image-not-found'],
    ['..%2F..%2Fetc%2Fpasswd/info.json', 404, 'image-not-found'],
    ['../../../../etc/passwd/full/max/0/default.jpg', 404, 'image-not-found'],
    ['../../etc/passwd', 400, 'image-request-malformed'],
    ['/full/max/0/default.jpg', 404, 'image-not-found'],
    ['', 404, 'image-not-found'],
    ['__proto__/info.json', 404, 'image-not-found'],
  ])('refuses %.80s with its reason', async (path, status, error) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    const body: unknown = JSON.parse(answer.body);
    expect(body).toMatchObject({ error, message: expect.stringMatching(/\w+/) });
    expect(answer.body.length).toBeLessThan(1000);
  });

  it('says what it expected and what it received', async () => {
    const { body } = await ask('telegram_705/full/2000,/0/default.jpg');
    expect(JSON.parse(body)).toMatchObject({ expected: 'at most 1301,901', received: '2000,1385' });
  });

  it('gives of !w,h around a smaller image the image', async () => {
    const { status, bytes } = await ask('telegram_705/full/!2000,3000/0/default.jpg');
    expect(status).toBe(200);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1301, height: 901 });
  });

  it('builds the pyramid once when many ask for an image whose pyramid is gone, and again when it goes', async () => {
    for (let round = 0; round < 2; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, index) => ask(`telegram_705/full/${100 + index},/0/default.jpg`)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      rmSync(pyramid);
      kept.clear();
    }
  });

  it('makes a picture once for all who ask for it at the same time', async () => {
    await ask('telegram_705/full/10,/0/default.jpg');
    rendered = 0;
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => ask('telegram_705/full/300,/45/default.png')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(rendered).toBe(1);
  });

  it('answers 503 without a path where the scan is gone too, and logs the path', async () => {
    rmSync(join(archive, IMAGE.file));
    const { status, headers, body } = await ask('telegram_705/full/max/0/default.jpg');
    expect({ status, retry: headers['retry-after'] }).toEqual({ status: 503, retry: '5' });
    expect(JSON.parse(body)).toEqual({
      error: 'file-unreadable',
      message: 'The scan of this page is not there at the moment',
    });
    expect(logged).toHaveLength(1);
  });

  it('mends a pyramid that is damaged while serving, unnoticed by who asks', async () => {
    await ask('telegram_705/full/100,/0/default.jpg');
    truncateSync(pyramid, 3000);
    const { status, bytes } = await ask('telegram_705/full/max/0/default.jpg');
    expect(status).toBe(200);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1301, height: 901 });
  });

  it('answers 503 for a damaged pyramid that cannot be mended, and goes on with other things', async () => {
    await ask('telegram_705/full/100,/0/default.jpg');
    truncateSync(pyramid, 3000);
    renameSync(join(archive, IMAGE.file), join(archive, 'elsewhere'));
    const { status, body } = await ask('telegram_705/full/max/0/default.jpg');
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ error: 'file-unreadable' });
    expect((await ask('telegram_705/info.json')).status).toBe(200);
    // And it is built again for whoever asks when that is possible.
    renameSync(join(archive, 'elsewhere'), join(archive, IMAGE.file));
    expect((await ask('telegram_705/full/max/0/default.jpg')).status).toBe(200);
  });

  it('answers tiles and the usual thumbnails from bytes that stand ready, and renders nothing', async () => {
    for (const path of [
      '0,0,512,512/max',
      '1024,512,277,389/max',
      '1024,512,277,389/277,389',
      '1024,0,277,901/139,451',
      'full/651,451',
      'full/326,226',
      'full/200,139',
      'full/!400,400',
      'full/200,',
    ]) {
      const { status, bytes } = await ask(`telegram_705/${path}/0/default.jpg`);
      expect({ path, status, rendered }).toEqual({ path, status: 200, rendered: 0 });
      await sharp(bytes, { failOn: 'warning' }).toBuffer();
    }
    expect(reads).toBeGreaterThan(0);
  });

  it('answers from memory what it has just sent, and reads nothing', async () => {
    const first = await ask('telegram_705/0,0,512,512/512,/0/default.jpg');
    reads = 0;
    const second = await ask('telegram_705/0,0,512,512/512,512/0/color.jpg');
    expect({ reads, same: second.bytes.equals(first.bytes) }).toEqual({ reads: 0, same: true });
  });

  it('renders once what it keeps, also for who comes later', async () => {
    const first = await ask('telegram_705/10,10,300,300/max/0/default.jpg');
    rendered = 0;
    const second = await ask('telegram_705/10,10,300,300/max/0/default.jpg');
    expect({ rendered, same: second.bytes.equals(first.bytes) }).toEqual({ rendered: 0, same: true });
  });

  it('no longer shows a tile that it has in memory when the image is withdrawn', async () => {
    await ask('telegram_705/0,0,512,512/512,/0/default.jpg');
    image = { ...image, state: 'gone' };
    expect((await ask('telegram_705/0,0,512,512/512,/0/default.jpg')).status).toBe(410);
  });

  it('answers 410 for an image that is no longer published', async () => {
    image = { ...image, state: 'gone' };
    for (const path of ['info.json', 'full/100,/0/default.jpg', '']) {
      expect((await ask(`telegram_705/${path}`)).status).toBe(410);
    }
  });

  it('holds its limits for a thin picture that is turned, and turns a square one', async () => {
    const thin = await ask('telegram_705/0,0,1301,2/^12000,100/45/default.png');
    expect(thin.status).toBe(400);
    expect(JSON.parse(thin.body)).toMatchObject({ error: 'image-size-too-large' });
    expect((await ask('telegram_705/square/max/45/default.png')).status).toBe(200);
  });

  it('takes on no picture while there is no memory for it, not even a kept one, but gives tiles', async () => {
    await ask('telegram_705/10,10,300,300/max/0/default.jpg');
    noMemory = true;
    const { status, headers } = await ask('telegram_705/10,10,300,300/max/0/default.jpg');
    expect({ status, later: headers['retry-after'] }).toEqual({ status: 503, later: '5' });
    expect((await ask('telegram_705/0,0,512,512/max/0/default.jpg')).status).toBe(200);
    expect(logged).toEqual([]);
  });

  it('says nothing of a mistake of our own, but to the log', async () => {
    storeError = new TypeError('secret: /var/lib/diptych');
    const { status, body } = await ask('telegram_705/info.json');
    expect(status).toBe(500);
    expect(body).not.toContain('secret');
    expect(logged).toHaveLength(1);
    storeError = new Failure('store-unusable', { place: '/var/lib/diptych', message: 'locked' });
    const unusable = await ask('telegram_705/info.json');
    expect(unusable.status).toBe(503);
    expect(unusable.body).not.toContain('/var/lib');
  });

  it('logs nothing for a client that leaves, and answers the next', async () => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const path = `/iiif/image/3/telegram_705/full/^${1600 + index},/33/default.png`;
        const request = send({ port: address.port, path });
        request.on('error', () => undefined).end();
        return new Promise<void>((resolve) =>
          setTimeout(() => {
            request.destroy();
            resolve();
          }, 30),
        );
      }),
    );
    expect((await ask('telegram_705/full/100,/0/default.jpg')).status).toBe(200);
    expect(logged).toEqual([]);
  });

  it('speaks version 2.1 below its own address', async () => {
    const base = BASE.replace('/image/3/', '/image/2/');
    const service = '/iiif/image/2/telegram_705';
    expect((await ask(service)).headers.location).toBe(`${base}/info.json`);
    const info = await ask(`${service}/info.json`);
    expect(info.headers['content-type']).toBe('application/json');
    expect(info.headers.vary).toBe('Accept');
    expect(info.headers.link).toBe(
      '<http://iiif.io/api/image/2/level2.json>;rel="profile", ' +
        '<http://iiif.io/api/image/2/context.json>;rel="http://www.w3.org/ns/json-ld#context";type="application/ld+json"',
    );
    expect(JSON.parse(info.body)).toMatchObject({ '@id': base, width: 1301, license: RIGHTS });
    const linked = await ask(`${service}/info.json`, { headers: { Accept: 'application/ld+json' } });
    expect(linked.headers['content-type']).toBe('application/ld+json');
    expect(linked.headers.link).not.toContain('json-ld#context');
  });

  it('gives both versions the same picture, each under its own canonical address', async () => {
    const third = await ask('telegram_705/full/max/0/default.jpg');
    const second = await ask('/iiif/image/2/telegram_705/full/full/0/default.jpg');
    expect(second.bytes.equals(third.bytes)).toBe(true);
    expect(second.headers.etag).toBe(third.headers.etag);
    expect(second.headers.link).toBe(
      `<${BASE.replace('/image/3/', '/image/2/')}/full/full/0/default.jpg>;rel="canonical", <http://iiif.io/api/image/2/level2.json>;rel="profile"`,
    );
  });

  it('reads a tile that a viewer of version 2 asks for by its width', async () => {
    await ask('telegram_705/full/10,/0/default.jpg');
    rendered = 0;
    const { status, headers, bytes } = await ask(
      '/iiif/image/2/telegram_705/1024,0,277,901/139,/0/default.jpg',
    );
    expect({ status, rendered }).toEqual({ status: 200, rendered: 0 });
    expect(headers.link).toContain('/1024,0,277,901/139,/0/default.jpg>');
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 139, height: 451 });
  });

  it('knows no other version', async () => {
    for (const path of ['/iiif/image/1/telegram_705/info.json', '/iiif/image/telegram_705']) {
      expect((await ask(path)).status).toBe(404);
    }
  });
});
