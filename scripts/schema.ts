import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { z } from 'zod';
import { alignmentSchema } from '../server/ingest/alignment-schema.ts';
import { peopleSchema, placesSchema } from '../server/ingest/authority-schema.ts';
import { collectionSchema } from '../server/ingest/collection-schema.ts';
import { documentSchema } from '../server/ingest/document-schema.ts';
import { institutionSchema } from '../server/ingest/institution-schema.ts';

/**
 * The JSON Schemas that editors use for the YAML files of an archive, by their paths from the root. Made from the
 * schemas that ingest reads with, so they cannot say anything else.
 */
export async function schemaFiles(): Promise<Map<string, string>> {
  const schemas = [
    ['document', documentSchema],
    ['collection', collectionSchema],
    ['alignment', alignmentSchema],
    ['people', peopleSchema],
    ['places', placesSchema],
    ['institution', institutionSchema],
  ] as const;
  const files = new Map<string, string>();
  for (const [name, schema] of schemas) {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: asYamlHasIt });
    const text = await format(JSON.stringify({ title: `${name}.yaml`, ...json }), {
      parser: 'json',
      printWidth: 110,
    });
    files.set(`manifests/${name}.schema.json`, text);
  }
  return files;
}

/** Ingest takes every scalar as it is written; an editor's YAML has already made numbers and truths of some. */
function asYamlHasIt({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const choices = jsonSchema.enum;
  if (choices?.includes('true') === true && choices.includes('false')) {
    delete jsonSchema.enum;
    jsonSchema.type = 'boolean';
  } else if (jsonSchema.type === 'string' && choices === undefined) {
    delete jsonSchema.type;
    jsonSchema.anyOf = [{ type: 'string' }, { type: 'number' }];
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = join(import.meta.dirname, '..');
  for (const [path, text] of await schemaFiles()) writeFileSync(join(root, path), text);
}
