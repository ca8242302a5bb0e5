import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SPECIMENS } from '../../../scripts/specimens/documents/specimens.ts';
import { truthsOf } from '../../../scripts/specimens/specimen.ts';
import { locate } from '../../../scripts/specimens/truth.ts';
import { parseAlto } from '../../../server/formats/alto.ts';
import { parseHtml } from '../../../server/formats/html.ts';
import { documentSchema } from '../../../server/ingest/document-schema.ts';
import { readYaml } from '../../../server/ingest/yaml-file.ts';
import { truthSchema } from '../../bench/alignment/specimens.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TRUTHS = 'tests/bench/alignment/specimens';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const NAMES = readdirSync(join(ROOT, TRUTHS));

it('is known of three documents by sentence, and of the telegram by line as well', () => {
  expect(NAMES.sort()).toEqual([
    'letter-1950-10-28.json',
    'memorandum-1950-10-26.json',
    'report-1950-11-06.json',
    'telegram-1950-10-07.en-a.json',
    'telegram-1950-10-07.json',
  ]);
});

it('is what the script writes', () => {
  const written = SPECIMENS.flatMap((specimen) => [...truthsOf(specimen, read)]);
  expect(written.map(({ path }) => basename(path)).sort()).toEqual(NAMES);
  for (const { path, bytes } of written) expect(read(path)).toBe(bytes);
});

describe.each(NAMES)('%s', (name) => {
  const truth = truthSchema.parse(JSON.parse(read(`${TRUTHS}/${name}`)));
  const folder = SPECIMENS.find((specimen) => basename(specimen.folder) === truth.document)?.folder ?? '';
  const { value: described } = readYaml(read(`manifests/${folder}/document.yaml`), documentSchema);
  const fileOf = (id: string): Uint8Array => {
    const file = described?.texts?.find((text) => text.id === id)?.files[0] ?? '';
    return readFileSync(join(ROOT, 'manifests', folder, file));
  };
  const lines = parseAlto(fileOf(truth.original)).sheets.flatMap(({ segments }) => segments);
  const parts = truth.groups.flatMap(({ original }) => original);

  it('keeps every part within its line, on its page', () => {
    expect(parts.length).toBeGreaterThan(15);
    const pages = new Set(described?.pages?.map(({ id }) => id));
    for (const { line, page, start, end } of parts) {
      const value = lines.find(({ sourceId }) => sourceId === line)?.value ?? '';
      expect(value.slice(start, end), line).toMatch(/^\S(?:.*\S)?$/u);
      expect(end).toBeLessThanOrEqual(value.length);
      expect(pages.has(page) && line.startsWith(`p${page}-`)).toBe(true);
    }
  });

  it('covers every character of every line once, but for the space between sentences', () => {
    for (const { sourceId, value } of lines) {
      const covered = Array.from(value, () => 0);
      for (const { start, end } of parts.filter(({ line }) => line === sourceId)) {
        for (let at = start; at < end; at += 1) covered[at] = (covered[at] ?? 0) + 1;
      }
      expect(
        covered
          .map((times, at) => (value[at] === ' ' ? Math.min(times, 1) : times))
          .filter((times) => times !== 1),
        sourceId,
      ).toEqual(covered.filter((times, at) => value[at] === ' ' && times === 0));
    }
  });

  it('names every sentence of the translation once, in the order of the file', () => {
    const said = parseHtml(fileOf(truth.rendering))
      .sheets.flatMap(({ segments }) => segments)
      .map(({ value }) => value)
      .join(' ');
    expect(truth.groups.flatMap(({ rendering }) => rendering).join(' ')).toBe(said);
  });
});

describe('the truth of the Russian memorandum', () => {
  const truth = truthSchema.parse(JSON.parse(read(`${TRUTHS}/report-1950-11-06.json`)));
  const report = SPECIMENS.find(({ folder }) => basename(folder) === truth.document);
  const shapes = report?.alignments?.flatMap((alignment) =>
    alignment.by === 'sentences'
      ? alignment.groups.map(({ original, rendering }) => `${original.length}-${rendering.length}`)
      : [],
  );

  it('has sentences joined, divided, turned round, left out and added', () => {
    for (const shape of ['1-1', '2-1', '1-2', '1-3', '2-2', '1-0', '0-1']) expect(shapes).toContain(shape);
    expect(shapes?.filter((shape) => shape === '1-0')).toHaveLength(3);
  });

  it('has sentences that begin within a line, and one that goes over to the next leaf', () => {
    const parts = truth.groups.flatMap(({ original }) => original);
    expect(parts.filter(({ start }) => start > 0).length).toBeGreaterThan(10);
    const over = truth.groups.filter(({ original }) => new Set(original.map(({ page }) => page)).size === 2);
    expect(over).toHaveLength(1);
    expect(over[0]?.rendering).toHaveLength(1);
  });
});

describe('locate', () => {
  const lines = [
    { id: 'l1', page: '1', content: 'Ein Satz. Noch ei-' },
    { id: 'n', page: '2', content: '- 2 -' },
    { id: 'l2', page: '2', content: 'ner.' },
  ];

  it('takes the hyphen with the word that it breaks, and a leaf’s number for itself', () => {
    const groups = [
      { original: ['Ein Satz.'], rendering: ['A sentence.'] },
      { original: ['Noch einer.'], rendering: ['Another.'] },
    ];
    expect(locate(groups, lines)).toEqual([
      { original: [{ line: 'l1', page: '1', start: 0, end: 9 }], rendering: ['A sentence.'] },
      {
        original: [
          { line: 'l1', page: '1', start: 10, end: 18 },
          { line: 'l2', page: '2', start: 0, end: 4 },
        ],
        rendering: ['Another.'],
      },
      { original: [{ line: 'n', page: '2', start: 0, end: 5 }], rendering: [] },
    ]);
  });

  it('refuses sentences that the lines do not say', () => {
    expect(() => locate([{ original: ['Ein Wort.'], rendering: [] }], lines)).toThrow('Line l1');
    expect(() => locate([{ original: ['Ein Satz.'], rendering: [] }], lines)).toThrow('goes on');
  });
});
