import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import english from '../../../viewer/messages/en.json' with { type: 'json' };
import {
  LANGUAGE_TAGS,
  languageName,
  say,
  speak,
  type Message,
  type Messages,
} from '../../../viewer/messages/messages.ts';
import russian from '../../../viewer/messages/ru.json' with { type: 'json' };

const viewer = join(import.meta.dirname, '../../../viewer');

const LANGUAGES = { en: english, ru: russian } satisfies Record<string, Messages>;

/** Messages that are the same word, or no word, in both languages. */
const EQUAL = new Set<string>(['hitCountOpen', 'imageDegrees', 'percent', 'withKey']);

const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);

const gapsOf = (sentence: string): string[] => [...sentence.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();

afterEach(() => speak('en'));

describe('the messages of the reading room', () => {
  const entries = Object.entries(LANGUAGES.en);

  it('are a hundred and more, each in every language', () => {
    expect(Object.keys(LANGUAGES)).toEqual(LANGUAGE_TAGS);
    expect(entries.length).toBeGreaterThan(100);
    for (const messages of Object.values(LANGUAGES)) {
      expect(Object.keys(messages)).toEqual(entries.map(([key]) => key));
    }
  });

  it('have the same gaps in every language and every plural form', () => {
    for (const [key, english] of entries) {
      const [wanted = ''] = formsOf(english);
      for (const messages of Object.values(LANGUAGES)) {
        const found = Object.entries(messages).find(([name]) => name === key)?.[1] ?? '';
        for (const form of formsOf(found)) expect([key, gapsOf(form)]).toEqual([key, gapsOf(wanted)]);
      }
    }
  });

  it('are said in Russian, and not left in English', () => {
    const left = Object.entries(LANGUAGES.ru).filter(
      ([key, message]) =>
        !EQUAL.has(key) && !formsOf(message).every((form) => /[а-яё]|^[^a-z]*$/i.test(form)),
    );
    expect(left).toEqual([]);
  });

  it('have every plural form that their language tells apart', () => {
    for (const [tag, messages] of Object.entries(LANGUAGES)) {
      const wanted = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
      for (const message of Object.values<Message>(messages)) {
        if (typeof message !== 'string') expect(Object.keys(message).sort()).toEqual(wanted);
      }
    }
  });

  it('are each said somewhere', () => {
    const sources = readdirSync(viewer, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('messages/'))
      .map((name) => readFileSync(join(viewer, name), 'utf8'))
      .join('\n');
    expect(entries.map(([key]) => key).filter((key) => !sources.includes(`'${key}'`))).toEqual([]);
  });
});

describe('say', () => {
  it('fills gaps and chooses the plural form of the language', async () => {
    expect(say('hitCount', { count: 1 })).toBe('1 hit');
    expect(say('hitCount', { count: 1200 })).toBe('1,200 hits');
    expect(await speak('ru-RU')).toBe('ru');
    expect([1, 2, 5, 21].map((count) => say('hitCount', { count }))).toEqual([
      ...['1 совпадение', '2 совпадения', '5 совпадений', '21 совпадение'],
    ]);
  });

  it('speaks English where it does not know the language, were it called like a part of every object', async () => {
    for (const tag of ['xx', '', 'constructor', '__proto__']) {
      expect(await speak(tag)).toBe('en');
      expect(say('share')).toBe('Share');
    }
  });

  it('shows in the pseudo-locale what is a message, and keeps its gaps', async () => {
    expect(await speak('qps-plocm')).toBe('qps-plocm');
    expect(say('share')).toMatch(/^⟦Šhárë~+⟧$/);
    expect(say('pageCount', { number: 2, count: 3 })).toContain('2 öf 3');
  });

  it('names languages in its own', async () => {
    await speak('ru');
    expect(languageName('ko')).toBe('корейский');
  });
});
