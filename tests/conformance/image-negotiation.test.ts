import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/expect-refusal.ts';
import { decoded } from '../support/expected-picture.ts';
import { IMAGE_API_2, IMAGE_API_3, IMAGE_APIS, linkTo, type ImageApi } from '../support/image-api.ts';
import { fromPixels, patternImage } from '../support/pattern-image.ts';
import { imageId, scanPath, serveImages, sharedImages } from '../support/served-images.ts';

const served = sharedImages(() => ({ wide: patternImage(1003, 701) }));

function info(api: ImageApi, accept?: string, method = 'GET') {
  const headers = accept === undefined ? {} : { Accept: accept };
  return served().ask(`${api.path}/${imageId('wide')}/info.json`, { method, headers });
}

const LINKED_3 = IMAGE_API_3.infoType;

describe('the media type of info.json in version 3.0', () => {
  it.each([
    [undefined, LINKED_3],
    ['', LINKED_3],
    ['*/*', LINKED_3],
    ['application/*', LINKED_3],
    ['application/ld+json', LINKED_3],
    ['Application/LD+JSON', LINKED_3],
    ['application/ld+json;profile="http://iiif.io/api/image/3/context.json"', LINKED_3],
    ['application/json;q=0.5, application/ld+json', LINKED_3],
    ['application/json', 'application/json'],
    ['application/json;charset=utf-8', 'application/json'],
    ['application/ld+json;q=0.5, application/json', 'application/json'],
    ['application/ld+json;q=0, */*', 'application/json'],
    ['text/html, application/json;q=0.9', 'application/json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', LINKED_3],
  ])('for Accept: %s is %s: §5.1', async (accept, expected) => {
    const { status, headers } = await info(IMAGE_API_3, accept);
    expect([status, headers['content-type']]).toEqual([200, expected]);
  });
});

describe('the media type of info.json in version 2.1', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['application/json', 'application/json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'application/json'],
    ['application/ld+json;q=0, */*', 'application/json'],
    ['application/ld+json;q=0.5, application/json', 'application/json'],
    ['application/ld+json', 'application/ld+json'],
    ['Application/LD+JSON', 'application/ld+json'],
    ['application/ld+json, */*;q=0.1', 'application/ld+json'],
    ['application/json;q=0.5, application/ld+json', 'application/ld+json'],
  ])('for Accept: %s is %s: §5.1', async (accept, expected) => {
    const { status, headers } = await info(IMAGE_API_2, accept);
    expect([status, headers['content-type']?.split(';')[0]]).toEqual([200, expected]);
  });
});

describe.each(IMAGE_APIS)('an answer in version $version', (api) => {
  const service = `${api.path}/${imageId('wide')}`;
  const image = `${service}/10,10,200,150/100,/0/default.png`;

  it('says that info.json depends on Accept, and that an image does not', async () => {
    for (const accept of [undefined, 'application/json', 'application/ld+json']) {
      expect((await info(api, accept)).headers.vary).toMatch(/\bAccept\b(?!-)/);
    }
    expect((await served().ask(image)).headers.vary ?? '').not.toMatch(/\bAccept\b(?!-)/);
  });

  it('has a tag for each media type, and the same JSON', async () => {
    const [linked, plain] = [await info(api, 'application/ld+json'), await info(api, 'application/json')];
    expect(linked.headers.etag).not.toBe(plain.headers.etag);
    expect(linked.bytes.equals(plain.bytes)).toBe(true);
  });

  it('may be read by any page, errors too: §7.1', async () => {
    for (const path of [
      service,
      `${service}/info.json`,
      image,
      `${service}/full/0,/0/default.jpg`,
      `${api.path}/nobody/info.json`,
      `${service}/%zz`,
      `${service}/${'9'.repeat(9000)}/max/0/default.jpg`,
      `${service}/%00`,
    ]) {
      const { headers } = await served().ask(path, { headers: { Origin: 'https://elsewhere.example' } });
      expect([path.slice(0, 60), headers['access-control-allow-origin']]).toEqual([path.slice(0, 60), '*']);
    }
  });

  it('to a preflight allows what may be asked: §7.1', async () => {
    for (const path of [service, `${service}/info.json`, image]) {
      const { status, headers, bytes } = await served().ask(path, {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://elsewhere.example',
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': 'authorization, x-requested-with',
        },
      });
      expect([200, 204]).toContain(status);
      expect(bytes).toHaveLength(0);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-methods']).toContain('GET');
      expect(headers['access-control-allow-headers']?.toLowerCase()).toContain('authorization');
    }
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'])(
    'to %s is 405, with what is allowed',
    async (method) => {
      for (const path of [service, `${service}/info.json`, image]) {
        const answer = await served().ask(path, { method });
        expectRefusal(answer, 405);
        expect(answer.headers.allow?.split(/,\s*/)).toEqual(
          expect.arrayContaining(['GET', 'HEAD', 'OPTIONS']),
        );
      }
    },
  );

  it('to HEAD has the headers of GET and no body, whatever the status', async () => {
    for (const path of [
      service,
      `${service}/info.json`,
      image,
      `${service}/full/${api.unscaled}/0/default.jpg`,
      `${service}/full/0,/0/default.jpg`,
      `${api.path}/nobody/info.json`,
    ]) {
      const [get, head] = [await served().ask(path), await served().ask(path, { method: 'HEAD' })];
      expect(head.status).toBe(get.status);
      expect(head.bytes).toHaveLength(0);
      // What is only known when the content was made may be left out: RFC 9110 §9.3.2.
      const plain = ({
        date: _date,
        'content-length': _length,
        'transfer-encoding': _coding,
        ...rest
      }: object & {
        date?: unknown;
        'content-length'?: unknown;
        'transfer-encoding'?: unknown;
      }) => rest;
      expect(plain(head.headers)).toEqual(plain(get.headers));
    }
  });

  it('is 304 without a body to who has it, with the headers that matter: RFC 9110 §15.4.5', async () => {
    for (const path of [`${service}/info.json`, image, `${service}/full/${api.unscaled}/0/default.jpg`]) {
      const first = await served().ask(path);
      const { etag = '' } = first.headers;
      expect(etag).toMatch(/^(W\/)?"[\x21\x23-\x7e]+"$/);
      for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        for (const method of ['GET', 'HEAD']) {
          const { status, headers, bytes } = await served().ask(path, {
            method,
            headers: { 'If-None-Match': held },
          });
          expect([held, status, bytes.length]).toEqual([held, 304, 0]);
          expect(headers.etag).toBe(etag);
          expect(headers['cache-control']).toBe(first.headers['cache-control']);
          expect(headers.vary).toBe(first.headers.vary);
        }
      }
      const changed = await served().ask(path, { headers: { 'If-None-Match': '"other"' } });
      expect([changed.status, changed.bytes.equals(first.bytes)]).toEqual([200, true]);
    }
  });

  it('has one tag for all ways to ask for the same picture', async () => {
    const answers = await Promise.all(
      [
        'full/200,/0/default.jpg',
        'pct:0,0,100,100/200,140/360/color.jpg',
        '0,0,9999,9999/!200,200/0.0/default.jpg',
      ].map((parameters) => served().ask(`${service}/${parameters}`)),
    );
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
    expect(new Set(answers.map(({ bytes }) => bytes.toString('base64'))).size).toBe(1);
  });

  it('names the level on every kind: §6', async () => {
    for (const path of [`${service}/info.json`, image]) {
      for (const method of ['GET', 'HEAD']) {
        const { headers } = await served().ask(path, { method });
        expect(linkTo(headers.link, 'profile')).toBe(api.level);
      }
    }
  });

  it('is the new picture under a new tag once the scan was replaced', async () => {
    const own = await serveImages({ wide: patternImage(300, 200) });
    const path = `${service}/full/${api.unscaled}/0/default.jpg`;
    const first = await own.ask(path);
    const { etag = '' } = first.headers;
    const other = await fromPixels(patternImage(280, 200)).png().toBuffer();
    writeFileSync(scanPath(own, 'wide'), other);
    await own.ingest();
    const second = await own.ask(path, { headers: { 'If-None-Match': etag } });
    expect(second.status).toBe(200);
    expect(second.headers.etag).not.toBe(etag);
    expect(await decoded(second.bytes)).toMatchObject({ width: 280, height: 200 });
  });
});
