import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { toAlto } from '../../../scripts/specimens/alto.ts';
import { ferryReport } from '../../../scripts/specimens/documents/ferry-report.ts';
import { report } from '../../../scripts/specimens/documents/report.ts';
import { SPECIMENS } from '../../../scripts/specimens/documents/specimens.ts';
import { telegram } from '../../../scripts/specimens/documents/telegram.ts';
import { renderLeaf } from '../../../scripts/specimens/specimen.ts';
import { toHtml } from '../../../scripts/specimens/translation.ts';
import { typeSheet } from '../../../scripts/specimens/typing.ts';
import { peopleSchema, placesSchema } from '../../../server/ingest/authority-schema.ts';
import { collectionSchema } from '../../../server/ingest/collection-schema.ts';
import { documentSchema, type DocumentFile } from '../../../server/ingest/document-schema.ts';
import { namings } from '../../../server/model/naming.ts';
import { readYamlRecords } from '../../../server/ingest/yaml-records.ts';
import { readYaml } from '../../../server/ingest/yaml-file.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const LETTER = 'cold-war/f7-op3/f7-op3-d12/letter-1950-10-12';
const FOLDERS = [...SPECIMENS.map(({ folder }) => folder), LETTER];

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const files = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);

function describedIn(folder: string): DocumentFile {
  const { value, problems } = readYaml(read(`manifests/${folder}/document.yaml`), documentSchema);
  expect(problems).toEqual([]);
  if (value === undefined) throw new Error(`${folder} has no description.`);
  return value;
}

describe('the specimen archive', () => {
  it('has descriptions without a problem, for documents and collections', () => {
    const collections = files('manifests').filter((path) => path.endsWith('collection.yaml'));
    expect(collections).toHaveLength(6);
    expect(FOLDERS).toHaveLength(6);
    for (const path of collections) expect(readYaml(read(path), collectionSchema).problems, path).toEqual([]);
    for (const folder of FOLDERS) expect(describedIn(folder).texts?.length).toBeGreaterThan(0);
  });

  it('says of every document, in its summary and its required statement, that it is a specimen', () => {
    for (const folder of FOLDERS) {
      const { summary, requiredStatement } = describedIn(folder);
      expect(summary?.en?.join()).toMatch(/specimen.* no historical document/is);
      expect(requiredStatement?.value.en?.join()).toMatch(/specimen.* no historical document/is);
    }
  });

  it('knows everybody and every place that its descriptions name by an id, and says that all are invented', () => {
    const people = readYamlRecords(read('manifests/people.yaml'), peopleSchema);
    const places = readYamlRecords(read('manifests/places.yaml'), placesSchema);
    expect([...people.problems, ...places.problems]).toEqual([]);
    const named = FOLDERS.flatMap((folder) => namings(describedIn(folder)));
    expect(named.length).toBeGreaterThan(30);
    const known = { person: people.records, place: places.records };
    expect(named.filter(({ kind, id }) => known[kind]?.has(id) !== true)).toEqual([]);
    for (const [id, { value }] of [...(people.records ?? []), ...(places.records ?? [])]) {
      expect(value.description?.en?.join(), id).toContain('(fictional)');
    }
  });

  it('holds every file that its descriptions name, and no other', () => {
    const named = FOLDERS.flatMap((folder) => {
      const { pages = [], texts = [] } = describedIn(folder);
      return [
        ...pages.flatMap(({ image }) => (image === undefined ? [] : [`images/${folder}/${image}`])),
        ...texts.flatMap((text) => text.files.map((name) => `manifests/${folder}/${name}`)),
      ];
    });
    const held = [...files('images'), ...files('manifests')].filter((path) =>
      /\.(tif|jpg|xml|html)$/.test(path),
    );
    expect(held.sort()).toEqual(named.sort());
  });

  it('weighs between 3 and 6 MB', () => {
    const bytes = [...files('images'), ...files('manifests')]
      .filter((path) => /\.\w+$/.test(path))
      .reduce((sum, path) => sum + readFileSync(join(ROOT, path)).length, 0);
    expect(bytes).toBeGreaterThan(3e6);
    expect(bytes).toBeLessThan(6e6);
  });
});

describe('the transcriptions', () => {
  it('are what the script writes', () => {
    for (const { folder, language, leaves, transcription } of SPECIMENS) {
      const pages = leaves.map(({ sheet, number, image }) => ({
        alto: { page: sheet.page, number, size: sheet.size, blocks: typeSheet(sheet) },
        image,
      }));
      const stem = `manifests/${folder}/transcription.${language}`;
      if (transcription === 'one-file') {
        expect(read(`${stem}.xml`)).toBe(
          toAlto(
            pages.map(({ alto }) => alto),
            language,
          ),
        );
        continue;
      }
      for (const { alto, image } of pages) {
        expect(read(`${stem}.${alto.page}.xml`)).toBe(toAlto([alto], language, image));
      }
    }
  });

  it('are well-formed, with every box inside the page it stands on', () => {
    const paths = files('manifests').filter((path) => path.endsWith('.xml'));
    expect(paths).toHaveLength(11);
    for (const path of paths) {
      const parser = new SaxesParser();
      let frame = { width: 0, height: 0 };
      let boxes = 0;
      parser.on('opentag', ({ name, attributes }) => {
        const number = (key: string): number => Number(attributes[key]);
        if (name === 'Page') frame = { width: number('WIDTH'), height: number('HEIGHT') };
        if (!['TextBlock', 'TextLine', 'String', 'HYP'].includes(name)) return;
        boxes += 1;
        expect(number('HPOS')).toBeGreaterThan(0);
        expect(number('VPOS')).toBeGreaterThan(0);
        expect(number('HPOS') + number('WIDTH')).toBeLessThan(frame.width);
        expect(number('VPOS') + number('HEIGHT')).toBeLessThan(frame.height);
      });
      parser.write(read(path)).close();
      expect(boxes, path).toBeGreaterThan(40);
    }
  });
});

describe('the linked translation', () => {
  it('renders every line of the telegram once, but for the second leaf’s number, and no line that is not there', () => {
    const html = read(`manifests/${telegram.folder}/translation.en.a.html`);
    const rendered = [...html.matchAll(/data-renders="([^"]*)"/g)].flatMap((match) =>
      (match[1] ?? '').split(' '),
    );
    const lines = telegram.leaves.flatMap(({ sheet }) =>
      typeSheet(sheet).flatMap((block) => block.lines.map(({ id }) => id)),
    );
    expect(rendered).toEqual(lines.filter((id) => id !== 'p706-l01'));
    expect(html).toContain('data-renders="p705-l25 p706-l02 p706-l03"');
  });
});

describe('the translations that are made with their original', () => {
  it('are what the script writes, and say nothing of lines', () => {
    const written = SPECIMENS.flatMap(({ folder, translation, leaves }) =>
      translation === undefined ? [] : [{ folder, leaves, ...translation }],
    );
    expect(written).toHaveLength(3);
    for (const { folder, file, title, passages, leaves } of written) {
      const html = read(`manifests/${folder}/${file}`);
      const folios = leaves.map(({ sheet }) => sheet.page);
      expect(html).toBe(toHtml(passages, title, 'en', folios));
      expect(html).not.toContain('data-');
    }
  });
});

describe('the unlinked translations', () => {
  it('mark every page, once and in order', () => {
    for (const [folder, file] of [
      [telegram.folder, 'translation.en.b.html'],
      [report.folder, 'translation.en.html'],
      [ferryReport.folder, 'translation.en.html'],
      [LETTER, 'translation.en.html'],
    ] as const) {
      const marks = [...read(`manifests/${folder}/${file}`).matchAll(/\(p\. (\w+)\)/g)].map(
        (match) => match[1],
      );
      expect(marks).toEqual(describedIn(folder).pages?.map(({ folio }) => folio));
    }
  });
});

describe('the scans', () => {
  it('have the size that their ALTO says, and ink in the box of every word', async () => {
    for (const { folder, leaves } of SPECIMENS) {
      for (const { sheet, image } of leaves) {
        const { data, info } = await sharp(join(ROOT, 'images', folder, image))
          .greyscale()
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect({ width: info.width, height: info.height }).toEqual(sheet.size);
        for (const word of typeSheet(sheet).flatMap(({ lines }) => lines.flatMap(({ words }) => words))) {
          expect(darkest(data, info.width, word.box), word.id).toBeLessThan(150);
        }
      }
    }
  });

  it('are drawn again with the same pixels', async () => {
    const [, second] = telegram.leaves;
    if (second === undefined) throw new Error('The telegram has no second leaf.');
    const { sheet, image } = second;
    const drawn = await sharp(await renderLeaf(sheet, typeSheet(sheet), image))
      .raw()
      .toBuffer();
    const kept = await sharp(join(ROOT, 'images', telegram.folder, image))
      .raw()
      .toBuffer();
    expect(drawn.length).toBe(kept.length);
    let difference = 0;
    for (const [at, value] of drawn.entries()) difference += Math.abs(value - (kept[at] ?? 0));
    // The same bytes on one machine; elsewhere sine and cosine may differ in the last digit.
    expect(difference / drawn.length).toBeLessThan(0.5);
  });
});

function darkest(
  grey: Uint8Array,
  width: number,
  box: { x: number; y: number; width: number; height: number },
): number {
  let value = 255;
  for (let y = Math.floor(box.y); y < box.y + box.height; y += 1) {
    for (let x = Math.floor(box.x); x < box.x + box.width; x += 1)
      value = Math.min(value, grey[y * width + x] ?? 255);
  }
  return value;
}
