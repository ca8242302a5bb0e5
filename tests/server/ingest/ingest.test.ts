import { symlinkSync, truncateSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { Pool } from '../../../server/ingest/pool.ts';
import { buildingScans, checkingScans, type Scans } from '../../../server/ingest/scans.ts';
import { ingest } from '../../../server/ingest/ingest.ts';
import { takeIngestLock } from '../../../server/ingest/ingest-lock.ts';
import { Failure } from '../../../server/model/failure.ts';
import { pyramidPath } from '../../../server/pyramid/pyramid-file.ts';
import { sharp } from '../../../server/pyramid/sharp.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { altoPage, picture, writeArchive } from '../../support/archive.ts';
import { grayProfile } from '../../support/icc-profile.ts';
import { begin, letter, lines } from '../../support/letter-archive.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ingestOnce } from '../../support/test-app.ts';
import { tiffPicture } from '../../support/tiff-picture.ts';

describe('ingest', () => {
  it('brings a document from its folders to the store', async () => {
    const { store, run } = await begin(await letter());
    const report = await run();
    expect(report).toMatchObject({ documents: { created: 1 }, scans: { built: 1 }, problems: [] });
    const document = await store.document('letter');
    expect(document?.collection).toBe('fond');
    expect(document?.pages).toMatchObject([
      { id: '1', canvas: { width: 600, height: 800 }, image: { id: 'letter_1', width: 600, height: 800 } },
    ]);
    expect(
      (await lines(store)).map(({ id, sourceId, value, places }) => [id, sourceId, value, places[0]?.box]),
    ).toEqual([
      ['s1', 'l1', 'Первая строка', { x: 100, y: 100, width: 400, height: 40 }],
      ['s2', 'l2', 'Вторая строка', { x: 100, y: 160, width: 400, height: 40 }],
      ['s3', 'l3', 'Третья строка', { x: 100, y: 220, width: 400, height: 40 }],
    ]);
    const [first, second] = await lines(store, 'translation-en');
    expect(first).toMatchObject({
      renders: ['s1', 's2'],
      places: [{ page: '1', box: { x: 100, y: 100, width: 400, height: 100 } }],
    });
    expect(second?.places).toEqual([{ page: '1' }]);
  });

  it('does nothing when nothing changed, and says so', async () => {
    const { store, run } = await begin(await letter());
    await run();
    const last = await store.lastActivity();
    expect(await run()).toMatchObject({
      documents: { created: 0, unchanged: 1 },
      scans: { built: 0, kept: 1 },
    });
    expect(await store.lastActivity()).toBe(last);
  });

  it('keeps the ids of lines when one is corrected and one is put between', async () => {
    const { archive, store, run } = await begin(await letter());
    await run();
    const changed = altoPage(600, 800, [
      ['l1', 'Первая строчка'],
      ['new', 'Вставлена'],
      ['l2', 'Вторая строка'],
      ['l3', 'Третья строка'],
    ]);
    await writeFile(join(archive, 'manifests/fond/letter/transcription.ru.xml'), changed);
    expect(await run()).toMatchObject({ documents: { updated: 1 }, scans: { built: 0, kept: 1 } });
    expect((await lines(store)).map(({ id }) => id)).toEqual(['s1', 's4', 's2', 's3']);
    expect(await store.revisions('letter', 'transcription-ru')).toHaveLength(2);
  });

  it('builds the scans again when the cache was deleted', async () => {
    const { folder, run } = await begin(await letter());
    await run();
    await rm(join(folder, 'cache'), { recursive: true });
    expect(await run()).toMatchObject({ documents: { unchanged: 1 }, scans: { built: 1 } });
  });

  it('keeps the canvas of a page whose scan is replaced by a better one', async () => {
    const { archive, store, run } = await begin(await letter());
    await run();
    await writeFile(join(archive, 'images/fond/letter/1.jpg'), await picture(1200, 1600, '#222222'));
    await run();
    const [page] = (await store.document('letter'))?.pages ?? [];
    expect(page).toMatchObject({
      canvas: { width: 600, height: 800 },
      image: { id: 'letter_1', width: 1200 },
    });
    await rm(join(archive, 'images/fond/letter/1.jpg'));
    await writeFile(
      join(archive, 'manifests/fond/letter/document.yaml'),
      'title: Letter\npages: [{ id: "1", missing: true }]',
    );
    await run();
    const [missing] = (await store.document('letter'))?.pages ?? [];
    expect(missing).toEqual({ id: '1', folio: '1', canvas: { width: 600, height: 800 } });
  });

  it('leaves a published document alone while its description has a mistake', async () => {
    const { archive, store, run } = await begin(await letter());
    await run();
    await writeFile(join(archive, 'manifests/fond/letter/document.yaml'), 'titel: Letter');
    const report = await run();
    expect(report.documents.refused).toBe(1);
    expect(report.problems.map(({ code }) => code)).toContain('yaml-unknown-key');
    expect((await store.document('letter'))?.state).toBe('present');
  });

  it('withdraws a document at once that may no longer be shown', async () => {
    const { archive, store, run } = await begin(await letter());
    await run();
    await writeFile(join(archive, 'manifests/fond/letter/document.yaml'), 'title: Letter\naccess: closed');
    await run();
    expect((await store.document('letter'))?.state).toBe('gone');
  });

  it('tells the problems of an unchanged document again', async () => {
    const { run } = await begin({ ...(await letter()), 'images/fond/letter/2.jpg': 'no picture' });
    const first = await run();
    const second = await run();
    expect(first.problems.length).toBeGreaterThan(0);
    expect(second.documents.unchanged).toBe(1);
    expect(second.problems).toEqual(first.problems);
  });

  it('keeps the resolution of a scan that states one', async () => {
    const scan = await sharp(await picture(600, 800))
      .withMetadata({ density: 300 })
      .jpeg()
      .toBuffer();
    const { store, run } = await begin({
      ...(await letter()),
      'images/fond/letter/1.jpg': scan,
      'images/fond/letter/2.jpg': await picture(600, 800),
    });
    await run();
    expect((await store.document('letter'))?.pages.map(({ image }) => image?.resolution)).toEqual([
      300,
      undefined,
    ]);
    expect((await store.image('letter_1'))?.resolution).toBe(300);
  });

  it('reads a document again that was read in an earlier way, and keeps its ids and revisions', async () => {
    const archive = await writeArchive(temporaryFolder(), {
      ...(await letter()),
      'images/fond/letter/1.jpg': await sharp(await picture(600, 800))
        .withMetadata({ density: 300 })
        .jpeg()
        .toBuffer(),
    });
    const folder = temporaryFolder();
    const file = join(folder, 'store.sqlite');
    const first = openSqliteStore(file);
    await ingestOnce(archive, folder, first);
    const ids = (await lines(first)).map(({ id }) => id);
    await first.close();
    const raw = new DatabaseSync(file);
    raw.exec("update images set resolution = null; update documents set fingerprint = 'of an earlier way'");
    raw.close();
    const second = openSqliteStore(file);
    expect(await ingestOnce(archive, folder, second)).toMatchObject({
      documents: { updated: 1, unchanged: 0 },
      scans: { built: 0, kept: 1 },
    });
    expect((await second.image('letter_1'))?.resolution).toBe(300);
    expect((await lines(second)).map(({ id }) => id)).toEqual(ids);
    expect(await second.revisions('letter', 'transcription-ru')).toHaveLength(1);
    expect(await ingestOnce(archive, folder, second)).toMatchObject({ documents: { unchanged: 1 } });
    await second.close();
  });

  it('says of a colour profile that does not fit that it was left aside, and shows the scan', async () => {
    const data = Buffer.alloc(64 * 64 * 3, 100);
    const profile = grayProfile({ gamma: 2.2 });
    const scan = { width: 64, height: 64, bits: 8 as const, samples: 3, photometric: 2, data };
    const { store, run } = await begin({
      'manifests/fond/letter/document.yaml': 'title: Letter',
      'images/fond/letter/1.tif': tiffPicture(scan),
      'images/fond/letter/2.tif': tiffPicture({ ...scan, profile }),
    });
    const report = await run();
    expect(report.problems).toMatchObject([
      { severity: 'warning', code: 'image-profile-unusable', file: 'images/fond/letter/2.tif' },
    ]);
    expect((await store.document('letter'))?.pages.map(({ image }) => image?.id)).toEqual([
      'letter_1',
      'letter_2',
    ]);
    expect((await run()).problems).toEqual(report.problems);
  });

  it('does not retire everything when the archive is not there', async () => {
    const { archive, store, run } = await begin(await letter());
    await run();
    await rm(join(archive, 'manifests/fond'), { recursive: true });
    await expect(run()).rejects.toMatchObject({ code: 'archive-not-found' });
    expect((await store.document('letter'))?.state).toBe('present');
  });

  it('leaves a document as it was while its scans cannot be written, and tries again', async () => {
    const { archive, folder, store, run } = await begin(await letter());
    const good = buildingScans(join(folder, 'cache'), { maxPixels: 1e9 }, new Pool(2));
    const full: Scans = {
      ...good,
      prepare: () => Promise.reject(new Failure('write-failed', 'No space left on the disk')),
    };
    const report = await ingest({ archive, store, scans: full, concurrency: 2 });
    expect(report.documents).toMatchObject({ created: 0, refused: 1 });
    expect(report.problems).toMatchObject([{ code: 'write-failed', file: 'images/fond/letter/1.jpg' }]);
    expect(await store.document('letter')).toBeUndefined();
    expect(await run()).toMatchObject({ documents: { created: 1 }, problems: [] });
  });

  it('does not take the scans of a document away when their folder is empty or unmounted', async () => {
    const { archive, store, run } = await begin(await letter());
    await run();
    await rm(join(archive, 'images'), { recursive: true });
    const report = await run();
    expect(report.documents.refused).toBe(1);
    expect(report.problems).toMatchObject([{ code: 'file-missing', file: 'images/fond/letter' }]);
    expect((await store.document('letter'))?.pages[0]?.image?.id).toBe('letter_1');
    expect((await lines(store))[0]?.places[0]?.box).toBeDefined();
  });

  it('goes on when a document vanishes while it runs', async () => {
    const { archive, folder, store } = await begin({
      ...(await letter()),
      'manifests/other/document.yaml': 'title: Other',
    });
    const good = buildingScans(join(folder, 'cache'), { maxPixels: 1e9 }, new Pool(2));
    const scans: Scans = {
      ...good,
      inspect: async (file) => {
        await rm(join(archive, 'manifests/fond/letter'), { recursive: true });
        return good.inspect(file);
      },
    };
    const report = await ingest({ archive, store, scans, concurrency: 2 });
    expect((await store.document('other'))?.state).toBe('present');
    expect(report.problems.map(({ code }) => code)).toContain('file-unreadable');
  });

  it('publishes no file that a link leads to outside of the archive', async () => {
    const outside = await writeArchive(temporaryFolder(), {
      'secret.txt': 'the secret',
      '9.jpg': await picture(60, 80),
    });
    const { archive, store, run } = await begin(await letter());
    symlinkSync(join(outside, 'secret.txt'), join(archive, 'manifests/fond/letter/translation.fr.txt'));
    symlinkSync(join(outside, '9.jpg'), join(archive, 'images/fond/letter/9.jpg'));
    const report = await run();
    expect(report.problems.map(({ file }) => file).sort()).toEqual([
      'images/fond/letter/9.jpg',
      'manifests/fond/letter/translation.fr.txt',
    ]);
    expect((await store.document('letter'))?.texts.map(({ id }) => id)).not.toContain('translation-fr');
    expect((await store.document('letter'))?.pages).toHaveLength(1);
  });

  it('builds a pyramid again that was cut short in the cache', async () => {
    const { folder, store, run } = await begin(await letter());
    await run();
    const key = (await store.image('letter_1'))?.key ?? '';
    truncateSync(pyramidPath(join(folder, 'cache'), key), 1000);
    expect(await run()).toMatchObject({ scans: { built: 1, kept: 0 } });
  });

  it('retires the last document only when told so', async () => {
    const { archive, folder, store, run } = await begin(await letter());
    await run();
    await rm(join(archive, 'manifests/fond'), { recursive: true });
    const scans = buildingScans(join(folder, 'cache'), { maxPixels: 1e9 }, new Pool(2));
    await ingest({ archive, store, scans, concurrency: 2, acceptEmpty: true });
    expect((await store.document('letter'))?.state).toBe('gone');
  });

  it('leaves the others whole when one document cannot be written', async () => {
    const { archive, folder, store } = await begin({
      ...(await letter()),
      'manifests/other/document.yaml': 'title: Other',
    });
    const failing = overriding(store, {
      putDocument: (document) =>
        document.id === 'other'
          ? Promise.reject(new Failure('write-failed', 'The disk is full'))
          : store.putDocument(document),
    });
    const scans = buildingScans(join(folder, 'cache'), { maxPixels: 1e9 }, new Pool(2));
    const report = await ingest({ archive, store: failing, scans, concurrency: 2 });
    expect(report.documents).toMatchObject({ created: 1, refused: 1 });
    expect(report.problems).toMatchObject([{ code: 'write-failed', file: 'manifests/other' }]);
  });

  it('checks without writing anything', async () => {
    const { archive, folder, store } = await begin(await letter());
    const scans = checkingScans({ maxPixels: 1e9 }, new Pool(2));
    const report = await ingest({ archive, store, scans, concurrency: 2 });
    expect(report.problems).toEqual([]);
    await expect(rm(join(folder, 'cache'))).rejects.toThrow();
  });
});

describe('the lock of ingest', () => {
  it('lets one in at a time, and the next one after', async () => {
    const folder = temporaryFolder();
    const release = await takeIngestLock(folder);
    await expect(takeIngestLock(folder)).rejects.toMatchObject({ code: 'busy' });
    release();
    (await takeIngestLock(folder))();
  });
});

/** The real store, with some methods put in the place of its own. */
function overriding(real: Store, methods: Partial<Store>): Store {
  return new Proxy(real, {
    get: (target, name): unknown => {
      const own: unknown = Reflect.get(methods, name);
      const method: unknown = own ?? Reflect.get(target, name);
      return typeof method === 'function'
        ? (...values: unknown[]): unknown => Reflect.apply(method, target, values)
        : method;
    },
  });
}
