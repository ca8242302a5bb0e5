import {
  useEffectEvent,
  useEffect,
  useLayoutEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { findFolio, indexFolios, suggestFolios } from '../iiif/folio.ts';
import { say } from '../messages/messages.ts';
import { focusTexts } from '../state/held-focus.ts';
import { letterOf } from '../state/letter-keys.ts';
import { useOwnEscape } from '../state/own-escape.ts';
import { roomAround, useIsOwn } from '../state/own-room.ts';
import type { Turning } from '../state/turning.ts';

/** So many pages are offered at once. */
const MOST_OFFERED = 8;

/** A longer name nobody types. Characters. */
const LONGEST = 80;

/**
 * Which page is shown, as a field: whoever types what another one is called, or its number, goes there by Enter (ARIA
 * 1.2 combobox with a listbox).
 */
export function FolioField({ canvases, index, turnTo }: Turning): ReactElement {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const cameFrom = useRef<Element | null>(null);
  /** What the field said when the reader went to another page by it. */
  const left = useRef<string>(undefined);
  const label = canvases[index]?.label ?? '';
  /** What is typed; undefined while the field says where one is. */
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState<number>();
  /** What nothing is called, and what is near it. */
  const [unknown, setUnknown] = useState<{ typed: string; nearest: number | undefined }>();
  const folios = useMemo(() => indexFolios(canvases.map((canvas) => canvas.label)), [canvases]);
  const offered = useMemo(() => {
    if (unknown !== undefined) return unknown.nearest === undefined ? [] : [unknown.nearest];
    return typed === undefined ? [] : suggestFolios(folios, typed, MOST_OFFERED);
  }, [folios, typed, unknown]);
  const isOpen = offered.length > 0;
  const chosen = active === undefined ? undefined : offered[active];

  const close = () => {
    setTyped(undefined);
    setActive(undefined);
    setUnknown(undefined);
  };
  const go = (page: number) => {
    left.current = label;
    close();
    turnTo(page);
  };
  useLayoutEffect(() => {
    if (left.current === undefined) return;
    // At once, and again when it says the new page's name: what is typed next takes its place.
    if (typed === undefined && document.activeElement === field.current) field.current?.select();
    if (typed !== undefined || label !== left.current) left.current = undefined;
  }, [label, typed]);
  const enter = () => {
    if (chosen !== undefined) {
      go(chosen);
      return;
    }
    if (typed === undefined || typed.trim() === '') {
      close();
      return;
    }
    const found = findFolio(folios, typed);
    if (found.kind === 'page') go(found.page);
    else {
      setActive(undefined);
      setUnknown({ typed: typed.trim(), nearest: found.nearest });
    }
  };
  const walk = (step: 1 | -1) => {
    if (!isOpen) return;
    // Past either end is the field itself, with what was typed.
    const count = offered.length + 1;
    const to = ((active ?? offered.length) + step + count) % count;
    setActive(to === offered.length ? undefined : to);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 } as const;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      walk(step[event.key]);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    }
  };
  useOwnEscape('.desk-folio', () => {
    if (typed !== undefined || unknown !== undefined) close();
    else {
      // Back to where the key that led here was pressed; a row there has gone with its page.
      const { current } = cameFrom;
      if (current instanceof HTMLElement && current.isConnected && current !== document.body) current.focus();
      else focusTexts(roomAround(field.current));
    }
    return true;
  });

  const isOwn = useIsOwn();
  const lead = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (!isOwn(event.target) || letterOf(event) !== 'g' || field.current === null) return;
    event.preventDefault();
    cameFrom.current = document.activeElement;
    field.current.focus();
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => lead(event);
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);

  const shown = typed ?? label;
  return (
    <span className="desk-folio">
      <span className="desk-folio-box">
        {/* Gives the field the width of its words: it lies under it, and is the same words. */}
        <span className="desk-folio-width" aria-hidden="true">
          {shown}
        </span>
        <input
          ref={field}
          className="desk-folio-field"
          type="text"
          enterKeyHint="go"
          role="combobox"
          aria-label={say('folioField')}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-activedescendant={chosen === undefined ? undefined : `${id}-${active}`}
          aria-invalid={unknown === undefined ? undefined : true}
          aria-describedby={`${id}-count${unknown === undefined ? '' : ` ${id}-unknown`}`}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          title={say('folioHint')}
          maxLength={LONGEST}
          size={1}
          value={shown}
          onFocus={({ target }) => target.select()}
          // A click puts the caret where it was made, after the focus has come.
          onClick={({ currentTarget }) => {
            if (typed === undefined) currentTarget.select();
          }}
          onChange={({ target }) => {
            setTyped(target.value);
            setActive(undefined);
            setUnknown(undefined);
          }}
          onKeyDown={press}
          onBlur={close}
        />
      </span>
      <span id={`${id}-count`} className="desk-folio-count">
        {say('pageCount', { number: index + 1, count: canvases.length })}
      </span>
      {isOpen || unknown !== undefined ? (
        <span className="desk-folio-drop">
          {unknown === undefined ? null : (
            <span id={`${id}-unknown`} className="desk-folio-unknown" role="alert">
              {unknown.nearest === undefined
                ? say('folioUnknown', { typed: unknown.typed, count: canvases.length })
                : say('folioUnknownNear', { typed: unknown.typed })}
            </span>
          )}
          {isOpen ? (
            <span id={id} role="listbox" aria-label={say('pages')}>
              {offered.map((page, place) => (
                <span
                  key={page}
                  id={`${id}-${place}`}
                  role="option"
                  aria-selected={place === active}
                  // The field keeps the focus.
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => go(page)}
                >
                  <span>{canvases[page]?.label}</span>
                  <span className="desk-folio-number">
                    {say('pageCount', { number: page + 1, count: canvases.length })}
                  </span>
                </span>
              ))}
            </span>
          ) : null}
        </span>
      ) : null}
    </span>
  );
}
