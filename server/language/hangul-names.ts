import { koreanKeysOfHangul } from './korean-key.ts';
import { beginsWithHangulSurname } from './surnames.ts';
import { remembered } from './remembered.ts';
import { personKey, placeKeys } from './word-keys.ts';

/** Of two to five syllables: as a person's name, where they begin with a surname, and as a place's. */
export const hangulKeys = remembered((syllables: string): string[] => {
  const surname = beginsWithHangulSurname(syllables);
  const keys = koreanKeysOfHangul(syllables).flatMap((key) => placeKeys('k', key.sounds, key.syllables));
  const given = syllables.slice(surname);
  if (surname > 0 && given.length > 0 && given.length <= 2) {
    const [family] = koreanKeysOfHangul(syllables.slice(0, surname));
    const [own] = koreanKeysOfHangul(given);
    if (family !== undefined && own !== undefined) keys.push(personKey('k', family.sounds, own.sounds));
  }
  return Array.from(new Set(keys));
});

/** How many syllables from a run's start may be a name, so that particles (은 는 이 가 을 를 의 에게) do not hide it. */
export function hangulLengths(run: string): number[] {
  const most = Math.min(4, run.length);
  return Array.from({ length: Math.max(0, most - 1) }, (_, index) => index + 2);
}
