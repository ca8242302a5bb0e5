import type { ReactElement } from 'react';
import { dateWords } from '../language/date-words.ts';
import type { AuthorityDates } from '../model/authority.ts';
import { messages } from './messages.ts';
import { plainWords } from './words.tsx';

/** One line: when somebody lived, and when was active. */
export function AuthorityDateWords({ dates }: { dates: AuthorityDates }): ReactElement | null {
  const parts = [lifeWords(dates), activeWords(dates)].filter((words) => words !== undefined);
  if (parts.length === 0) return null;
  return <p className="circumstances">{parts.join(' · ')}</p>;
}

/** `1898 (approximately) – 2 November 1961`, `Born 1917`; undefined where nothing is known. */
export function lifeWords({ birth, death }: AuthorityDates): string | undefined {
  if (birth !== undefined && death !== undefined) return `${inWords(birth)} – ${inWords(death)}`;
  if (birth !== undefined) return messages.born(inWords(birth));
  return death === undefined ? undefined : messages.died(inWords(death));
}

function activeWords({ active }: AuthorityDates): string | undefined {
  if (active === undefined) return undefined;
  const [from = '', to] = active.split('/');
  // EDTF level 1: an end that is open or not known is `..` or nothing.
  if (to === '..' || to === '') return messages.activeSince(inWords(from));
  if (to !== undefined && (from === '..' || from === '')) return messages.activeUntil(inWords(to));
  return messages.active(inWords(active));
}

function inWords(edtf: string): string {
  return plainWords(dateWords({ edtf, calendar: 'gregorian' }));
}
