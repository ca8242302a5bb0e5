import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/expect-refusal.ts';
import { IMAGE_APIS, linkTo, type ImageApi } from '../support/image-api.ts';
import { patternImage } from '../support/pattern-image.ts';
import { rawBytes } from '../support/raw-request.ts';
import { imageId, sharedImages } from '../support/served-images.ts';

const served = sharedImages(() => ({ wide: patternImage(301, 211) }));
const published = sharedImages(() => ({ wide: patternImage(301, 211) }), {
  publicUrl: 'https://archive.example/some/where',
});
const ID = imageId('wide');

/** Every octet of a text as an escape. */
function escaped(text: string, hex: (digits: string) => string = (digits) => digits): string {
  return [...Buffer.from(text)].map((octet) => `%${hex(octet.toString(16).padStart(2, '0'))}`).join('');
}

const upper = (digits: string) => digits.toUpperCase();

function parametersOf(api: ImageApi) {
  return `full/${api.unscaled}/0/default.jpg`;
}

describe.each(IMAGE_APIS)('the identifier in version $version', (api) => {
  it.each([
    ['plain', ID],
    ['with its first letter escaped', escaped(ID.slice(0, 1)) + ID.slice(1)],
    ['with its last letter escaped', ID.slice(0, -1) + escaped(ID.slice(-1))],
    ['with its mark escaped', ID.replace('_', '%5F')],
    ['escaped throughout in upper case', escaped(ID, upper)],
    ['escaped throughout in lower case', escaped(ID)],
  ])('is the same %s: §9', async (_name, id) => {
    const image = await served().ask(`${api.path}/${id}/${parametersOf(api)}`);
    expect(image.status).toBe(200);
    expect(linkTo(image.headers.link, 'canonical')).toBe(
      `${served().base}${api.path}/${ID}/${parametersOf(api)}`,
    );
    const info = await served().ask(`${api.path}/${id}/info.json`);
    expect(info.status).toBe(200);
    expect(info.bytes.toString()).toContain(`"${served().base}${api.path}/${ID}"`);
    const base = await served().ask(`${api.path}/${id}`);
    expect([base.status, base.headers.location]).toEqual([
      303,
      `${served().base}${api.path}/${ID}/info.json`,
    ]);
  });

  it.each([
    ['of nobody', 'e3b0c442-98fc-11ee-b9d1-0242ac120002'],
    ['with a slash that is escaped', 'a%2Fb'],
    ['with a slash that is not', 'a/b'],
    ['in other letters', ID.toUpperCase()],
    ['escaped twice', ID.replace('_', '%255F')],
    ['with letters beyond ASCII', 'caf%C3%A9'],
    ['with letters beyond ASCII, in lower hex', 'caf%c3%a9'],
    ['with everything that has to be escaped', '%3F%23%5B%5D%40%25'],
    ['with a space at its end', `${ID}%20`],
    ['with a plus', `${ID}+`],
    ['with parameters of its own', `${ID};v=1`],
    ['that is a property of every object', '__proto__'],
    ['that climbs', '..%2F..%2Fstate%2Fstore.sqlite'],
    ['of dots', '%2e%2e'],
    ['that is an address', 'https:%2F%2Fexample.com%2F%3F54%23a'],
    ['of 600 letters', 'a'.repeat(600)],
    ['of a quote', "'%20OR%201=1--"],
  ])('%s is not found: §7.3', async (_name, id) => {
    expectRefusal(await served().ask(`${api.path}/${id}/${parametersOf(api)}`), 404);
    expectRefusal(await served().ask(`${api.path}/${id}/info.json`), [400, 404]);
  });

  it.each(['[frob]', 'caf%E9', '%', '%zz', '%2', 'a%00b', `${ID}%00`, '%C0%AE%C0%AE', '%FF%FE', '%ED%A0%80'])(
    '%s cannot be one, and is answered 400 or 404',
    async (id) => {
      expectRefusal(await served().ask(`${api.path}/${id}/${parametersOf(api)}`), [400, 404]);
      expectRefusal(await served().ask(`${api.path}/${id}/info.json`), [400, 404]);
    },
  );

  it('may be empty for nobody', async () => {
    for (const rest of ['', '/', `//${parametersOf(api)}`, '//info.json', '/info.json']) {
      expectRefusal(await served().ask(`${api.path}${rest}`), [400, 404]);
    }
  });
});

describe.each(IMAGE_APIS)('the address in version $version', (api) => {
  const service = `${api.path}/${ID}`;

  it.each([
    [`${service}/%66ull/${api.unscaled}/0/default.jpg`, 'full'],
    [`${service}/f%75l%6C/%6d%61%78/%30/%64efault%2Ejpg`, 'full'],
    [`${service}/0%2C0%2C100%2c100/${api.unscaled}/0/default.jpg`, '0,0,100,100'],
    [`${service}/pct%3A0,0,50,100/${api.unscaled}/0/default.jpg`, '0,0,151,211'],
    [`${service}/10,10,50,50/%21%32%30,20/%21%30/default.jpg`, '10,10,50,50'],
  ])('may have escapes that it does not need: §9 (%s)', async (path, region) => {
    const { status, headers } = await served().ask(path);
    expect(status).toBe(200);
    expect(linkTo(headers.link, 'canonical')?.split('/').at(-4)).toBe(region);
  });

  it.each([
    `full%2F${api.unscaled}/0/default.jpg`,
    `full/${api.unscaled}%2F0/default.jpg`,
    `full/${api.unscaled}/0%2Fdefault.jpg`,
    `full%5C${api.unscaled}/0/default.jpg`,
    `full/${api.unscaled}/0/default.jpg%20`,
    `%20full/${api.unscaled}/0/default.jpg`,
    `full/${api.unscaled}/0/default.jpg%0D%0AX-Injected:%201`,
    `%66%u006cll/${api.unscaled}/0/default.jpg`,
    `%2566ull/${api.unscaled}/0/default.jpg`,
  ])('is not read into what it does not say (%s)', async (parameters) => {
    const answer = await served().ask(`${service}/${parameters}`);
    expectRefusal(answer, [400, 404]);
    expect(answer.headers['x-injected']).toBeUndefined();
  });

  it.each([
    `full/${api.unscaled}/0`,
    `full/${api.unscaled}/default.jpg`,
    `full/${api.unscaled}/0/default.jpg/`,
    `full/${api.unscaled}/0/default.jpg/more`,
    `full//${api.unscaled}/0/default.jpg`,
    `/full/${api.unscaled}/0/default.jpg`,
    'full',
    'info.json/',
    'info.json/more',
    'Info.json',
    'info.xml',
    'info',
    '//info.json',
  ])('is refused where it is of no known form (%s)', async (rest) => {
    expectRefusal(await served().ask(`${service}/${rest}`), [400, 404]);
  });

  it('leads to the description with a slash at its end and without: §2', async () => {
    for (const path of [service, `${service}/`]) {
      const { status, headers, bytes } = await served().ask(path);
      expect([status, headers.location]).toEqual([303, `${served().base}${service}/info.json`]);
      expect(bytes).toHaveLength(0);
      expect(headers['access-control-allow-origin']).toBe('*');
    }
  });

  it('is the same with a query, which says nothing', async () => {
    for (const query of ['?', '?download=1', '?a=b&c=/x/../y', '?%00'.replace('%00', '%zz')]) {
      const image = await served().ask(`${service}/full/50,/0/default.jpg${query}`);
      expect([query, image.status]).toEqual([query, 200]);
      expect(linkTo(image.headers.link, 'canonical')).not.toContain('?');
      const info = await served().ask(`${service}/info.json${query}`);
      expect([query, info.status]).toEqual([query, 200]);
      expect(info.bytes.toString()).toContain(`"${served().base}${service}"`);
      expect((await served().ask(`${service}${query}`)).status).toBe(303);
    }
  });

  it('goes nowhere by dots', async () => {
    for (const path of [
      `${api.path}/../${api.path}/${ID}/info.json`,
      `${api.path}/./${ID}/info.json`,
      `${api.path}/x/../${ID}/info.json`,
      `${service}/../../../../../../etc/passwd`,
      `${service}/full/../info.json`,
      `${api.path}/%2e%2e/${ID}/info.json`,
      `${api.path}/..%2f${ID}/info.json`,
      `${api.path}/../../../state/store.sqlite`,
    ]) {
      const answer = await served().ask(path);
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
    }
  });

  it('may name the host, as a proxy writes it', async () => {
    const { status, headers } = await served().ask(`http://proxy.example${service}/full/50,/0/default.jpg`);
    expect(status).toBe(200);
    expect(headers.link).not.toContain('proxy.example');
  });

  it('of any bytes is answered, and the next one too', async () => {
    for (const path of [
      Buffer.from(`${service}/\xe9/max/0/default.jpg`, 'latin1'),
      Buffer.from(`${service}/full/max/0/d\u00e9fault.jpg`),
      Buffer.concat([Buffer.from(`${service}/`), Buffer.from([0xff, 0xfe, 0x80]), Buffer.from('/info.json')]),
      Buffer.from(`${service}/full/max/0/default.jpg\t`),
      Buffer.from(`${service}/${'%2F'.repeat(5000)}`),
      Buffer.from(`${service}/${'a'.repeat(30_000)}`),
      Buffer.from(`${service}/full/max/0/default.jpg\0`),
      Buffer.from(service.replaceAll('/', '\\')),
    ]) {
      const head = (await rawBytes(served().port, path)).slice(0, 12);
      expect([path.toString().slice(0, 60), head]).toEqual([
        path.toString().slice(0, 60),
        expect.stringMatching(/^HTTP\/1\.1 4\d\d$/),
      ]);
    }
    expect((await served().ask(`${service}/info.json`)).status).toBe(200);
  });

  it('is the public one in all that is said, whoever asks', async () => {
    const address = `https://archive.example/some/where${service}`;
    for (const path of [service, `/some/where${service}`]) {
      const options = { headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' } };
      const base = await published().ask(path, options);
      expect(base.headers.location).toBe(`${address}/info.json`);
      const info = await published().ask(`${path}/info.json`, options);
      expect(info.bytes.toString()).toContain(`"${address}"`);
      const image = await published().ask(`${path}/full/50,/0/default.jpg`, options);
      expect(linkTo(image.headers.link, 'canonical')?.startsWith(`${address}/full/50,`)).toBe(true);
      expect(info.bytes.toString() + JSON.stringify([base.headers, image.headers])).not.toContain('evil');
    }
  });
});
