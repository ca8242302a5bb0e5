import { describe, expect, it } from 'vitest';
import {
  htmlEvidence,
  markdownEvidence,
  plainEvidence,
  type EvidenceSheet,
} from '../../../viewer/iiif/evidence-sheet.ts';

const run = (text: string, isItalic = false, language = '') => ({
  ...{ text, isItalic, language },
  dir: 'ltr' as const,
});
const sheet = (more: Partial<EvidenceSheet> = {}): EvidenceSheet => ({
  quotation: { words: 'The bridge is “not yet” ready.', language: 'en', dir: 'ltr' },
  counterpart: { words: 'Мост\nещё не готов.', language: 'ru', dir: 'ltr', label: 'Original, Russian' },
  picture: { label: 'Scan', address: 'https://x.example/i/1,2,3,4/max/0/default.jpg' },
  facts: [{ label: 'Shelfmark', value: 'Archive, f. 5, d. 12', language: '' }],
  citation: { language: 'en', runs: [run('Pak, “Telegram,” '), run('Archive', true), run('.')] },
  link: { label: 'Link', address: 'https://x.example/read/t?page=705&segment=en.s1' },
  ...more,
});

const HOSTILE = '<img src=x onerror=alert(1)> & "q" \'q\' *b* _i_ [x](y) `c` ~~s~~ | $m$ \\';
const hostile = sheet({
  quotation: { words: `# ${HOSTILE}\n- second\n12. third`, language: 'en"><b>', dir: 'ltr' },
  counterpart: { words: HOSTILE, language: '', dir: 'auto', label: HOSTILE },
  picture: { label: `${HOSTILE}]`, address: 'https://x.example/a>b c"d' },
  facts: [{ label: HOSTILE, value: HOSTILE, language: 'ru"onclick="x' }],
  citation: { language: 'en', runs: [run(HOSTILE, true), run('\u0000\u0007\nx')] },
});

describe('evidence as plain text', () => {
  it('has the words within marks that tell where they end, and everything that vouches for them', () => {
    expect(plainEvidence(sheet())).toBe(
      [
        '‘The bridge is “not yet” ready.’',
        'Original, Russian:\n«Мост\nещё не готов.»',
        'Shelfmark: Archive, f. 5, d. 12',
        'Pak, “Telegram,” Archive.',
        'Link: https://x.example/read/t?page=705&segment=en.s1\nScan: https://x.example/i/1,2,3,4/max/0/default.jpg',
      ].join('\n\n'),
    );
  });

  it('leaves out what there is not', () => {
    const bare = sheet({ counterpart: undefined, picture: undefined, facts: [], citation: undefined });
    expect(plainEvidence(bare)).toBe(
      '‘The bridge is “not yet” ready.’\n\nLink: https://x.example/read/t?page=705&segment=en.s1',
    );
  });

  it('keeps no control characters', () => {
    expect(plainEvidence(hostile)).not.toMatch(/[^\P{Cc}\n\t]/u);
  });
});

describe('evidence as HTML', () => {
  it('is marked up with languages, directions and lines', () => {
    const html = htmlEvidence(sheet({ quotation: { words: 'نعم', language: 'ar', dir: 'rtl' } }));
    expect(html).toContain('<blockquote><p lang="ar" dir="rtl">نعم</p></blockquote>');
    expect(html).toContain('<p lang="ru" dir="ltr">Мост<br>ещё не готов.</p>');
    expect(html).toContain('“Telegram,” <i>Archive</i>.');
    expect(html).toContain('<img src="https://x.example/i/1,2,3,4/max/0/default.jpg" alt="Scan">');
    expect(html).toContain('href="https://x.example/read/t?page=705&amp;segment=en.s1"');
  });

  it('lets nothing of the words become markup', () => {
    const html = htmlEvidence(hostile);
    const tags = html.match(/<[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(10);
    const allowed =
      /^<(?:\/?(?:p|i|span|blockquote|a)|br|p lang="en" dir="ltr"|(?:p|span) lang="[^"<>]*" dir="\w+"|img src="[^"<>]*" alt="[^"<>]*"|a href="[^"<>]*")>$/;
    expect(tags.filter((tag) => !allowed.test(tag))).toEqual([]);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;q&quot; &#39;q&#39;');
  });
});

describe('evidence as Markdown', () => {
  it('has the words as a quotation, a line each, and the scan as a picture', () => {
    expect(markdownEvidence(sheet())).toBe(
      [
        '> The bridge is “not yet” ready.',
        'Original, Russian:',
        '> Мост\\\n> ещё не готов.',
        '![Scan](<https://x.example/i/1,2,3,4/max/0/default.jpg>)',
        'Shelfmark: Archive, f. 5, d. 12',
        'Pak, “Telegram,” *Archive*.',
        '[Link](<https://x.example/read/t?page=705&segment=en.s1>)',
      ].join('\n\n'),
    );
  });

  it('escapes what would become markup, within a line and at its beginning', () => {
    const markdown = markdownEvidence(hostile);
    const escaped =
      '\\<img src=x onerror=alert(1)\\> \\& "q" \'q\' \\*b\\* \\_i\\_ \\[x\\](y) \\`c\\` \\~\\~s\\~\\~ \\| \\$m\\$ \\\\';
    expect(markdown.split('\n').slice(0, 3)).toEqual([
      `> \\# ${escaped}\\`,
      '> \\- second\\',
      '> 12\\. third',
    ]);
    expect(markdown).toContain('(<https://x.example/a%3Eb%20c"d>)');
    // Emphasis holds around words that have stars of their own.
    expect(markdown).toContain(`*${escaped}*`);
  });
});
