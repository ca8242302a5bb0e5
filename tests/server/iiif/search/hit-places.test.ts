import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Box } from '../../../../server/model/box.ts';
import type { StoredDocument, StoredText } from '../../../../server/store/store.ts';
import { isRecord, recordsOf, type JsonRecord } from '../../../../viewer/iiif/json.ts';
import { letter } from '../../../support/letter-archive.ts';
import { telegram } from '../../../support/telegram.ts';
import { altoPage, picture, writeArchive } from '../../../support/archive.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { testApp, type TestApp } from '../../../support/test-app.ts';

/** A part of a canvas, or the whole of it where there is no box. */
type Target = { canvas: string; box?: Box };
type Found = { id: string; target: Target };

let app: TestApp;
const documents: StoredDocument[] = [];

beforeAll(async () => {
  app = await testApp(join(import.meta.dirname, '../../../..'), {}, { atEnd: afterAll });
  await app.ingest();
  for (const { id } of await documentsBelow('top')) {
    const document = await app.store.document(id);
    if (document !== undefined) documents.push(document);
  }
  expect(documents.length).toBeGreaterThan(3);
});

describe('hits in transcriptions whose words have boxes', () => {
  // Those that they miss are halves of divided words, which are no words.
  it('cover at least 95 of 100 words, and little else', async () => {
    const missed: string[] = [];
    let count = 0;
    for (const [document, text] of textsOf('transcription')) {
      const found = new Map<string, Found[]>();
      for (const segment of await app.store.segments(document.id, text.id)) {
        const page = segment.places[0]?.page;
        for (const { start, end, box } of page === undefined ? [] : segment.words) {
          const [word] =
            /\p{L}[\p{L}\p{M}\p{N}'’-]{2,}[\p{L}\p{M}]/u.exec(segment.value.slice(start, end)) ?? [];
          if (word === undefined) continue;
          const hits = found.get(word) ?? (await search(app, document.id, `"${word}"`));
          found.set(word, hits);
          const canvas = `/documents/${document.id}/canvases/${page ?? ''}`;
          count += 1;
          if (!hits.some(({ target }) => target.canvas.endsWith(canvas) && covers(target.box, box)))
            missed.push(`${document.id} ${text.id} ${segment.id} ${word}`);
        }
      }
    }
    expect(count).toBeGreaterThan(500);
    expect(missed.length / count, missed.join('\n')).toBeLessThanOrEqual(0.05);
  });

  it('have a target on each of the lines that a phrase stands in', async () => {
    let count = 0;
    for (const [document, text] of textsOf('transcription')) {
      const segments = await app.store.segments(document.id, text.id);
      for (const [index, segment] of segments.entries()) {
        const next = segments[index + 1];
        const last = /(?<![\p{L}\p{N}])\p{L}{3,}$/u.exec(segment.value)?.[0];
        const first = /^\p{L}{3,}(?![\p{L}\p{N}-])/u.exec(next?.value ?? '')?.[0];
        const onPage = segment.places.length === 1 && next?.places[0]?.page === segment.places[0]?.page;
        if (next === undefined || last === undefined || first === undefined || !onPage) continue;
        if (segment.block === undefined || segment.block !== next.block) continue;
        count += 1;
        const phrase = /\p{Script=Han}/u.test(last) ? last + first : `${last} ${first}`;
        const ids = (await search(app, document.id, `"${phrase}"`)).map(({ id }) => id);
        for (const { id } of [segment, next])
          expect(
            ids.some((one) => one.includes(`/texts/${text.id}/annotations/${id}#char=`)),
            phrase,
          ).toBe(true);
        if (count % 10 === 0) break;
      }
    }
    expect(count).toBeGreaterThan(10);
  });
});

describe('hits in translations', () => {
  it('stand on the page and in the place of their segment', async () => {
    let count = 0;
    for (const [document, text] of textsOf('translation')) {
      const segments = new Map(
        (await app.store.segments(document.id, text.id)).map((segment) => [segment.id, segment]),
      );
      const words = new Set([...segments.values()].flatMap(({ value }) => value.match(/\p{L}{6,}/gu) ?? []));
      for (const word of [...words].slice(0, 80)) {
        for (const { id, target } of await search(app, document.id, `"${word}"`)) {
          const [, inText, segmentId = ''] = /\/texts\/([^/]+)\/annotations\/([^#]+)#/.exec(id) ?? [];
          const segment = inText === text.id ? segments.get(segmentId) : undefined;
          if (segment === undefined) continue;
          count += 1;
          const page = document.pages.find((one) => target.canvas.endsWith(`/canvases/${one.id}`));
          if (segment.places.length === 0) expect(target.canvas).toMatch(/\/manifest$/);
          else
            expect(
              segment.places.some((place) => isWithin(target.box, place.box) && place.page === page?.id),
              id,
            ).toBe(true);
        }
      }
    }
    expect(count).toBeGreaterThan(200);
  });
});

describe('a line on two pages', () => {
  it('is found on either, under the id that its annotation has there', async () => {
    const small = await testApp(await writeArchive(temporaryFolder(), await letter()));
    await small.ingest();
    await small.store.putDocument({ ...telegram(), collection: 'fond' });
    const ids = (await search(small, 'telegram', 'вторая')).map(({ id, target }) => [
      id.split('/annotations/')[1],
      target.canvas.split('/canvases/')[1],
    ]);
    expect(ids).toEqual([
      ['s2#char=0,6', '705'],
      ['s2.2#char=0,6', '706'],
    ]);
  });
});

describe('a word that is divided between two lines', () => {
  it('is found as one, with a target on either line', async () => {
    const archive = await writeArchive(temporaryFolder(), {
      'manifests/fond/letter/document.yaml': 'title: Letter\nlanguages: [ru]',
      'manifests/fond/letter/transcription.ru.xml': altoPage(600, 800, [
        ['l1', 'Прошу ускорить переправ-'],
        ['l2', 'ление грузов через реку'],
      ]),
      'images/fond/letter/1.jpg': await picture(600, 800),
    });
    const small = await testApp(archive);
    await small.ingest();
    const hits = await search(small, 'letter', 'переправление');
    expect(hits.map(({ target }) => target.box?.y)).toEqual([100, 160]);
    for (const { target } of hits) expect(target.box?.width).toBeLessThan(300);
    const phrase = await search(small, 'letter', '"переправление грузов"');
    expect(phrase).toHaveLength(2);
  });
});

function textsOf(role: StoredText['role']): [StoredDocument, StoredText][] {
  return documents.flatMap((document) =>
    document.texts
      .filter((text) => text.role === role)
      .map((text): [StoredDocument, StoredText] => [document, text]),
  );
}

async function documentsBelow(collection: string): Promise<{ id: string }[]> {
  const own = await app.store.documentsIn(collection, { limit: 100 });
  const below = await Promise.all(
    (await app.store.collectionsIn(collection)).map(({ id }) => documentsBelow(id)),
  );
  return [...own, ...below.flat()];
}

/** Everything that is found, page after page. */
async function search({ base }: TestApp, document: string, q: string): Promise<Found[]> {
  const found: Found[] = [];
  let url: string | undefined = `${base}/iiif/search/2/documents/${document}?q=${encodeURIComponent(q)}`;
  while (url !== undefined) {
    const response: Response = await fetch(url);
    const page: unknown = await response.json();
    if (!isRecord(page) || response.status !== 200) throw new Error(`${url} answered ${response.status}`);
    found.push(...recordsOf(page.items).map((item) => ({ id: String(item.id), target: targetOf(item) })));
    url = isRecord(page.next) ? String(page.next.id) : undefined;
  }
  return found;
}

function targetOf({ target }: JsonRecord): Target {
  const [canvas = '', fragment] = String(target).split('#xywh=');
  const [x, y, width, height] = (fragment ?? '').split(',').map(Number);
  if (x === undefined || y === undefined || width === undefined || height === undefined) return { canvas };
  return { canvas, box: { x, y, width, height } };
}

/** Nine tenths of the word, in no more than four times its area. */
function covers(box: Box | undefined, word: Box): boolean {
  if (box === undefined) return false;
  const width = Math.min(box.x + box.width, word.x + word.width) - Math.max(box.x, word.x);
  const height = Math.min(box.y + box.height, word.y + word.height) - Math.max(box.y, word.y);
  const area = word.width * word.height;
  return width > 0 && height > 0 && width * height >= 0.9 * area && box.width * box.height <= 4 * area;
}

/** Give or take what was rounded to whole units. */
function isWithin(box: Box | undefined, place: Box | undefined): boolean {
  if (box === undefined || place === undefined) return box === place;
  return (
    box.x >= place.x - 1 &&
    box.y >= place.y - 1 &&
    box.x + box.width <= place.x + place.width + 1 &&
    box.y + box.height <= place.y + place.height + 1
  );
}
