import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../server/catalogue/messages/messages.ts';
import { rightsName } from '../../../server/catalogue/rights-name.ts';
import { languageName, nameForm, otherForms, Words } from '../../../server/catalogue/words.tsx';
import type { InterfaceLanguage } from '../../../server/http/interface-language.ts';
import { markupIn } from '../../support/interface.ts';

const rendered = (element: ReactElement, language: InterfaceLanguage = 'en') => markupIn(language, element);

describe('Words', () => {
  it('marks words in another language with it and its direction, and those of the page with nothing', () => {
    expect(rendered(<Words map={{ he: ['שלום'] }} />)).toBe('<span lang="he" dir="rtl">שלום</span>');
    expect(rendered(<Words as="p" map={{ ru: ['мир'], en: ['peace'] }} />)).toBe('<p>peace</p>');
    expect(rendered(<Words map={{ none: ['705'] }} />)).toBe('<span>705</span>');
  });

  it('shows the language of the page where the record has it, and marks the next best', () => {
    expect(rendered(<Words map={{ en: ['peace'], ru: ['мир'] }} />, 'ru')).toBe('<span>мир</span>');
    expect(rendered(<Words map={{ en: ['peace'] }} />, 'ru')).toBe('<span lang="en" dir="ltr">peace</span>');
  });

  it('escapes what a record says', () => {
    expect(rendered(<Words map={{ en: ['<script>alert(1)</script>'] }} />)).toBe(
      '<span>&lt;script&gt;alert(1)&lt;/script&gt;</span>',
    );
  });

  it('is never rendered in no language at all', () => {
    expect(() => renderToStaticMarkup(<Words map={{ en: ['peace'] }} />)).toThrow('in no language');
  });
});

describe('forms of a name', () => {
  const name = { en: ['O Kŭn-dam', 'O Geun-dam'], ru: ['О Гын Дам'], ko: ['오근담'], none: ['O Geun-dam'] };

  it('shows the first and lists every other one once, each with its language', () => {
    expect(nameForm(name, 'en')).toEqual({ language: 'en', value: 'O Kŭn-dam' });
    expect(otherForms(name, 'en')).toEqual([
      { language: 'en', value: 'O Geun-dam' },
      { language: 'ru', value: 'О Гын Дам' },
      { language: 'ko', value: '오근담' },
    ]);
  });

  it('shows the form in the language of the page, and lists the English ones', () => {
    expect(nameForm(name, 'ru')).toEqual({ language: 'ru', value: 'О Гын Дам' });
    expect(otherForms(name, 'ru').map(({ value }) => value)).toEqual(['O Kŭn-dam', 'O Geun-dam', '오근담']);
  });
});

describe('languageName', () => {
  it('names a language, and leaves what is none as it stands', () => {
    expect(languageName('ru', 'en')).toBe('Russian');
    expect(languageName('ru', 'ru')).toBe('русский');
    expect(languageName('not a tag', 'en')).toBe('not a tag');
  });
});

describe('rightsName', () => {
  const messages = messagesIn('en');

  it('names the statements that archives use', () => {
    expect(rightsName('http://rightsstatements.org/vocab/NKC/1.0/', messages)).toBe('No known copyright');
    expect(rightsName('http://creativecommons.org/licenses/by-nc-sa/4.0/', messages)).toBe('CC BY-NC-SA 4.0');
    expect(rightsName('http://creativecommons.org/publicdomain/zero/1.0/', messages)).toBe(
      'CC0 1.0, public domain',
    );
    expect(rightsName('https://example.org/terms', messages)).toBeUndefined();
    // What every object has is none of the statements.
    expect(rightsName('http://rightsstatements.org/vocab/constructor/1.0/', messages)).toBeUndefined();
  });

  it('names them in the language of the page', () => {
    expect(rightsName('http://creativecommons.org/publicdomain/zero/1.0/', messagesIn('ru'))).toBe(
      'CC0 1.0, общественное достояние',
    );
  });
});
