import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { rightsName } from '../../../server/catalogue/rights-name.ts';
import { languageName, nameForm, otherForms, Words } from '../../../server/catalogue/words.tsx';

describe('Words', () => {
  it('marks words in another language with it and its direction, and those of the page with nothing', () => {
    expect(renderToStaticMarkup(<Words map={{ he: ['שלום'] }} />)).toBe(
      '<span lang="he" dir="rtl">שלום</span>',
    );
    expect(renderToStaticMarkup(<Words as="p" map={{ ru: ['мир'], en: ['peace'] }} />)).toBe('<p>peace</p>');
    expect(renderToStaticMarkup(<Words map={{ none: ['705'] }} />)).toBe('<span>705</span>');
  });

  it('escapes what a record says', () => {
    expect(renderToStaticMarkup(<Words map={{ en: ['<script>alert(1)</script>'] }} />)).toBe(
      '<span>&lt;script&gt;alert(1)&lt;/script&gt;</span>',
    );
  });
});

describe('forms of a name', () => {
  const name = { en: ['O Kŭn-dam', 'O Geun-dam'], ru: ['О Гын Дам'], ko: ['오근담'], none: ['O Geun-dam'] };

  it('shows the first and lists every other one once, each with its language', () => {
    expect(nameForm(name)).toEqual({ language: 'en', value: 'O Kŭn-dam' });
    expect(otherForms(name)).toEqual([
      { language: 'en', value: 'O Geun-dam' },
      { language: 'ru', value: 'О Гын Дам' },
      { language: 'ko', value: '오근담' },
    ]);
  });
});

describe('languageName', () => {
  it('names a language, and leaves what is none as it stands', () => {
    expect(languageName('ru')).toBe('Russian');
    expect(languageName('not a tag')).toBe('not a tag');
  });
});

describe('rightsName', () => {
  it('names the statements that archives use', () => {
    expect(rightsName('http://rightsstatements.org/vocab/NKC/1.0/')).toBe('No known copyright');
    expect(rightsName('http://creativecommons.org/licenses/by-nc-sa/4.0/')).toBe('CC BY-NC-SA 4.0');
    expect(rightsName('http://creativecommons.org/publicdomain/zero/1.0/')).toBe('CC0 1.0, public domain');
    expect(rightsName('https://example.org/terms')).toBeUndefined();
  });
});
