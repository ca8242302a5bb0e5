import { useId, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { say, type MessageKey } from '../messages/messages.ts';
import { interfaceDirection } from '../state/interface-direction.ts';
import { useOwnName } from '../state/own-room.ts';
import type { PanelTab } from '../state/side-panel.ts';
import { Icon } from './icon.tsx';

/** What each tab is called, and what the panel is called while it shows that. */
const NAMES: Record<PanelTab, { tab: MessageKey; panel: MessageKey }> = {
  pages: { tab: 'pages', panel: 'pageList' },
  contents: { tab: 'contents', panel: 'contents' },
  hits: { tab: 'hits', panel: 'hitList' },
};

/** Beside scan and texts: the pages, the contents, or what was found; one at a time (ARIA 1.2 tabs). */
export function SidePanel({
  id,
  tabs,
  shown,
  onShow,
  onClose,
  children,
}: {
  id: string;
  /** Those that there are in this document. */
  tabs: readonly PanelTab[];
  shown: PanelTab;
  onShow: (tab: PanelTab) => void;
  onClose: () => void;
  /** What the tab shows. */
  children: ReactNode;
}): ReactElement {
  const named = useOwnName();
  const own = useId();
  const list = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const back = interfaceDirection() === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const forward = back === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const here = tabs.indexOf(shown);
    const to = { [back]: here - 1, [forward]: here + 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (tab === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onShow(tab);
    list.current?.querySelector<HTMLElement>(`[data-tab=${tab}]`)?.focus();
  };
  return (
    // The first class is that by which the room is laid out around a panel.
    <aside id={id} className="desk-hits desk-panel" aria-label={named(say(NAMES[shown].panel))}>
      <div className="desk-panel-head">
        <div ref={list} className="desk-panel-tabs" role="tablist" aria-label={say('panel')} onKeyDown={walk}>
          {tabs.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`${own}-${tab}`}
              data-tab={tab}
              aria-selected={tab === shown}
              aria-controls={tab === shown ? `${own}-panel` : undefined}
              tabIndex={tab === shown ? 0 : -1}
              onClick={() => onShow(tab)}
            >
              {say(NAMES[tab].tab)}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="desk-button"
          aria-label={say('close')}
          title={say('close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <div
        key={shown}
        id={`${own}-panel`}
        className="desk-panel-body"
        role="tabpanel"
        aria-labelledby={`${own}-${shown}`}
      >
        {children}
      </div>
    </aside>
  );
}
