import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { CitedSource } from '../../../../server/catalogue/citation/cited.ts';
import { DocumentJsonLd, documentJsonLd } from '../../../../server/catalogue/citation/document-json-ld.tsx';
import { documentLinks } from '../../../../server/catalogue/citation/link-header.ts';
import { OpenGraph } from '../../../../server/catalogue/citation/open-graph.tsx';
import { ZoteroMeta } from '../../../../server/catalogue/citation/zotero-meta.tsx';
import { citedPaper, citedTelegram } from '../../../support/cited-document.ts';
import { markupIn } from '../../../support/interface.ts';

const archive = { en: ['Wilson Center Digital Archive'] };
const zotero = (source: CitedSource) => markupIn('en', createElement(ZoteroMeta, { source }));

describe('the block that Zotero reads', () => {
  it('is a manuscript where there is a translator to keep', () => {
    const html = zotero({ ...citedTelegram({ subjects: [{ en: ['Korean War'] }] }), archive });
    for (const [name, content] of [
      ['Z.itemType', 'manuscript'],
      ['Z.manuscriptType', 'Telegram'],
      ['Z.archive', 'TsAMO RF'],
      ['Z.translators', 'Goldberg, Gary'],
      ['DC.creator', 'Shtykov, Terenty'],
      ['DC.date', '1950-09-30'],
      ['DC.coverage', 'f. 5, op. 918795, d. 121, ll. 705–706'],
      ['DC.subject', 'Korean War'],
    ])
      expect(html).toContain(`<meta name="${name}" content="${content}"/>`);
    expect(html).toContain('<meta name="DC.title" content="Telegram from Shtykov to Stalin" lang="en"/>');
    expect(html).toContain('<link rel="schema.Z" href="http://www.zotero.org/namespaces/export#"/>');
    expect(html).not.toContain('citation_');
    expect(html).not.toContain('Z.recipients');
  });

  it('is a letter with its recipient where there is none', () => {
    const source = citedTelegram();
    const html = zotero({ ...source, document: { ...source.document, texts: [] } });
    expect(html).toContain('content="letter"');
    expect(html).toContain('<meta name="Z.letterType" content="Telegram"/>');
    expect(html).toContain('<meta name="Z.recipients" content="Stalin, Joseph"/>');
  });

  it('cannot be broken out of', () => {
    const html = zotero(citedPaper({ title: { en: ['"><script>alert(1)</script>'] } }));
    expect(html).toContain('content="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });
});

describe('schema.org', () => {
  it('has the paper as a component of its archive, and the translation as a work of its own', () => {
    const source = { ...citedTelegram({ donors: [{ en: ['Made possible by a fund'] }] }), archive };
    const path = [
      {
        id: 'top',
        record: { title: { en: ['All'] }, order: [] },
        updated: '2026-01-01T00:00:00.000Z',
        documentCount: 1,
        collectionCount: 0,
      },
    ];
    expect(documentJsonLd({ source, path, described: [] }, 'en')).toMatchObject({
      '@type': ['ArchiveComponent', 'Message'],
      '@id': 'https://example.org/documents/d1',
      name: 'Telegram from Shtykov to Stalin',
      alternateName: ['Телеграмма Штыкова Сталину'],
      dateCreated: '1950-09-30',
      author: [{ '@type': 'Person', name: 'Terenty Shtykov' }],
      recipient: [{ '@type': 'Person', name: 'Joseph Stalin' }],
      holdingArchive: { '@type': 'ArchiveOrganization', name: 'TsAMO RF' },
      itemLocation: 'TsAMO RF, fond 5, opis 918795, delo 121, listi 705-706',
      isPartOf: { name: 'All' },
      funder: [{ '@type': 'Organization', description: 'Made possible by a fund' }],
      workTranslation: [
        {
          '@id': 'https://example.org/documents/d1?text=en',
          translator: [{ '@type': 'Person', name: 'Gary Goldberg' }],
          translationOfWork: { '@id': 'https://example.org/documents/d1' },
          creativeWorkStatus: 'published',
          version: 1,
        },
      ],
    });
  });

  it('says what is plainly no person, gives no doubtful date, and does not end its element', () => {
    const source = citedPaper({
      title: { en: ['</script><script>alert(1)</script>'] },
      creators: [{ name: { en: ['River Commission'] } }],
      dates: [{ edtf: '1950~', calendar: 'gregorian' }],
    });
    const found = documentJsonLd({ source, path: [], described: [] }, 'en');
    expect(found).toMatchObject({
      '@type': ['ArchiveComponent', 'Manuscript'],
      author: [{ '@type': 'Organization', name: 'River Commission' }],
    });
    expect(found).not.toHaveProperty('dateCreated');
    const html = markupIn('en', createElement(DocumentJsonLd, { source, path: [], described: [] }));
    expect(html.match(/<\/?script/g)).toEqual(['<script', '</script']);
  });
});

describe('the rest of the head', () => {
  it('shows a link with its title, its site and its first leaf', () => {
    const html = markupIn('en', createElement(OpenGraph, { source: { ...citedTelegram(), archive } }));
    expect(html).toContain('<meta property="og:title" content="Telegram from Shtykov to Stalin"/>');
    expect(html).toContain('<meta property="og:site_name" content="Wilson Center Digital Archive"/>');
    expect(html).toMatch(
      /og:image" content="https:\/\/example.org\/iiif\/image\/3\/telegram_705\/full\/571,800\//,
    );
  });

  it('names in Link how to cite, what describes, and the same in IIIF', () => {
    const { document, urls } = citedTelegram();
    const links = documentLinks(document, urls).split(', ');
    expect(links).toContain('<https://example.org/documents/d1>; rel="cite-as"');
    expect(links).toContain(
      '<https://example.org/documents/d1.ris>; rel="describedby"; type="application/x-research-info-systems"',
    );
    expect(links).toContain(
      String.raw`<https://example.org/iiif/3/documents/d1/manifest>; rel="alternate"; type="application/ld+json;profile=\"http://iiif.io/api/presentation/3/context.json\""`,
    );
  });
});
