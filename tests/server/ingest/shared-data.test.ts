import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import type { IngestReport } from '../../../server/ingest/ingest.ts';
import { ALTO_SETS, archiveOfSet, type AltoSet } from '../../support/alto-sets.ts';
import { NO_SHARED_DATA, sharedData } from '../../support/shared-data.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ingestOnce } from '../../support/test-app.ts';

const why = (folder: string | undefined) => (folder === undefined ? ` (skipped: ${NO_SHARED_DATA})` : '');

/** Real ALTO with real scans: whole sets put into an archive as an institution would. */
describe.each(ALTO_SETS)('$set', (alto) => {
  const { set, pages } = alto;
  const folder = sharedData(set);

  it.skipIf(folder === undefined)(
    `is read with every line on the page that its ALTO names${why(folder)}`,
    async () => {
      const { store, report } = await ingestSet(folder ?? '', alto);
      const document = await store.document('set');
      expect(document?.pages).toHaveLength(pages);
      let lines = 0;
      for (const page of document?.pages ?? []) {
        expect(page.image).toBeDefined();
        const stem = parse(page.image?.file ?? '').name;
        for (const segment of await store.segmentsOn('set', 'transcription', page.id)) {
          const [place] = segment.places;
          lines += 1;
          // The ids of a set's files repeat, so the line is looked for in the file of its own page.
          expect(altoFile(folder ?? '', stem)).toContain(`ID="${segment.sourceId ?? 'none'}"`);
          if (place?.box === undefined) continue;
          const { x, y, width, height } = place.box;
          expect([x, y, width, height].every(Number.isInteger)).toBe(true);
          expect(x >= 0 && y >= 0 && width > 0 && height > 0).toBe(true);
          expect(x + width <= page.canvas.width && y + height <= page.canvas.height).toBe(true);
          // All of these sets draw an outline around every line.
          expect(place.polygon?.length).toBeGreaterThan(2);
        }
      }
      expect(lines).toBe(document?.texts[0]?.segmentCount);
      expect(lines).toBeGreaterThan(0);
      expect(document?.texts[0]?.unplacedCount).toBe(0);
      // One will was transcribed before its picture was turned upright: its words are kept, its boxes are not.
      const wrong = set === 'poilus-wills-fr' ? ['text-frame-rotated'] : [];
      expect(report.problems.map(({ code }) => code)).toEqual(wrong);
      if (wrong.length > 0) expect(report.problems[0]?.file).toMatch(/AD78_0005-0\.xml$/);
    },
  );
});

describe('image-formats', () => {
  const folder = sharedData('image-formats');

  it.skipIf(folder === undefined)(
    'are all read but those that are damaged or of a format not read yet',
    async () => {
      const archive = temporaryFolder();
      mkdirSync(join(archive, 'manifests/set'), { recursive: true });
      mkdirSync(join(archive, 'images/set'), { recursive: true });
      writeFileSync(join(archive, 'manifests/set/document.yaml'), 'title: Formats');
      const files = readdirSync(folder ?? '').filter((name) => !/\.(md|rst)$/.test(name));
      for (const name of files) copyFileSync(join(folder ?? '', name), join(archive, 'images/set', name));
      const store = openSqliteStore(':memory:');
      const { problems } = await ingestOnce(archive, temporaryFolder(), store);
      expect(problems.map(({ code, file }) => `${code} ${parse(file).base}`).sort()).toEqual([
        'image-damaged corrupt-header.jpg',
        'image-damaged truncated.jpg',
        ...[
          'ccitt.pdf',
          'jbig2.pdf',
          'kant-0020.jp2',
          'linn.pdf',
          'multipage.pdf',
          'relax.jp2',
          'rotated_skew.pdf',
        ].map((name) => `image-unsupported ${name}`),
      ]);
      const sizes = new Map(
        (await store.document('set'))?.pages.map(({ image, folio }) => [
          folio,
          image && [image.width, image.height],
        ]),
      );
      expect(sizes.get('Landscape_6')).toEqual([600, 450]);
      expect(sizes.get('Portrait_8')).toEqual([450, 600]);
      expect(sizes.get('indian-ferns-0004-pyramid')).toEqual([2626, 3620]);
      expect(sizes.get('giant-image')).toEqual([20_000, 14_000]);
      await store.close();
    },
  );
});

async function ingestSet(folder: string, set: AltoSet): Promise<{ store: Store; report: IngestReport }> {
  const store = openSqliteStore(':memory:');
  return { store, report: await ingestOnce(archiveOfSet(folder, set), temporaryFolder(), store) };
}

const read = new Map<string, string>();

function altoFile(folder: string, stem: string): string {
  const file = join(folder, `${stem}.xml`);
  const text = read.get(file) ?? readFileSync(file, 'utf8');
  read.set(file, text);
  return text;
}
