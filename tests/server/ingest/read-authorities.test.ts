import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeArchive } from '../../support/archive.ts';
import { begin } from '../../support/letter-archive.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const PEOPLE = `
zales-ev: { name: { en: Zales'ev, ru: Залесьев } }
choe-un-sol: { name: { en: Ch'oe Ŭn-sŏl, ko: 최은설 } }
o-kun-dam: { name: { ko: 오근담, en: O Kŭn-dam } }
`;

const archive = (files: Record<string, string> = {}) => ({
  'manifests/letter/document.yaml':
    'title: Letter\npages: [{ folio: "1", missing: true }]\ncreators: [{ name: O, id: o-kun-dam }]\nplaces: [{ name: Solmok, id: solmok }]',
  'manifests/people.yaml': PEOPLE,
  ...files,
});

describe('authority files', () => {
  it('are put into the store in the order of their names', async () => {
    const { store, run } = await begin(archive({ 'manifests/places.yaml': 'solmok: { name: Solmok }' }));
    expect((await run()).problems).toEqual([]);
    expect((await store.authorities('person')).map(({ id }) => id)).toEqual([
      'choe-un-sol',
      'o-kun-dam',
      'zales-ev',
    ]);
    expect(await store.authority('place', 'solmok')).toEqual({
      id: 'solmok',
      kind: 'place',
      name: { none: ['Solmok'] },
      forms: [],
      dates: {},
      links: [],
    });
    expect((await store.documentsNaming('person', 'o-kun-dam', { limit: 5 })).length).toBe(1);
  });

  it('go from the store with their file', async () => {
    const { archive: folder, store, run } = await begin(archive());
    await run();
    await rm(join(folder, 'manifests/people.yaml'));
    expect((await run()).problems).toEqual([]);
    expect(await store.authorities('person')).toEqual([]);
  });

  it('keep what was there of a record with a mistake, and of all when the file cannot be read', async () => {
    const { archive: folder, store, run } = await begin(archive());
    const names = async () => (await store.authorities('person')).map(({ name }) => name.en?.[0]);
    await run();
    const write = (text: string) => writeFile(join(folder, 'manifests/people.yaml'), text);
    await write(
      PEOPLE.replace("{ en: Ch'oe Ŭn-sŏl, ko", '{ en: New, ko').replace('ko: 오근담', '한: 오근담'),
    );
    expect((await run()).problems).toEqual([
      expect.objectContaining({ file: 'manifests/people.yaml', line: 4, code: 'yaml-bad-value' }),
    ]);
    expect(await names()).toEqual(['New', 'O Kŭn-dam', "Zales'ev"].sort());
    await write('a: [');
    expect((await run()).problems).toMatchObject([{ code: 'yaml-malformed' }]);
    expect(await names()).toHaveLength(3);
    await rm(join(folder, 'manifests/people.yaml'));
    const outside = await writeArchive(temporaryFolder(), { 'people.yaml': 'spy: { name: Spy }' });
    await symlink(join(outside, 'people.yaml'), join(folder, 'manifests/people.yaml'));
    expect((await run()).problems).toMatchObject([{ code: 'file-unused' }]);
    expect(await names()).toHaveLength(3);
  });

  it('warn of ids that they have not, where there is a file, even of documents that did not change', async () => {
    const { archive: folder, run } = await begin(archive());
    expect((await run()).problems).toEqual([]);
    await writeFile(join(folder, 'manifests/people.yaml'), PEOPLE.replace('o-kun-dam', 'o-kuen-dam'));
    const report = await run();
    expect(report.documents.unchanged).toBe(1);
    expect(report.problems).toEqual([
      {
        severity: 'warning',
        code: 'reference-unknown',
        file: 'manifests/letter/document.yaml',
        at: 'creators[1].id',
        message:
          'There is no person with the id "o-kun-dam" in manifests/people.yaml. Did you mean "o-kuen-dam"?',
      },
    ]);
    await writeFile(join(folder, 'manifests/places.yaml'), '');
    expect((await run()).problems.map(({ at }) => at)).toEqual(['creators[1].id', 'places[1].id']);
  });

  it('warn of a form that two records share, once', async () => {
    const { run } = await begin(
      archive({
        'manifests/people.yaml':
          'o-kun-dam: { name: O, forms: { ru: Ли, en: [li, o] } }\nb: { name: ЛИ }\nc: { name: C, forms: { ru: c } }',
      }),
    );
    expect((await run()).problems).toMatchObject([
      { severity: 'warning', code: 'form-shared', file: 'manifests/people.yaml', line: 2, at: 'b' },
    ]);
  });
});
