import { useId, type ReactElement } from 'react';
import { say, type MessageKey } from '../messages/messages.ts';
import { KEYS, type KeyGroup } from '../state/keys.ts';
import { setLetterKeys, useLetterKeys } from '../state/letter-keys.ts';

const GROUPS: Record<KeyGroup, MessageKey> = {
  pages: 'keysOfPages',
  search: 'keysOfSearch',
  rows: 'keysOfRows',
  scan: 'keysOfScan',
  panel: 'keysOfPanel',
  room: 'keysOfRoom',
};

/** In the order in which they are listed. */
const ORDER: readonly KeyGroup[] = ['pages', 'search', 'rows', 'scan', 'panel', 'room'];

/** Keys that are called otherwise than they are written on them. */
const CAPS: Readonly<Record<string, string>> = {
  ...{ ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' },
  ...{ Control: 'Ctrl', Escape: 'Esc', PageUp: 'Page Up', PageDown: 'Page Down', ' ': 'Space' },
};

/** How those are read out that are drawn. */
const SPOKEN: Readonly<Record<string, MessageKey>> = {
  ...{ ArrowUp: 'arrowUp', ArrowDown: 'arrowDown', ArrowLeft: 'arrowLeft', ArrowRight: 'arrowRight' },
};

/** Every key of the room, by where it works, and the switch that turns those of one letter off. */
export function KeyHelp(): ReactElement {
  const areOn = useLetterKeys();
  return (
    <>
      <label className="desk-keys-letters">
        <input type="checkbox" checked={areOn} onChange={({ target }) => setLetterKeys(target.checked)} />
        {say('letterKeys')}
      </label>
      <div className="desk-keys-groups">
        {ORDER.map((group) => (
          <Group key={group} group={group} areLettersOn={areOn} />
        ))}
      </div>
    </>
  );
}

function Group({ group, areLettersOn }: { group: KeyGroup; areLettersOn: boolean }): ReactElement {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{say(GROUPS[group])}</h3>
      <dl>
        {KEYS.filter((entry) => entry.group === group).map(({ keys, says }) => (
          <div key={says} className={!areLettersOn && keys.every(isLetter) ? 'desk-keys-off' : undefined}>
            <dt>{say(says)}</dt>
            <dd>
              {keys.map((key) => (
                <Cap key={key} name={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A key, and before it what is held down with it. */
function Cap({ name }: { name: string }): ReactElement {
  const parts = name === '+' ? [name] : name.split('+');
  return (
    <span className="desk-cap">
      {parts.map((part) => (
        // Between words from the right a bracket would turn into the other.
        <kbd key={part} dir="ltr">
          {SPOKEN[part] === undefined ? (
            (CAPS[part] ?? part)
          ) : (
            <>
              <span aria-hidden="true">{CAPS[part]}</span>
              <span className="desk-unseen">{say(SPOKEN[part])}</span>
            </>
          )}
        </kbd>
      ))}
    </span>
  );
}

function isLetter(key: string): boolean {
  return key.length === 1;
}
