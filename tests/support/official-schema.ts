import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/** What the official JSON schema of Presentation 3 says of a resource: nothing where it finds nothing wrong. */
export type Judge = (resource: unknown) => string[];

/**
 * The schema, which is not part of the repository: DIPTYCH_TEST_SCHEMA says where it is. Tests that need it skip
 * themselves where it is not `present`; its judges throw there. It knows canvases and ranges as parts alone, though
 * they can be fetched too: these have judges of their own.
 */
export function officialSchema(): { present: boolean } & Record<'whole' | 'canvas' | 'range', Judge> {
  const folder = process.env.DIPTYCH_TEST_SCHEMA;
  const file = join(folder ?? '', 'iiif-presentation-3.schema.json');
  const present = folder !== undefined && folder !== '' && existsSync(file);
  let ajv: Ajv | undefined;
  const judge =
    (part: string): Judge =>
    (resource) => {
      ajv ??= read(file);
      const validate = ajv.compile({ $ref: `presentation${part}` });
      // As another program reads it: through JSON.
      const received: unknown = JSON.parse(JSON.stringify(resource));
      if (validate(received)) return [];
      return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ''}`);
    };
  return { present, whole: judge(''), canvas: judge('#/classes/canvas'), range: judge('#/classes/range') };
}

/** Why a test is skipped. */
export const NO_OFFICIAL_SCHEMA = 'DIPTYCH_TEST_SCHEMA names no folder that has the schema of Presentation 3';

function read(file: string): Ajv {
  // The schema's own looseness (unions, unknown words) is not ours to judge.
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error(`${file} holds no schema`);
  ajv.addSchema(schema, 'presentation');
  return ajv;
}
