import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { documentKind } from '../../server/lint/document-kind.ts';
import { edited, fixture, fixtureNames, REMOVED, type Edits } from '../server/lint/fixture.ts';

const folder = process.env.DIPTYCH_TEST_SCHEMA;
const file = folder === undefined ? undefined : join(folder, 'iiif-presentation-3.schema.json');
const present = file !== undefined && existsSync(file);

/** What the schema refuses and the specification allows; without it, the schema accepts the document. */
const REFUSED: Readonly<Record<string, Edits>> = {
  // Its pattern for language tags knows letters and hyphens alone.
  '0118-multi-value': { 'label.es-419': REMOVED },
  // A point on the upper edge.
  '0135-point': { 'items.0.annotations.0.items.0.target.selector.y': 1 },
  // Web Annotation's own property of a page.
  '0309-annotation-collection-page': { startIndex: REMOVED },
  whole: {
    // A search service of version 1 has a string for its label, and one object for its inner service.
    'service.1.label': REMOVED,
    'service.1.service': REMOVED,
    // Physical dimensions need no id.
    'items.0.service': REMOVED,
    // An annotation page may be hidden.
    'items.0.annotations.0.behavior': REMOVED,
  },
};

describe.skipIf(!present)(
  `documents in which the linter finds nothing${present ? '' : ' (skipped: DIPTYCH_TEST_SCHEMA names no folder that has the schema)'}`,
  () => {
    const names = fixtureNames().filter((name) => {
      const kind = documentKind(fixture(name));
      // Canvases and ranges have no schema of their own, and responses of a search say more than theirs.
      const isOther = kind.api !== 'presentation-3' || kind.search || ['Canvas', 'Range'].includes(kind.kind);
      return !isOther && name !== 'legal-oddities' && !name.startsWith('search');
    });

    it('are accepted by the schema, but for what it is mistaken about', () => {
      const valid = compile(file ?? '');
      expect(names.length).toBeGreaterThan(45);
      expect(names.filter((name) => !valid(fixture(name)))).toEqual(Object.keys(REFUSED));
      for (const [name, edits] of Object.entries(REFUSED))
        expect(valid(edited(fixture(name), edits)), name).toBe(true);
    });
  },
);

function compile(schemaFile: string): ValidateFunction {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const schema: unknown = JSON.parse(readFileSync(schemaFile, 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error(`${schemaFile} holds no schema`);
  return ajv.compile(schema);
}
