import type { ReactElement } from 'react';
import { dateWords } from '../language/date-words.ts';
import type { AuthorityDates } from '../model/authority.ts';
import { plainWords } from './words.tsx';
import { useMessages } from './interface.tsx';
import type { Messages } from './messages/messages.ts';
import type { InterfaceLanguage } from './../http/interface-language.ts';

/** One line: when somebody lived, and when was active. */
export function AuthorityDateWords({ dates }: { dates: AuthorityDates }): ReactElement | null {
  const messages = useMessages();
  const parts = [lifeWords(dates, messages), activeWords(dates, messages)].filter(
    (words) => words !== undefined,
  );
  if (parts.length === 0) return null;
  return <p className="circumstances">{parts.join(' · ')}</p>;
}

/** `1898 (approximately) – 2 November 1961`, `Born 1917`; undefined where nothing is known. */
export function lifeWords({ birth, death }: AuthorityDates, messages: Messages): string | undefined {
  if (birth !== undefined && death !== undefined)
    return `${inWords(birth, messages.language)} – ${inWords(death, messages.language)}`;
  if (birth !== undefined) return messages.born(inWords(birth, messages.language));
  return death === undefined ? undefined : messages.died(inWords(death, messages.language));
}

function activeWords({ active }: AuthorityDates, messages: Messages): string | undefined {
  if (active === undefined) return undefined;
  const [from = '', to] = active.split('/');
  // EDTF level 1: an end that is open or not known is `..` or nothing.
  if (to === '..' || to === '') return messages.activeSince(inWords(from, messages.language));
  if (to !== undefined && (from === '..' || from === ''))
    return messages.activeUntil(inWords(to, messages.language));
  return messages.active(inWords(active, messages.language));
}

function inWords(edtf: string, language: InterfaceLanguage): string {
  return plainWords(dateWords({ edtf, calendar: 'gregorian' }), language);
}
