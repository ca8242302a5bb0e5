import { describe, expect, it } from 'vitest';
import { documentKind } from '../../server/lint/document-kind.ts';
import { NO_OFFICIAL_SCHEMA, officialSchema } from '../support/official-schema.ts';
import { edited, fixture, fixtureNames, REMOVED, type Edits } from '../server/lint/fixture.ts';

const schema = officialSchema();

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

describe.skipIf(!schema.present)(
  `documents in which the linter finds nothing${schema.present ? '' : ` (skipped: ${NO_OFFICIAL_SCHEMA})`}`,
  () => {
    const names = fixtureNames().filter((name) => {
      const kind = documentKind(fixture(name));
      // Canvases and ranges have no schema of their own, and responses of a search say more than theirs.
      const isOther = kind.api !== 'presentation-3' || kind.search || ['Canvas', 'Range'].includes(kind.kind);
      return !isOther && name !== 'legal-oddities' && !name.startsWith('search');
    });

    it('are accepted by the schema, but for what it is mistaken about', () => {
      expect(names.length).toBeGreaterThan(45);
      expect(names.filter((name) => schema.whole(fixture(name)).length > 0)).toEqual(Object.keys(REFUSED));
      for (const [name, edits] of Object.entries(REFUSED))
        expect(schema.whole(edited(fixture(name), edits)), name).toEqual([]);
    });
  },
);
