import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { picture, writeArchive } from '../../support/archive.ts';
import { begin, letter } from '../../support/letter-archive.ts';

describe('ids that are permanent', () => {
  it('retires what is gone and takes over what was renamed', async () => {
    const { archive, store, run } = await begin({
      ...(await letter()),
      'manifests/other/document.yaml': 'title: Other',
    });
    await run();
    await rm(join(archive, 'manifests/other'), { recursive: true });
    await rm(join(archive, 'manifests/fond'), { recursive: true });
    await writeArchive(archive, {
      ...Object.fromEntries(
        Object.entries(await letter()).map(([path, content]) => [
          path.replace('fond/letter', 'fond/note'),
          content,
        ]),
      ),
      'manifests/fond/note/document.yaml': 'title: Letter\nformerly: [letter]',
    });
    expect(await run()).toMatchObject({ documents: { gone: 1, updated: 1 } });
    expect((await store.document('other'))?.state).toBe('gone');
    expect(await store.currentDocumentId('letter')).toBe('note');
    expect((await store.document('note'))?.pages[0]?.image?.id).toBe('letter_1');
    expect(await store.segment('note', 'transcription-ru', 's1')).toBeDefined();
  });

  it('keeps an image id, even of a page that was gone for a time', async () => {
    const files = { ...(await letter()), 'images/fond/letter/2.jpg': await picture(600, 800, '#123456') };
    const { archive, store, run } = await begin(files);
    await run();
    await rm(join(archive, 'manifests/fond'), { recursive: true });
    await rm(join(archive, 'images/fond'), { recursive: true });
    const moved = Object.fromEntries(
      Object.entries(files).map(([path, content]) => [path.replace('fond/letter', 'fond/note'), content]),
    );
    await writeArchive(archive, {
      ...moved,
      'manifests/fond/note/document.yaml': 'title: A\nformerly: [letter]',
    });
    await run();
    await rm(join(archive, 'images/fond/note/2.jpg'));
    await run();
    expect((await store.image('letter_2'))?.state).toBe('gone');
    await writeArchive(archive, moved);
    await writeFile(join(archive, 'manifests/fond/note/document.yaml'), 'title: A\nformerly: [letter]');
    await run();
    expect((await store.document('note'))?.pages.map(({ image }) => image?.id)).toEqual([
      'letter_1',
      'letter_2',
    ]);
    expect((await store.image('letter_2'))?.state).toBe('present');
  });

  it('gives a former id to no other document, and lets no document claim the id of a living one', async () => {
    const { archive, store, run } = await begin(await letter());
    await run();
    await rm(join(archive, 'manifests/fond/letter'), { recursive: true });
    await writeArchive(archive, {
      'manifests/fond/note/document.yaml': 'title: Letter\nformerly: [letter, other, note]',
      'images/fond/note/1.jpg': await picture(600, 800),
      'manifests/other/document.yaml': 'title: Other',
    });
    const renamed = await run();
    expect(renamed.problems.filter(({ code }) => code === 'id-duplicate').map(({ at }) => at)).toEqual([
      'formerly',
      'formerly',
    ]);
    expect(await store.currentDocumentId('letter')).toBe('note');
    expect(await store.currentDocumentId('other')).toBeUndefined();
    await writeArchive(archive, { 'manifests/x/letter/document.yaml': 'title: Another' });
    const reused = await run();
    expect(reused.problems.map(({ code, file }) => `${code} ${file}`)).toContain(
      'id-duplicate manifests/x/letter/document.yaml',
    );
    expect(await store.currentDocumentId('letter')).toBe('note');
  });

  it('leads on from an id that was already gone when somebody wrote it under formerly', async () => {
    const { archive, store, run } = await begin({
      ...(await letter()),
      'manifests/a/document.yaml': 'title: A',
    });
    await run();
    await rm(join(archive, 'manifests/a'), { recursive: true });
    await writeArchive(archive, { 'manifests/b/document.yaml': 'title: B' });
    await run();
    await writeArchive(archive, { 'manifests/b/document.yaml': 'title: B\nformerly: [a]' });
    expect((await run()).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await store.currentDocumentId('a')).toBe('b');
  });
});
