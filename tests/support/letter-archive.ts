import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { altoPage, picture, writeArchive } from './archive.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { ingestOnce } from './test-app.ts';

const LINES = [
  ['l1', 'Первая строка'],
  ['l2', 'Вторая строка'],
  ['l3', 'Третья строка'],
] as const;

/** A letter with a transcription of three lines, one of them and another linked by a translation. */
export async function letter(): Promise<Record<string, string | Uint8Array>> {
  return {
    'manifests/fond/letter/document.yaml': 'title: Letter\nlanguages: [ru]',
    'manifests/fond/letter/transcription.ru.xml': altoPage(600, 800, LINES),
    'manifests/fond/letter/translation.en.html':
      '<p data-renders="l1 l2">First and second.</p><p>A note.</p>',
    'images/fond/letter/1.jpg': await picture(600, 800),
  };
}

/** An archive of these files with an empty store, and `run` to ingest it. */
export async function begin(files: Record<string, string | Uint8Array>) {
  const archive = await writeArchive(temporaryFolder(), files);
  const folder = temporaryFolder();
  const store = openSqliteStore(':memory:');
  return { archive, folder, store, run: () => ingestOnce(archive, folder, store) };
}

/** The segments of one of the letter's texts. */
export const lines = (store: Store, text = 'transcription-ru') => store.segments('letter', text);
