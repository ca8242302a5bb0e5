import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { schemaFiles } from '../../scripts/schema.ts';

const root = join(import.meta.dirname, '../..');

describe('the JSON Schemas for editors', async () => {
  const files = await schemaFiles();

  it('are those that npm run schema would write now', () => {
    expect(files.size).toBe(6);
    for (const [path, text] of files) expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });

  it('accept what ingest accepts and refuse an unknown key', () => {
    const schema = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(files.get('manifests/document.schema.json') ?? ''));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const good =
      'title: { en: A }\nreference: { levels: [{ fond: 5 }] }\npages: [{ id: 705, missing: true }]';
    expect(validate(parse(good))).toBe(true);
    expect(validate(parse(`${good}\nsumary: x`))).toBe(false);
  });
});
