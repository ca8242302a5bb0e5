import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { languageTag } from '../iiif/language-map.ts';
import { Icon } from './icon.tsx';

/** Something to choose from a menu: an address to go to, or something to do. */
export type MenuItem = {
  /** Of this item alone in its menu. */
  id: string;
  /** Asked for anew whenever the menu opens, where they depend on what the reader has done meanwhile. */
  words: string | (() => string);
  /** The key that does the same. */
  shortcut?: string;
  /** BCP 47, where the words are in another language than the interface. */
  language?: string;
  /** One of several of which one holds: whether this is it. */
  isChecked?: boolean;
  /** A line stands above it. */
  isApart?: boolean;
  /** There only where the bar has no room for a button of its own. */
  isForPhones?: boolean;
} & ({ href: string } | { onSelect: () => void });

/** A button with a menu (ARIA Authoring Practices, "Menu Button"): arrow keys, Home, End, letters, Escape. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();
  const entries = () =>
    [...(around.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])].filter(
      // One that is for phones only is not seen elsewhere.
      (entry) => entry.checkVisibility(),
    );
  const enter = (index: number) => entries().at(index)?.focus();

  const [begin, setBegin] = useState(0);
  useEffect(() => {
    if (isOpen) entries().at(begin)?.focus();
  }, [isOpen, begin]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && around.current?.contains(target) === false) setOpen(false);
    };
    window.addEventListener('pointerdown', onPointer, true);
    return () => window.removeEventListener('pointerdown', onPointer, true);
  }, [isOpen]);

  const open = (from: number) => {
    setBegin(from);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const all = entries();
    const here = all.findIndex((entry) => entry === document.activeElement);
    const to = { ArrowDown: (here + 1) % all.length, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) enter(to);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      const letter = event.key.toLowerCase();
      const begins = (entry: HTMLElement) => entry.textContent.toLowerCase().startsWith(letter);
      [...all.slice(here + 1), ...all.slice(0, here + 1)].find(begins)?.focus();
    } else return;
    // Tab goes on from the button as if nothing had been open.
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={around}
      className="desk-menu"
      onBlur={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && around.current?.contains(relatedTarget) === true))
          setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className="desk-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-label={label}
        title={label}
        onClick={() => (isOpen ? setOpen(false) : open(0))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          open(event.key === 'ArrowDown' ? 0 : -1);
        }}
      >
        <Icon name="more" />
      </button>
      {!isOpen ? null : (
        <div
          id={list}
          role="menu"
          data-keeps-keys=""
          className="desk-menu-list"
          aria-label={label}
          onKeyDown={walk}
        >
          {items.map((item) => (
            <Entry key={item.id} item={item} onDone={close} />
          ))}
        </div>
      )}
    </div>
  );
}

function Entry({ item, onDone }: { item: MenuItem; onDone: () => void }): ReactElement {
  const { words, shortcut, language, isChecked, isApart = false, isForPhones = false } = item;
  const shared = {
    className: `desk-menu-item${isApart ? ' desk-menu-apart' : ''}${isForPhones ? ' desk-menu-narrow' : ''}`,
    role: isChecked === undefined ? 'menuitem' : 'menuitemradio',
    'aria-checked': isChecked,
    'aria-keyshortcuts': shortcut,
    tabIndex: -1,
    lang: languageTag(language),
  };
  const content = (
    <>
      <span className="desk-menu-words">{typeof words === 'string' ? words : words()}</span>
      {shortcut === undefined ? null : (
        <kbd className="desk-menu-key" aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </>
  );
  if ('href' in item)
    return (
      <a {...shared} href={item.href} rel="noopener" target="_blank" onClick={onDone}>
        {content}
      </a>
    );
  return (
    <button
      type="button"
      {...shared}
      onClick={() => {
        // The button has the keyboard again before anything opens, to have it back afterwards.
        onDone();
        item.onSelect();
      }}
    >
      {content}
    </button>
  );
}
