import { useId, useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { say } from '../messages/messages.ts';
import { LONGEST_SEARCH } from '../state/address.ts';
import { useCompletions } from '../state/completions.ts';
import { Icon } from './icon.tsx';

/** The field of the search, with a list of what its words may become (ARIA 1.2 combobox with a listbox). */
export function FinderField({
  field,
  autocomplete,
  q,
  onAsk,
  onLeave,
}: {
  field: RefObject<HTMLInputElement | null>;
  autocomplete: string | undefined;
  /** What is searched for; empty: nothing. */
  q: string;
  /** `back`: to the hit before, where this is searched for already. */
  onAsk: (q: string, back: boolean) => void;
  onLeave: () => void;
}): ReactElement {
  const id = useId();
  const [text, setText] = useState(q);
  const [typing, setTyping] = useState(false);
  const [active, setActive] = useState<number>();
  const [known, setKnown] = useState(q);
  if (known !== q) {
    // The search was begun or ended elsewhere: by the page's address, or by Escape among the texts.
    setKnown(q);
    setText(q);
  }
  const terms = useCompletions(autocomplete, typing ? text : '');
  const isOpen = typing && terms.length > 0;
  const chosen = isOpen && active !== undefined ? terms[active] : undefined;

  const close = () => {
    setTyping(false);
    setActive(undefined);
  };
  const ask = (words: string, back = false) => {
    close();
    const wanted = words.trim();
    setText(wanted);
    if (wanted === '') onLeave();
    else onAsk(wanted, back);
  };
  const walk = (step: 1 | -1) => {
    setTyping(true);
    // Past either end is the field itself, with what was typed.
    const count = terms.length + 1;
    const to = ((active ?? terms.length) + step + count) % count;
    setActive(to === terms.length ? undefined : to);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        walk(event.key === 'ArrowDown' ? 1 : -1);
        break;
      case 'Enter':
        event.preventDefault();
        ask(chosen ?? text, event.shiftKey);
        break;
      case 'Escape':
        event.preventDefault();
        if (isOpen) close();
        else {
          setText('');
          onLeave();
        }
        break;
    }
  };

  return (
    <div className="desk-finder-field">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        role="combobox"
        aria-label={say('searchField')}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${active}`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder={say('searchHere')}
        title={say('searchKey')}
        maxLength={LONGEST_SEARCH}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setTyping(true);
          setActive(undefined);
        }}
        onKeyDown={press}
        onBlur={close}
      />
      {isOpen ? (
        <ul id={id} className="desk-terms" role="listbox" aria-label={say('searchTerms')}>
          {terms.map((term, index) => (
            <li
              key={term}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              // The field keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => ask(term)}
            >
              {term}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
