import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { altoPage } from '../../support/archive.ts';
import { begin, letter } from '../../support/letter-archive.ts';

/** The path that the file system refuses to list; permissions would not stop a test that runs as root. */
const refused = { path: '' };

/** Whoever has imported it by its name gets this one, from now on or again. */
function list(readdir: typeof files.readdir): void {
  Object.assign(files, { readdir });
  syncBuiltinESMExports();
}

const { readdir } = files;
beforeAll(() => {
  const refusing = (...parameters: Parameters<typeof readdir>) =>
    parameters[0] === refused.path
      ? Promise.reject(Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }))
      : readdir(...parameters);
  list(Object.assign(refusing, readdir));
});
afterAll(() => list(readdir));

describe('a folder that cannot be read', () => {
  it.each(['manifests/fond', 'manifests/fond/letter', 'images/fond/letter'])(
    'takes nothing away from what is published: %s',
    async (path) => {
      const { archive, store, run } = await begin({
        ...(await letter()),
        'manifests/fond/collection.yaml': 'title: The fond',
        'manifests/other/document.yaml': 'title: Other',
        'manifests/other/transcription.ru.xml': altoPage(60, 80, [['l1', 'x']]),
      });
      refused.path = '';
      await run();
      const before = await store.document('letter');
      refused.path = join(archive, path);
      const report = await run();
      expect(report.problems.map(({ code }) => code)).toContain('file-unreadable');
      expect(report.documents.gone).toBe(0);
      expect(await store.document('letter')).toEqual(before);
      expect((await store.collection('fond'))?.record.title).toEqual({ none: ['The fond'] });
      refused.path = '';
      expect((await run()).documents.unchanged).toBe(2);
    },
  );
});
