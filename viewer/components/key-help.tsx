import { useEffect, useEffectEvent, useId, useRef, useState, type ReactElement } from 'react';
import { say, type MessageKey } from '../messages/messages.ts';
import { KEYS, type KeyGroup } from '../state/keys.ts';
import { letterOf, setLetterKeys, useLetterKeys } from '../state/letter-keys.ts';
import { Icon } from './icon.tsx';

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

/** A button, and the dialog that it and the key `?` open: every key of the room. */
export function KeyHelp(): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const [isOpen, setOpen] = useState(false);
  const areOn = useLetterKeys();
  const open = () => setOpen(true);
  useEffect(() => {
    // Once there is something in it that takes the focus.
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  const close = () => dialog.current?.close();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (letterOf(event) !== '?') return;
    event.preventDefault();
    open();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
  return (
    <>
      <button
        type="button"
        className="desk-button desk-help"
        aria-haspopup="dialog"
        aria-label={say('keys')}
        title={say('keysHint')}
        onClick={open}
      >
        <Icon name="keyboard" />
      </button>
      <dialog
        ref={dialog}
        className="desk-dialog desk-keys"
        aria-labelledby={heading}
        onClose={() => setOpen(false)}
        onClick={({ target }) => {
          // The dialog's own box is filled by what is in it: what is hit of the dialog itself lies around it.
          if (target === dialog.current) close();
        }}
      >
        {isOpen ? (
          <div className="desk-dialog-body">
            <div className="desk-dialog-head">
              <h2 id={heading}>{say('keys')}</h2>
              <button
                type="button"
                className="desk-button"
                aria-label={say('close')}
                title={say('close')}
                onClick={close}
              >
                <Icon name="close" />
              </button>
            </div>
            <label className="desk-keys-letters">
              <input
                type="checkbox"
                checked={areOn}
                onChange={({ target }) => setLetterKeys(target.checked)}
              />
              {say('letterKeys')}
            </label>
            <div className="desk-keys-groups">
              {ORDER.map((group) => (
                <Group key={group} group={group} areLettersOn={areOn} />
              ))}
            </div>
          </div>
        ) : null}
      </dialog>
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
        <kbd key={part}>
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
