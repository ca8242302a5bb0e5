import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { letterOf } from './letter-keys.ts';
import { useNarrow } from './narrow.ts';
import { useOwnEscape } from './own-escape.ts';
import { roomAround, useIsOwn } from './own-room.ts';

export type PanelTab = 'pages' | 'contents' | 'hits';

export type PanelState = {
  /** Undefined while the panel is shut. */
  shown: PanelTab | undefined;
  /** Opens the panel there; or shuts it, where it shows just that. */
  toggle: (tab: PanelTab) => void;
  show: (tab: PanelTab) => void;
  shut: () => void;
  /** Where it lies over the text it would hide what it leads to. */
  onChosen: () => void;
  /** What opens it, and takes the focus when it is shut. */
  opener: RefObject<HTMLButtonElement | null>;
};

/**
 * Which of its tabs the panel shows, if it is open. When it is shut the focus goes back to where it was when it was
 * opened, if that still is there, else to its button: never to nowhere.
 *
 * @param tabs those that this document has.
 */
export function usePanel(tabs: readonly PanelTab[]): PanelState {
  const isNarrow = useNarrow();
  const [wanted, setWanted] = useState<PanelTab>();
  /** The tab of the pages that was shown last, to open again. */
  const [last, setLast] = useState<PanelTab>('pages');
  const opener = useRef<HTMLButtonElement>(null);
  const before = useRef<Element | null>(null);
  // The list of hits goes with its search.
  const shown = wanted !== undefined && tabs.includes(wanted) ? wanted : undefined;

  const show = (tab: PanelTab) => {
    if (shown === undefined) before.current = document.activeElement;
    setWanted(tab);
    if (tab !== 'hits') setLast(tab);
  };
  const shut = () => {
    const isInside = document.activeElement?.closest('.desk-panel') ?? null;
    setWanted(undefined);
    if (isInside === null) return;
    const { current } = before;
    const isThere =
      current instanceof HTMLElement &&
      current.isConnected &&
      current !== document.body &&
      current.checkVisibility();
    (isThere ? current : opener.current)?.focus({ preventScroll: true });
  };
  const toggle = (tab: PanelTab) => {
    const to = tab === 'pages' && tabs.includes(last) ? last : tab;
    if (shown === to || (tab === 'pages' && shown !== undefined && shown !== 'hits')) shut();
    else show(to);
  };

  useOwnEscape('.desk-panel', () => {
    shut();
    return true;
  });
  const isOwn = useIsOwn();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isOwn(event.target) || letterOf(event) !== 't' || !tabs.includes('pages')) return;
    event.preventDefault();
    const isOpening = shown === undefined || shown === 'hits';
    toggle('pages');
    // Whoever opens it by a key goes on there by keys.
    if (isOpening)
      window.requestAnimationFrame(() => {
        const room = roomAround(opener.current) ?? document;
        room.querySelector<HTMLElement>('.desk-panel-body [tabindex="0"]')?.focus();
      });
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);

  return {
    ...{ shown, toggle, show, shut, opener },
    onChosen: () => {
      if (isNarrow) shut();
    },
  };
}
