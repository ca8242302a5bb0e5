import { Failure } from '../model/failure.ts';
import type { TextRole } from '../model/text.ts';
import type { StoredText } from '../store/store.ts';
import type { Relation } from './rows.ts';

/** Which texts stand beside each other, and which others may be chosen. */
export type TextChoice = {
  /** Stands on the left; alone where there is no second text. */
  original: StoredText | undefined;
  beside: StoredText | undefined;
  /** All that may stand beside the original, the chosen one among them. */
  choices: readonly StoredText[];
};

/**
 * Without a wish: the first transcription, and beside it the first translation. A chosen text stands beside
 * the text that it translates.
 * @throws Failure `text-not-found` where the chosen text is none of the document's.
 */
export function chooseTexts(texts: readonly StoredText[], wish: string | undefined): TextChoice {
  const ordered = inReadingOrder(texts);
  const wished = wish === undefined ? undefined : ordered.find(({ id }) => id === wish);
  if (wish !== undefined && wished === undefined) {
    throw new Failure('text-not-found', {
      message: 'The document has no such text',
      expected: ordered.map(({ id }) => id).join(', '),
      received: wish,
    });
  }
  const first = ordered[0];
  const translated = (text: StoredText | undefined) => ordered.find(({ id }) => id === text?.translationOf);
  const candidate = wished ?? ordered.find(({ role }) => role === 'translation');
  const original = translated(candidate) ?? first;
  const choices = ordered.filter((text) => text !== original);
  const beside = candidate !== undefined && candidate !== original ? candidate : choices[0];
  return { original, beside, choices };
}

/** Which of the two texts renders the other, as their descriptions say. */
export function relationOf({ original, beside }: TextChoice): Relation {
  if (original === undefined || beside === undefined) return 'none';
  if (beside.translationOf === original.id) return 'right-renders-left';
  if (original.translationOf === beside.id) return 'left-renders-right';
  return original.translationOf !== undefined && original.translationOf === beside.translationOf
    ? 'same'
    : 'none';
}

/** Transcriptions, then translations, then the rest; otherwise as the record has them. */
export function inReadingOrder(texts: readonly StoredText[]): StoredText[] {
  return texts.toSorted((a, b) => ORDER[a.role] - ORDER[b.role]);
}

const ORDER: Record<TextRole, number> = { transcription: 0, translation: 1, transliteration: 2, notes: 3 };
