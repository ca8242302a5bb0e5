import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { formatFor, parseText } from '../../../server/formats/parse-text.ts';
import { Failure } from '../../../server/model/failure.ts';

const FOLDER = join(import.meta.dirname, '../../corpus/texts');
const files = readdirSync(FOLDER).filter((name) => formatFor(name) !== undefined);

describe('the corpus of texts', () => {
  it('has files, and each is in SOURCES.yaml', () => {
    const listed: unknown = parse(readFileSync(join(FOLDER, 'SOURCES.yaml'), 'utf8'));
    expect(listed).toHaveLength(files.length);
    expect(files.length).toBeGreaterThan(15);
    for (const file of files) expect(listed).toContainEqual(expect.objectContaining({ file }));
  });

  it.each(files)('reads %s as expected', async (file) => {
    const read = JSON.stringify(readAll(file), undefined, 1);
    await expect(`${read}\n`).toMatchFileSnapshot(join(FOLDER, `${file}.expected.json`));
  });
});

function readAll(file: string): unknown {
  try {
    return parseText(file, readFileSync(join(FOLDER, file)));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.code, message: error.message };
  }
}
