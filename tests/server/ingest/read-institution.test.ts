import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { writeArchive } from '../../support/archive.ts';
import { begin } from '../../support/letter-archive.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 36"><path d="M0 0h9v9z"/></svg>';

const WHOLE = `
name: { en: Nordic State Archive, ko: 북방 기록 보존소 }
logo: logo.svg
link: https://archive.example/
colours:
  accent: { light: "#005A9C", dark: "#7fb4e8" }
footer: { en: Open on <b>weekdays</b>. }
imprint:
  en: |
    Who we are.

    Where we <a href="https://archive.example/contact">are</a>.
home: Welcome
`;

const archive = (institution: string, files: Record<string, string | Uint8Array> = {}) => ({
  'manifests/letter/document.yaml': 'title: Letter\npages: [{ folio: "1", missing: true }]',
  'institution.yaml': institution,
  'logo.svg': SVG,
  ...files,
});

/** What one run says of an archive with this file. */
async function read(institution: string, files: Record<string, string | Uint8Array> = {}) {
  const { store, run } = await begin(archive(institution, files));
  const { problems } = await run();
  return { store, problems, told: problems.map(({ file, line, at, code }) => ({ file, line, at, code })) };
}

describe('institution.yaml', () => {
  it('is put into the store with its logo', async () => {
    const { store, problems } = await read(WHOLE);
    expect(problems).toEqual([]);
    expect(await store.institution()).toEqual({
      name: { en: ['Nordic State Archive'], ko: ['북방 기록 보존소'] },
      logo: { type: 'image/svg+xml', width: 44, height: 36, hash: expect.stringMatching(/^[0-9a-f]{16}$/) },
      link: 'https://archive.example/',
      accent: { light: '#005a9c', dark: '#7fb4e8' },
      footer: { en: [{ value: 'Open on weekdays.', html: 'Open on <b>weekdays</b>.' }] },
      imprint: {
        kind: 'page',
        words: {
          en: [
            { value: 'Who we are.' },
            {
              value: 'Where we are.',
              html: 'Where we <a href="https://archive.example/contact">are</a>.',
            },
          ],
        },
      },
      home: { none: [{ value: 'Welcome' }] },
    });
    expect(Buffer.from((await store.institutionLogo()) ?? []).toString()).toBe(SVG);
  });

  it('needs no more than a name', async () => {
    const { store, problems } = await read('name: Archive');
    expect(problems).toEqual([]);
    expect(await store.institution()).toEqual({ name: { none: ['Archive'] } });
    expect(await store.institutionLogo()).toBeUndefined();
  });

  it('keeps references to pages, which are marks in translations alone', async () => {
    const { store, problems } = await read(
      'name: Archive\nfooter: See the guide (p. 12) and the list [p. iv].\nhome: "<p>As <i>told</i> there (p. 3).</p>"',
    );
    expect(problems).toEqual([]);
    expect(await store.institution()).toMatchObject({
      footer: { none: [{ value: 'See the guide (p. 12) and the list [p. iv].' }] },
      home: { none: [{ value: 'As told there (p. 3).', html: 'As <i>told</i> there (p. 3).' }] },
    });
  });

  it('may name the address of an imprint that stands elsewhere', async () => {
    const { store, problems } = await read('name: Archive\nimprint: https://archive.example/imprint');
    expect(problems).toEqual([]);
    expect((await store.institution())?.imprint).toEqual({
      kind: 'address',
      url: 'https://archive.example/imprint',
    });
  });

  it('tells file, line, key and the nearest key that there is', async () => {
    const { problems } = await read(
      'name: Archive\nlink: javascript:alert(1)\ncolors:\n  accent: {}\nfooter: { en: "" }',
    );
    expect(problems.map(({ message, ...place }) => [place, message])).toEqual([
      [
        { severity: 'error', code: 'yaml-bad-value', file: 'institution.yaml', line: 2, at: 'link' },
        '"link": must be a whole address of the web, such as https://example.org/.',
      ],
      [
        { severity: 'error', code: 'yaml-bad-value', file: 'institution.yaml', line: 5, at: 'footer.en' },
        '"footer.en": must not be empty.',
      ],
      [
        { severity: 'error', code: 'yaml-unknown-key', file: 'institution.yaml', line: 3, at: 'colors' },
        'The key "colors" is not known. Did you mean "colours"?',
      ],
    ]);
    expect((await read('logo: logo.svg')).problems).toMatchObject([{ at: 'name', code: 'yaml-bad-value' }]);
  });

  it('is refused with a colour that nobody could read, and says which they could', async () => {
    const colours = (light: string, dark: string) =>
      `name: A\ncolours:\n  accent:\n    light: ${light}\n    dark: ${dark}`;
    const { problems, store } = await read(colours('"#ffcc00"', '"#000080"'));
    expect(problems.map(({ line, at }) => [line, at])).toEqual([
      [4, 'colours.accent.light'],
      [5, 'colours.accent.dark'],
    ]);
    expect(await store.institution()).toBeUndefined();
    const told = problems.map(({ message }) => message);
    expect(told[0]).toMatch(/contrast of 4\.5:1 with the light ground; #ffcc00 has 1\.3:1/);
    // What it proposes is taken.
    const [light, dark] = told.map((message) => /"(#[0-9a-f]{6})"/.exec(message)?.[0] ?? '');
    expect((await read(colours(light ?? '', dark ?? ''))).problems).toEqual([]);
    // A colour without quotes is a remark to YAML.
    expect((await read(colours('#005a9c', '"red"'))).problems).toMatchObject([
      { at: 'colours.accent.light', message: expect.stringContaining('in quotes') },
      { at: 'colours.accent.dark', message: expect.stringContaining('in quotes') },
    ]);
  });

  it('keeps an allow-list of markup, and says what it took away', async () => {
    const { store, problems } = await read(
      `name: A\nhome: 'Now <script>alert(1)</script><i onclick="x()">this</i> <a href="javascript:alert(1)">there</a>'`,
    );
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'html-removed', file: 'institution.yaml', line: 2, at: 'home' },
    ]);
    expect((await store.institution())?.home).toEqual({
      none: [{ value: 'Now this there', html: 'Now <i>this</i> there' }],
    });
  });

  it('changes nothing with a mistake in it, and goes with its file', async () => {
    const { archive: folder, store, run } = await begin(archive(WHOLE));
    await run();
    const write = (text: string) => writeFile(join(folder, 'institution.yaml'), text);
    for (const bad of ['name: [', 'name: Other\nlogo: gone.svg', 'nome: Other']) {
      await write(bad);
      expect((await run()).problems.length).toBeGreaterThan(0);
      expect((await store.institution())?.name.en).toEqual(['Nordic State Archive']);
      expect(await store.institutionLogo()).toBeDefined();
    }
    await rm(join(folder, 'institution.yaml'));
    expect((await run()).problems).toEqual([]);
    expect(await store.institution()).toBeUndefined();
    expect(await store.institutionLogo()).toBeUndefined();
  });

  it('is not followed out of the archive', async () => {
    const { archive: folder, store, run } = await begin(archive(WHOLE));
    await rm(join(folder, 'institution.yaml'));
    const outside = await writeArchive(temporaryFolder(), { 'institution.yaml': 'name: Spy' });
    await symlink(join(outside, 'institution.yaml'), join(folder, 'institution.yaml'));
    expect((await run()).problems).toMatchObject([{ code: 'file-unused', file: 'institution.yaml' }]);
    expect(await store.institution()).toBeUndefined();
  });

  it('is a change of the root collection, once', async () => {
    const { store, run } = await begin(archive(WHOLE));
    await run();
    const last = await store.lastActivity();
    await run();
    expect(await store.lastActivity()).toBe(last);
  });
});

describe('a logo', () => {
  const picture = sharp({ create: { width: 60, height: 40, channels: 4, background: '#00529480' } });

  it.each(['png', 'webp', 'jpeg'] as const)('may be %s, whatever its name says', async (format) => {
    const bytes = await picture.clone().toFormat(format).toBuffer();
    const { store, problems } = await read(WHOLE, { 'logo.svg': bytes });
    expect(problems).toEqual([]);
    expect((await store.institution())?.logo).toMatchObject({
      type: `image/${format}`,
      width: 60,
      height: 40,
    });
  });

  const svg = (inner: string, attributes = 'viewBox="0 0 4 3"') =>
    `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;

  it.each<[string, string, RegExp]>([
    ['a script', svg('<script>alert(1)</script>'), /<script>/],
    ['an event handler', svg('<path onload="alert(1)"/>'), /event handler/],
    ['a page within it', svg('<foreignObject/>'), /foreignObject/],
    ['a reference elsewhere', svg('<use href="https://spy.example/x.svg#a"/>'), /reference to another file/],
    ['a style that fetches', svg('<style>@import url(https://spy.example)</style>'), /fetches/],
    ['a fill that fetches', svg('<path fill="url(https://spy.example/a)"/>'), /fetches/],
    ['entities of its own', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`, /entities/],
    ['no size', svg('', ''), /viewBox/],
    ['no end', svg('').replace('</svg>', ''), /damaged/],
    ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>', /SVG, PNG, WebP or JPEG/],
    ['no picture in it', 'logo', /SVG, PNG, WebP or JPEG/],
    ['too many bytes', svg(`<path d="M${'0 '.repeat(200_000)}"/>`), /300 kB/],
  ])('is refused with %s', async (_, content, why) => {
    const { store, problems } = await read(WHOLE, { 'logo.svg': content });
    expect(problems).toMatchObject([
      { severity: 'error', code: 'yaml-bad-value', file: 'institution.yaml', line: 3, at: 'logo' },
    ]);
    expect(problems[0]?.message).toMatch(why);
    expect(await store.institution()).toBeUndefined();
  });

  it('may use what it defines itself', async () => {
    const inner =
      '<defs><path id="a" d="M0 0h1"/></defs><use href="#a"/><path fill="url(#a)"/><style>path{fill:url(#a)}</style>';
    expect((await read(WHOLE, { 'logo.svg': svg(inner) })).problems).toEqual([]);
  });

  it('is refused where it is cut off, enormous or no file', async () => {
    const whole = await picture.clone().resize(900, 600).png({ compressionLevel: 0 }).toBuffer();
    const wide = await sharp({ create: { width: 4001, height: 2, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const gif = await picture.clone().gif().toBuffer();
    for (const bytes of [(await picture.clone().jpeg().toBuffer()).subarray(0, 250), wide, gif, whole]) {
      expect((await read(WHOLE, { 'logo.svg': bytes })).told).toEqual([
        { file: 'institution.yaml', line: 3, at: 'logo', code: 'yaml-bad-value' },
      ]);
    }
    for (const path of ['none.svg', 'manifests', '""', '../x.svg', '/etc/passwd']) {
      const { told } = await read(WHOLE.replace('logo: logo.svg', `logo: ${path}`));
      expect(told).toEqual([{ file: 'institution.yaml', line: 3, at: 'logo', code: 'yaml-bad-value' }]);
    }
  });

  it('is not followed out of the archive', async () => {
    const { archive: folder, store, run } = await begin(archive(WHOLE));
    const outside = await writeArchive(temporaryFolder(), { 'secret.svg': SVG });
    await rm(join(folder, 'logo.svg'));
    await symlink(join(outside, 'secret.svg'), join(folder, 'logo.svg'));
    expect((await run()).problems).toMatchObject([
      { at: 'logo', message: '"logo": must be a file inside the archive.' },
    ]);
    expect(await store.institutionLogo()).toBeUndefined();
  });
});
