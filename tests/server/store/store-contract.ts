import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../../../server/model/page.ts';
import type { Segment, TextRecord } from '../../../server/model/text.ts';
import type { NamingField } from '../../../server/model/naming.ts';
import { person } from '../../support/authority.ts';
import { record } from '../../support/stored-document.ts';
import type { IngestedDocument, IngestedText, Store } from '../../../server/store/store.ts';

/** What every implementation of `Store` must do. `open` gives a new, empty one each time. */
export function storeContract(name: string, open: () => Store): void {
  describe(name, () => {
    let store: Store;
    beforeEach(() => {
      store = open();
    });
    afterEach(() => store.close());

    it('gives back a document as it was put', async () => {
      expect(await store.putDocument(telegram())).toBe('created');
      const document = await store.document('telegram');
      expect(document?.record.title).toEqual({ en: ['Telegram'] });
      expect(document?.pages).toEqual([scanned('705'), leaf('706')]);
      expect(document?.texts).toMatchObject([
        { id: 'ru', revision: 1, segmentCount: 3, pages: ['705', '706'], unplacedCount: 1, linkedCount: 0 },
      ]);
      expect(document?.state).toBe('present');
    });

    it('answers undefined for what was never there', async () => {
      expect(await store.document('nowhere')).toBeUndefined();
      expect(await store.image('nowhere_1')).toBeUndefined();
      expect(await store.collection('nowhere')).toBeUndefined();
      expect(await store.segment('nowhere', 'ru', 's1')).toBeUndefined();
      expect(await store.currentDocumentId('nowhere')).toBeUndefined();
    });

    it('finds segments by page, in reading order, and those of no page apart', async () => {
      await store.putDocument(telegram());
      expect((await store.segmentsOn('telegram', 'ru', '705')).map(({ id }) => id)).toEqual(['s1', 's2']);
      expect((await store.segmentsOn('telegram', 'ru', '706')).map(({ id }) => id)).toEqual(['s2']);
      expect((await store.unplacedSegments('telegram', 'ru')).map(({ id }) => id)).toEqual(['s3']);
      expect((await store.segment('telegram', 'ru', 's2'))?.value).toBe('вторая');
      expect(await store.segments('telegram', 'ru')).toEqual(telegram().texts[0]?.segments);
    });

    it('counts places, and the words that have a box, page by page', async () => {
      const box = { x: 0, y: 0, width: 4, height: 10 };
      const words = [
        { start: 0, end: 1, box },
        { start: 2, end: 3, box },
      ];
      const ru = [
        segment('s1', 'а', ['706']),
        { ...segment('s2', 'б в', ['705', '706']), words },
        { ...segment('s3', 'г д', ['705']), words },
        segment('s4', 'е', []),
      ];
      await store.putDocument({ ...telegram(), texts: [text('ru', ru, 4)] });
      expect(await store.textExtent('telegram', 'ru')).toEqual({
        placeCount: 5,
        wordPages: [{ page: '705', count: 4 }],
      });
      await store.putDocument(telegram());
      expect(await store.textExtent('telegram', 'ru')).toEqual({ placeCount: 4, wordPages: [] });
      expect(await store.textExtent('telegram', 'nowhere')).toEqual({ placeCount: 0, wordPages: [] });
    });

    it('tells the pages on which the boxes of lines are known, in their order', async () => {
      const unboxed = { ...segment('s1', 'а', []), places: [{ page: '705' }] };
      const boxedPages = async (...segments: Segment[]) => {
        await store.putDocument({ ...telegram(), texts: [text('ru', segments, 3)] });
        return (await store.document('telegram'))?.texts.map((known) => known.boxedPages);
      };
      expect(await boxedPages(segment('s1', 'а', ['706']), segment('s2', 'б', ['705']))).toEqual([
        ['705', '706'],
      ]);
      expect(await boxedPages(unboxed, segment('s2', 'б', ['706']))).toEqual([['706']]);
      expect(await boxedPages({ ...segment('s1', 'а', ['705']), granularity: 'paragraph' })).toEqual([[]]);
      expect(await boxedPages(segment('s1', 'а', []))).toEqual([[]]);
    });

    it('finds an image by its id, with its document and page', async () => {
      await store.putDocument(telegram());
      expect(await store.image('telegram_705')).toEqual({
        ...scanned('705').image,
        document: 'telegram',
        page: '705',
        state: 'present',
      });
    });

    it('keeps the resolution of a scan, and that another has none', async () => {
      const [page, other] = [scanned('705'), scanned('706')];
      if (page.image === undefined) throw new Error('the page has a scan');
      const image = { ...page.image, resolution: 299.72 };
      await store.putDocument({ ...telegram(), pages: [{ ...page, image }, other] });
      expect((await store.document('telegram'))?.pages).toEqual([{ ...page, image }, other]);
      expect((await store.image('telegram_705'))?.resolution).toBe(299.72);
      expect(await store.image('telegram_706')).not.toHaveProperty('resolution');
      expect(await store.putDocument({ ...telegram(), pages: [page, other] })).toBe('updated');
      expect(await store.image('telegram_705')).not.toHaveProperty('resolution');
    });

    it('knows that an image is gone when its document, its page or its scan is', async () => {
      const state = async () => (await store.image('telegram_705'))?.state;
      await store.putDocument({ ...telegram(), pages: [leaf('705')] });
      await store.putDocument(telegram());
      expect(await state()).toBe('present');
      await store.putDocument({ ...telegram(), pages: [leaf('705')] });
      expect(await state()).toBe('gone');
      await store.putDocument(telegram());
      await store.putDocument({ ...telegram(), pages: [leaf('706')] });
      expect(await state()).toBe('gone');
      await store.putDocument(telegram());
      await store.retireDocument('telegram');
      expect(await state()).toBe('gone');
    });

    it('remembers the canvas and the image id of a page that was dropped', async () => {
      await store.putDocument(telegram());
      await store.putDocument({ ...telegram(), pages: [leaf('706')] });
      expect(await store.earlierPage('telegram', '705')).toEqual({
        canvas: { width: 100, height: 200 },
        imageId: 'telegram_705',
      });
      expect(await store.earlierPage('telegram', '706')).toEqual({ canvas: leaf('706').canvas });
      expect(await store.earlierPage('telegram', '707')).toBeUndefined();
    });

    it('takes a document back to an id that it had before', async () => {
      await store.putDocument(telegram());
      await store.renameDocument('telegram', 'wire');
      await store.renameDocument('wire', 'telegram');
      expect(await store.currentDocumentId('wire')).toBe('telegram');
      expect(await store.currentDocumentId('telegram')).toBeUndefined();
    });

    it('writes nothing to the log when nothing changed', async () => {
      await store.putDocument(telegram());
      const last = await store.lastActivity();
      expect(await store.putDocument({ ...telegram(), fingerprint: 'touched' })).toBe('unchanged');
      expect(await store.lastActivity()).toBe(last);
      expect((await store.ingestStates()).get('telegram')?.fingerprint).toBe('touched');
    });

    it('numbers the revisions of a text and keeps the old ones', async () => {
      await store.putDocument(telegram());
      const corrected = text('ru', [segment('s1', 'первая!', ['705'])], 4);
      expect(await store.putDocument({ ...telegram(), texts: [corrected] })).toBe('updated');
      expect((await store.revisions('telegram', 'ru')).map((r) => [r.revision, r.segmentCount])).toEqual([
        [1, 3],
        [2, 1],
      ]);
      expect((await store.segmentsOfRevision('telegram', 'ru', 1)).map(({ value }) => value)).toEqual([
        'первая',
        'вторая',
        'третья',
      ]);
      expect((await store.segments('telegram', 'ru')).map(({ value }) => value)).toEqual(['первая!']);
      expect(await store.mintedSegments('telegram', 'ru')).toBe(4);
    });

    it('counts what a revision changed, by the ids of segments', async () => {
      await store.putDocument(telegram());
      const second = [
        segment('s1', 'первая!', ['705']),
        segment('s3', 'третья', ['706']),
        segment('s4', 'новая', ['706']),
        segment('s5', 'новая', ['706']),
      ];
      await store.putDocument({ ...telegram(), texts: [text('ru', second, 5)] });
      const moved = second.map((each) => (each.id === 's1' ? segment('s1', 'первая!', ['706']) : each));
      await store.putDocument({ ...telegram(), texts: [text('ru', moved, 5)] });
      const revisions = await store.revisions('telegram', 'ru');
      expect(revisions.map(({ changes }) => changes)).toEqual([
        undefined,
        { added: 2, gone: 1, reworded: 1, moved: 1 },
        { added: 0, gone: 0, reworded: 0, moved: 1 },
      ]);
    });

    it('tells how translations are linked, as they are now', async () => {
      const [ru] = telegram().texts;
      if (ru === undefined) throw new Error('the telegram has a text');
      const link = (id: string) => ({
        ...{ renders: [id], link: { parts: [{ segment: id, start: 0, end: 6 }], origin: 'hand' as const } },
      });
      const english = (segments: Segment[]) => {
        const { id, ...rest } = text('en', segments, segments.length);
        return { id, ...rest, role: 'translation' as const, translationOf: 'ru' };
      };
      const put = (...segments: Segment[]) =>
        store.putDocument({ ...telegram(), texts: [ru, english(segments)] });
      const told = async () => (await store.linkages('telegram')).get('en');
      await put({ ...segment('t1', 'first', ['705']), ...link('s1') });
      expect(await told()).toMatchObject({ originalCount: 3, translatedCount: 1, linked: { hand: 1 } });
      expect((await told())?.untranslated.first.map((stretch) => stretch.segment)).toEqual(['s2', 's3']);
      await put(
        { ...segment('t1', 'first', ['705']), ...link('s1') },
        { ...segment('t2', 'second', ['705']), ...link('s2') },
      );
      expect(await told()).toMatchObject({ translatedCount: 2 });
      await store.renameDocument('telegram', 'renamed');
      expect((await store.linkages('renamed')).get('en')).toMatchObject({ translatedCount: 2 });
      await store.putDocument({ ...telegram(), id: 'renamed', texts: [ru] });
      expect(await store.linkages('renamed')).toEqual(new Map());
      expect(await store.linkages('nowhere')).toEqual(new Map());
    });

    it('lists the documents without a date a part at a time', async () => {
      for (const id of ['c', 'a', 'b', 'd']) await putNaming(store, id, {});
      await putNaming(store, 'dated', {}, '1950');
      await store.retireDocument('d');
      const first = await store.undatedDocuments({ limit: 2 });
      expect(first.map(({ id }) => id)).toEqual(['a', 'b']);
      expect((await store.undatedDocuments({ after: 'b', limit: 2 })).map(({ id }) => id)).toEqual(['c']);
    });

    it('notes when a scan was first read in, and again when it is another file', async () => {
      const before = new Date().toISOString();
      await store.putDocument(telegram());
      const first = await store.imagesCreated('telegram');
      const id = scanned('705').image?.id ?? '';
      expect([...first.keys()]).toContain(id);
      expect((first.get(id) ?? '') >= before).toBe(true);
      while (new Date().toISOString() <= (first.get(id) ?? ''))
        await new Promise((done) => setTimeout(done, 1));
      const again = { ...telegram(), record: record({ title: { en: ['Another title'] } }) };
      await store.putDocument(again);
      expect(await store.imagesCreated('telegram')).toEqual(first);
      const pages = again.pages.map((page) =>
        page.image === undefined ? page : { ...page, image: { ...page.image, key: 'another' } },
      );
      await store.putDocument({ ...again, pages });
      expect((await store.imagesCreated('telegram')).get(id)).not.toBe(first.get(id));
    });

    it('makes no revision of a text of which only the description changed', async () => {
      await store.putDocument(telegram());
      const [ru] = telegram().texts;
      if (ru === undefined) throw new Error('the telegram has a text');
      expect(await store.putDocument({ ...telegram(), texts: [{ ...ru, status: 'draft' }] })).toBe('updated');
      const document = await store.document('telegram');
      expect(document?.texts[0]).toMatchObject({ status: 'draft', revision: 1 });
    });

    it('makes no revision of a text of which only the links changed, and with them its places', async () => {
      await store.putDocument(telegram());
      const linked = (page: string, confidence: number) => {
        const link = { parts: [{ segment: 's1', start: 0, end: 6 }], origin: 'machine', confidence } as const;
        return [{ ...segment('t1', 'first', [page]), renders: ['s1'], link }];
      };
      const [ru] = telegram().texts;
      if (ru === undefined) throw new Error('the telegram has a text');
      await store.putDocument({ ...telegram(), texts: [ru, text('en', linked('705', 0.5), 1)] });
      const changed = { ...telegram(), texts: [ru, text('en', linked('706', 0.9), 1)] };
      expect(await store.putDocument(changed)).toBe('updated');
      expect(await store.revisions('telegram', 'en')).toHaveLength(1);
      expect(await store.segment('telegram', 'en', 't1')).toMatchObject({ link: { confidence: 0.9 } });
      expect((await store.segmentsOn('telegram', 'en', '706')).map(({ id }) => id)).toEqual(['t1']);
      expect(await store.segmentsOn('telegram', 'en', '705')).toEqual([]);
      expect(await store.putDocument(changed)).toBe('unchanged');
    });

    it('never lowers the count of minted ids', async () => {
      await store.putDocument(telegram());
      await store.putDocument({ ...telegram(), texts: [text('ru', [segment('s1', 'x', [])], 1)] });
      expect(await store.mintedSegments('telegram', 'ru')).toBe(3);
    });

    it('keeps the ids of pages and texts that are dropped', async () => {
      await store.putDocument(telegram());
      await store.putDocument({ ...telegram(), pages: [scanned('705')], texts: [] });
      const document = await store.document('telegram');
      expect(document?.retiredPages).toEqual(['706']);
      expect(document?.pages.map(({ id }) => id)).toEqual(['705']);
      expect(document?.texts).toEqual([]);
      expect(await store.segments('telegram', 'ru')).toEqual([]);
      expect(await store.revisions('telegram', 'ru')).toHaveLength(1);
    });

    it('remembers what a document was made from and what was wrong with it', async () => {
      const problem = {
        severity: 'warning',
        code: 'html-removed',
        file: 'a.html',
        message: 'A script.',
      } as const;
      await store.putDocument({ ...telegram(), problems: [problem] });
      expect(await store.ingestStates()).toEqual(
        new Map([['telegram', { folder: 'fond/telegram', fingerprint: 'one', problems: [problem] }]]),
      );
    });

    it('knows the former ids that a record names', async () => {
      const { record } = telegram();
      await store.putDocument({ ...telegram(), record: { ...record, formerly: ['wire'] } });
      expect(await store.currentDocumentId('wire')).toBe('telegram');
    });

    it('keeps a retired document as gone, and brings it back', async () => {
      await store.putDocument(telegram());
      await store.retireDocument('telegram');
      expect((await store.document('telegram'))?.state).toBe('gone');
      expect(await store.documentsIn('fond', { limit: 10 })).toEqual([]);
      expect((await store.ingestStates()).has('telegram')).toBe(false);
      expect(await store.putDocument(telegram())).toBe('created');
      expect((await store.document('telegram'))?.state).toBe('present');
    });

    it('follows a renamed document, with its scans and its segments', async () => {
      await store.putDocument(telegram());
      await store.renameDocument('telegram', 'wire');
      await store.renameDocument('wire', 'cable');
      expect(await store.currentDocumentId('telegram')).toBe('cable');
      expect(await store.document('telegram')).toBeUndefined();
      expect((await store.document('cable'))?.pages[0]?.image?.id).toBe('telegram_705');
      expect((await store.image('telegram_705'))?.document).toBe('cable');
      expect(await store.segmentsOn('cable', 'ru', '705')).toHaveLength(2);
    });

    it('lists the documents of a collection in its order, a part at a time', async () => {
      for (const [position, id] of ['a', 'b', 'c'].entries()) {
        await store.putDocument({ ...telegram(), id, position, texts: [], pages: [] });
      }
      await store.arrange([
        { document: 'a', position: 2 },
        { document: 'c', position: 0 },
      ]);
      const first = await store.documentsIn('fond', { limit: 2 });
      expect(first.map(({ id }) => id)).toEqual(['c', 'b']);
      const rest = await store.documentsIn('fond', { limit: 2, after: first.at(-1)?.position ?? -1 });
      expect(rest.map(({ id }) => id)).toEqual(['a']);
    });

    describe('by the beginnings of ids', () => {
      beforeEach(async () => {
        for (const [position, id] of ['z', 'a-2', 'ab', 'a', 'a-1'].entries()) {
          await store.putDocument({ ...telegram(), id, position, texts: [], pages: [] });
        }
        await store.putDocument({ ...telegram(), id: 'a-3', collection: 'top', texts: [], pages: [] });
      });

      it('lists documents in the order of their ids, a part at a time', async () => {
        const first = await store.documentsBeginning('fond', 'a', { limit: 3 });
        expect(first.map(({ id }) => id)).toEqual(['a', 'a-1', 'a-2']);
        const rest = await store.documentsBeginning('fond', 'a', { after: 'a-2', limit: 3 });
        expect(rest.map(({ id }) => id)).toEqual(['ab']);
        const all = await store.documentsBeginning('fond', '', { limit: 9 });
        expect(all.map(({ id }) => id)).toEqual(['a', 'a-1', 'a-2', 'ab', 'z']);
      });

      it('tells how far they go and how many they are', async () => {
        expect(await store.idSpan('fond', 'a')).toEqual({ first: 'a', last: 'ab' });
        expect(await store.idSpan('fond', 'a-')).toEqual({ first: 'a-1', last: 'a-2' });
        expect(await store.idSpan('fond', 'b')).toBeUndefined();
        expect(await store.countBeginning('fond', 'a')).toBe(4);
        expect(await store.countBeginning('fond', 'a', 2)).toBe(2);
        expect(await store.countBeginning('fond', 'b')).toBe(0);
      });

      it('knows which ones are gone', async () => {
        expect(await store.hadBeginning('fond', 'z')).toBe(false);
        await store.retireDocument('z');
        expect(await store.hadBeginning('fond', 'z')).toBe(true);
        expect(await store.hadBeginning('fond', 'a')).toBe(false);
        expect(await store.idSpan('fond', 'z')).toBeUndefined();
        expect(await store.countBeginning('fond', '')).toBe(4);
      });
    });

    it('notes once that the order of a collection changed, if it did', async () => {
      for (const [position, id] of ['a', 'b'].entries()) {
        await store.putDocument({ ...telegram(), id, position, texts: [], pages: [] });
      }
      const before = await store.lastActivity();
      await store.arrange([
        { document: 'a', position: 0 },
        { document: 'b', position: 1 },
      ]);
      expect(await store.lastActivity()).toBe(before);
      await store.arrange([
        { document: 'a', position: 1 },
        { document: 'b', position: 0 },
      ]);
      expect(await store.activities(before, 10)).toMatchObject([
        { type: 'Update', object: { type: 'collection', id: 'fond' } },
      ]);
    });

    it('names the pages of a text in page order, those that were dropped where they stood', async () => {
      const everywhere = text('ru', [segment('s1', 'всюду', ['m', 'unknown', 'z', 'a'])], 1);
      await store.putDocument({
        ...telegram(),
        pages: [scanned('z'), leaf('a'), leaf('m')],
        texts: [everywhere],
      });
      expect((await store.document('telegram'))?.texts[0]?.pages).toEqual(['z', 'a', 'm', 'unknown']);
      await store.putDocument({ ...telegram(), pages: [scanned('z'), leaf('a')], texts: [everywhere] });
      const document = await store.document('telegram');
      expect(document?.pages).toEqual([scanned('z'), leaf('a')]);
      expect(document?.retiredPages).toEqual(['m']);
      expect(document?.texts[0]?.pages).toEqual(['z', 'a', 'm', 'unknown']);
    });

    it('summarises a document with its first scan and its texts', async () => {
      await store.putDocument({ ...telegram(), pages: [leaf('704'), scanned('705')] });
      const [summary] = await store.recentDocuments(5);
      expect(summary).toMatchObject({ id: 'telegram', pageCount: 2, firstImage: { id: '705' } });
      expect(summary?.texts).toMatchObject([
        { id: 'ru', role: 'transcription', language: 'ru', status: 'reviewed' },
      ]);
      expect(await store.summary('telegram')).toEqual(summary);
      expect(await store.page('telegram', '705')).toMatchObject({ id: '705', image: { id: 'telegram_705' } });
      expect(await store.page('telegram', '999')).toBeUndefined();
      await store.retireDocument('telegram');
      expect(await store.summary('telegram')).toBeUndefined();
    });

    it('lists the ids of all that is published, a part at a time', async () => {
      for (const id of ['b', 'c', 'a', 'gone']) await store.putDocument({ ...telegram(), id });
      await store.retireDocument('gone');
      const all = await store.published('document', { limit: 9 });
      expect(all.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
      expect(all[0]?.updated).toBe((await store.summary('a'))?.updated);
      expect(await store.published('document', { after: 'a', limit: 1 })).toEqual([all[1]]);
      expect(await store.publishedBeyond('document', { places: 2 })).toBe('b');
      expect(await store.publishedBeyond('document', { after: 'b', places: 1 })).toBe('c');
      expect(await store.publishedBeyond('document', { after: 'b', places: 2 })).toBeUndefined();
      await store.putCollections([
        { id: 'top', parent: undefined, folder: '', position: 0, record: { title: {}, order: [] } },
        { id: 'fond', parent: 'top', folder: 'fond', position: 0, record: { title: {}, order: [] } },
      ]);
      expect(await store.published('collection', { after: 'fond', limit: 9 })).toEqual([{ id: 'top' }]);
    });

    it('knows whether any document has a date', async () => {
      const dates = [{ edtf: '1950', calendar: 'gregorian' }];
      await store.putDocument(telegram());
      expect(await store.hasDatedDocuments()).toBe(false);
      await store.putDocument({ ...telegram(), id: 'dated', record: record({ dates }) });
      expect(await store.hasDatedDocuments()).toBe(true);
      await store.retireDocument('dated');
      expect(await store.hasDatedDocuments()).toBe(false);
    });

    it('always has a root collection, and tells the way down to any other', async () => {
      expect((await store.collection('top'))?.documentCount).toBe(0);
      await putTree(store);
      await store.putDocument(telegram());
      expect((await store.path('fond')).map(({ id }) => id)).toEqual(['top', 'fond']);
      expect((await store.collectionsIn('top')).map(({ id }) => id)).toEqual(['fond']);
      expect(await store.collection('fond')).toMatchObject({ parent: 'top', documentCount: 1 });
    });

    it('logs every change once, in order, in the words of Change Discovery', async () => {
      await putTree(store);
      await store.putDocument(telegram());
      await store.retireDocument('telegram');
      const activities = await store.activities(0, 100);
      expect(activities.map(({ type, object }) => `${type} ${object.type} ${object.id}`)).toEqual([
        'Create collection top',
        'Create collection fond',
        'Create document telegram',
        'Update collection fond',
        'Delete document telegram',
        'Update collection fond',
      ]);
      expect(await store.activities(activities[4]?.sequence ?? 0, 1)).toEqual(activities.slice(5));
    });

    it('remembers the stamps of files', async () => {
      const stamp = { path: 'images/a.tif', size: 3, modified: 1.5, changed: 2.25, hash: 'abc' };
      await store.putFileStamps([stamp]);
      await store.putFileStamps([{ ...stamp, size: 4 }]);
      expect([...(await store.fileStamps()).values()]).toEqual([{ ...stamp, size: 4 }]);
    });

    describe('with authority files', () => {
      const mun = person('mun', { name: { ko: ['문'] }, dates: { birth: '1903~' } });
      const o = person('o');

      it('gives authorities back as and in the order in which they were put', async () => {
        expect(await store.putAuthorities('person', [o, mun])).toBe(true);
        expect(await store.putAuthorities('place', [{ ...o, kind: 'place' }])).toBe(true);
        expect(await store.authorities('person')).toEqual([o, mun]);
        expect(await store.authority('person', 'mun')).toEqual(mun);
        expect(await store.authority('place', 'mun')).toBeUndefined();
        expect(await store.authorityCounts()).toEqual({ person: 2, place: 1 });
        const rest = await store.authoritySummaries('person', { after: 0, limit: 5 });
        expect(rest).toEqual([{ authority: mun, position: 1, documentCount: 0 }]);
      });

      it('says whether putting them changed anything, and replaces those of the same kind alone', async () => {
        await store.putAuthorities('place', [{ ...o, kind: 'place' }]);
        await store.putAuthorities('person', [o, mun]);
        const last = await store.lastActivity();
        expect(await store.putAuthorities('person', [o, mun])).toBe(false);
        expect(await store.putAuthorities('person', [mun, o])).toBe(true);
        expect(await store.putAuthorities('person', [mun])).toBe(true);
        expect(await store.authorities('person')).toEqual([mun]);
        expect(await store.putAuthorities('person', [])).toBe(true);
        expect(await store.authorityCounts()).toEqual({ person: 0, place: 1 });
        expect(await store.lastActivity()).toBe(last);
      });

      it('finds the documents that name one, by their dates, a part at a time', async () => {
        await putNaming(store, 'c', { creators: ['o'] }, '1950-10-07');
        await putNaming(store, 'b', { recipients: ['o'], people: ['o'] }, '1950-10-12');
        await putNaming(store, 'a', { people: ['o', 'mun'] });
        await putNaming(store, 'd', { contributors: ['o'] }, '1949');
        await putNaming(store, 'e', { places: ['o'] }, '1949');
        const first = await store.documentsNaming('person', 'o', { limit: 3 });
        expect(first.map(({ id }) => id)).toEqual(['d', 'c', 'b']);
        const rest = await store.documentsNaming('person', 'o', { after: 'b', limit: 3 });
        expect(rest.map(({ id }) => id)).toEqual(['a']);
        expect(rest[0]?.record.people.map(({ id }) => id)).toEqual(['o', 'mun']);
        expect(await store.countNaming('person', 'o')).toBe(4);
        expect(await store.countNaming('place', 'o')).toBe(1);
        expect(await store.countNaming('person', 'nobody')).toBe(0);
        await store.putAuthorities('person', [o, mun]);
        const summaries = await store.authoritySummaries('person', { limit: 5 });
        expect(summaries.map(({ documentCount }) => documentCount)).toEqual([4, 1]);
      });

      it('counts a document no more that is gone, renamed or names it no longer', async () => {
        await putNaming(store, 'a', { creators: ['o'] });
        await putNaming(store, 'b', { creators: ['o'] });
        const named = async () =>
          (await store.documentsNaming('person', 'o', { limit: 5 })).map(({ id }) => id);
        await store.renameDocument('a', 'z');
        expect(await named()).toEqual(['b', 'z']);
        await store.retireDocument('b');
        expect(await named()).toEqual(['z']);
        await putNaming(store, 'b', { creators: ['o'] });
        await putNaming(store, 'z', { creators: ['mun'] });
        expect(await named()).toEqual(['b']);
      });

      it('tells which ids of a record an authority has, and which none has', async () => {
        await store.putAuthorities('person', [o]);
        await putNaming(store, 'a', { creators: ['o'], people: ['nobody', 'o'], places: ['o'] });
        expect(await store.authoritiesIn('a')).toEqual([{ kind: 'person', id: 'o' }]);
        expect(await store.unknownMentions('person')).toEqual([{ document: 'a', id: 'nobody' }]);
        expect(await store.unknownMentions('place')).toEqual([{ document: 'a', id: 'o' }]);
        expect(await store.authoritiesIn('nowhere')).toEqual([]);
      });
    });

    it('leaves everything as it was when a write fails half-way', async () => {
      await store.putDocument(telegram());
      const twice = text('ru', [segment('s1', 'a', ['705']), segment('s1', 'b', ['705'])], 2);
      await expect(store.putDocument({ ...telegram(), texts: [twice] })).rejects.toThrow();
      expect(await store.segments('telegram', 'ru')).toHaveLength(3);
      expect(await store.revisions('telegram', 'ru')).toHaveLength(1);
    });
  });
}

/** A document without a text whose record names these ids. */
async function putNaming(
  store: Store,
  id: string,
  fields: Partial<Record<NamingField, string[]>>,
  edtf?: string,
): Promise<void> {
  const agents = (ids: string[] = []) => ids.map((of) => ({ name: { none: [of] }, id: of }));
  const own = record({
    dates: edtf === undefined ? [] : [{ edtf, calendar: 'gregorian' }],
    creators: agents(fields.creators),
    recipients: agents(fields.recipients),
    contributors: agents(fields.contributors),
    people: agents(fields.people),
    places: agents(fields.places),
  });
  await store.putDocument({ ...telegram(), id, record: own, pages: [], texts: [] });
}

async function putTree(store: Store): Promise<void> {
  const record = { title: { en: ['A'] }, order: [] };
  await store.putCollections([
    { id: 'top', parent: undefined, folder: '', position: 0, record },
    { id: 'fond', parent: 'top', folder: 'fond', position: 0, record },
  ]);
}

function telegram(): IngestedDocument {
  return {
    id: 'telegram',
    collection: 'fond',
    folder: 'fond/telegram',
    position: 0,
    record: record({ languages: ['ru'] }),
    pages: [scanned('705'), leaf('706')],
    texts: [
      text(
        'ru',
        [
          segment('s1', 'первая', ['705']),
          segment('s2', 'вторая', ['705', '706']),
          segment('s3', 'третья', []),
        ],
        3,
      ),
    ],
    fingerprint: 'one',
    problems: [],
  };
}

function scanned(id: string): Page {
  const size = { width: 100, height: 200 };
  const image = { ...size, id: `telegram_${id}`, key: 'abc', file: `images/${id}.tif`, part: 0 };
  return { id, folio: id, canvas: size, image };
}

function leaf(id: string): Page {
  return { id, folio: id, canvas: { width: 2480, height: 3508 } };
}

function text(id: string, segments: Segment[], minted: number): IngestedText {
  const record: TextRecord = {
    id,
    role: 'transcription',
    language: id,
    contributors: [],
    origin: 'human',
    status: 'reviewed',
  };
  return { ...record, segments, minted };
}

function segment(id: string, value: string, pages: string[]): Segment {
  const places = pages.map((page) => ({ page, box: { x: 0, y: 0, width: 10, height: 10 } }));
  return { id, granularity: 'line', value, places, words: [], renders: [] };
}
