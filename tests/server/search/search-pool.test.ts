import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSearch } from '../../../server/open-search.ts';
import type { Search } from '../../../server/search/search.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { asked, telegram } from './archive.ts';

function opened(threads: number): { store: Store; search: Search } {
  const file = join(temporaryFolder(), 'store.sqlite');
  const store = openSqliteStore(file);
  const search = openSearch({ file, threads });
  onTestFinished(async () => {
    await search.close();
    await store.close();
  });
  return { store, search };
}

describe('searching in threads', () => {
  it('answers what was committed before the question, in each of them', async () => {
    const { store, search } = opened(2);
    await store.putDocument(telegram('a', [['паром']]));
    const both = await Promise.all([search.documents(asked('паром')), search.documents(asked('паром'))]);
    expect(both.map(({ total }) => total)).toEqual([1, 1]);
    await store.putDocument(telegram('b', [['паром']]));
    const again = await Promise.all([search.documents(asked('паром')), search.documents(asked('паром'))]);
    expect(again.map(({ total }) => total)).toEqual([2, 2]);
  });

  it('hands on why a question cannot be answered', async () => {
    const { search } = opened(1);
    await expect(search.documents(asked('a'.repeat(2000)))).rejects.toMatchObject({
      code: 'search-too-long',
    });
    const nowhere = { q: 'a', exact: false, page: 1, scope: { kind: 'document', id: 'nowhere' } } as const;
    await expect(search.hits(nowhere)).rejects.toMatchObject({ code: 'document-not-found' });
    // And goes on.
    expect((await search.terms({ q: 'a', scope: { kind: 'archive' }, limit: 1 })).terms).toEqual([]);
  });

  it('turns away who comes when too many wait', async () => {
    const { search } = opened(1);
    const questions = Array.from({ length: 101 }, () => search.documents(asked('паром')));
    const answers = await Promise.allSettled(questions);
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'busy' } }]);
  });

  it('lets nobody wait for ever when it is closed', async () => {
    const { search } = opened(1);
    const refused = expect(search.documents(asked('паром'))).rejects.toThrow(/closed/);
    await search.close();
    await refused;
  });
});
