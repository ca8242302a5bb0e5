import { describe, expect, it } from 'vitest';
import { chooseTexts, relationOf } from '../../../server/catalogue/text-choice.ts';
import { storedDocument, text } from '../../support/stored-document.ts';
import { telegram } from '../../support/telegram.ts';

const { texts } = storedDocument(telegram());
const ids = (wish?: string) => {
  const { original, beside, choices } = chooseTexts(texts, wish);
  return [original?.id, beside?.id, choices.map(({ id }) => id).join(' ')];
};

describe('chooseTexts', () => {
  it('sets the first translation beside the transcription', () => {
    expect(ids()).toEqual(['ru', 'en-a', 'en-a en-mt notes']);
  });

  it('sets the text that is asked for beside the original', () => {
    expect(ids('en-mt')).toEqual(['ru', 'en-mt', 'en-a en-mt notes']);
    expect(ids('notes')).toEqual(['ru', 'notes', 'en-a en-mt notes']);
  });

  it('sets the first other text beside the original when the original itself is asked for', () => {
    expect(ids('ru')).toEqual(['ru', 'en-a', 'en-a en-mt notes']);
  });

  it('shows a lone translation by itself', () => {
    const { texts: lone } = storedDocument({ texts: [text('en', [], { role: 'translation' })] });
    expect(chooseTexts(lone, undefined)).toMatchObject({
      original: { id: 'en' },
      beside: undefined,
      choices: [],
    });
  });

  it('has nothing to show of a document without texts', () => {
    expect(chooseTexts([], undefined)).toEqual({ original: undefined, beside: undefined, choices: [] });
  });

  it('refuses a text that is none of the document, naming those that are', () => {
    expect(() => chooseTexts(texts, 'fr')).toThrow(
      /no such text; expected ru, en-a, en-mt, notes; received fr/,
    );
  });
});

describe('relationOf', () => {
  it('follows what the descriptions say of each other', () => {
    const stored = storedDocument({
      texts: [
        text('ru', []),
        text('en', [], { translationOf: 'ru' }),
        text('de', [], { translationOf: 'ru' }),
        text('notes', []),
      ],
    }).texts;
    const relation = (original: string, beside: string) => {
      const find = (id: string) => stored.find((candidate) => candidate.id === id);
      return relationOf({ original: find(original), beside: find(beside), choices: [] });
    };
    expect(relation('ru', 'en')).toBe('right-renders-left');
    expect(relation('en', 'ru')).toBe('left-renders-right');
    expect(relation('en', 'de')).toBe('same');
    expect(relation('ru', 'notes')).toBe('none');
  });
});
