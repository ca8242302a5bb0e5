import type { ReactElement, RefObject } from 'react';
import { say } from '../messages/messages.ts';
import { interfaceDirection } from '../state/interface-direction.ts';
import { useOwnName } from '../state/own-room.ts';
import type { Turning } from '../state/turning.ts';
import { FolioField } from './folio-field.tsx';
import { Icon } from './icon.tsx';

/** The panel with the pages and the contents. */
export type PanelControl = {
  id: string;
  isOpen: boolean;
  onToggle: () => void;
  opener: RefObject<HTMLButtonElement | null>;
};

/** Which page is shown, and the way to those before and after it, and to all. */
export function Turner({ turning, panel }: { turning: Turning; panel: PanelControl }): ReactElement | null {
  const named = useOwnName();
  const { canvases, index, next, previous, direction, turnTo } = turning;
  if (canvases[index] === undefined) return null;
  const leads = (page: number) => (canvases[page] === undefined ? undefined : () => turnTo(page));
  return (
    <nav className="desk-turner" aria-label={named(say('pages'))}>
      <button
        ref={panel.opener}
        type="button"
        className="desk-button desk-panel-opener"
        aria-expanded={panel.isOpen}
        aria-controls={panel.isOpen ? panel.id : undefined}
        aria-label={say('panel')}
        title={say('panelHint')}
        onClick={panel.onToggle}
      >
        <Icon name="pages" />
      </button>
      {/* The next page is on the side where it is in the volume, whichever way the interface is written. */}
      <div className="desk-turner-steps" dir={direction}>
        <TurnButton icon="back" name={say('previousPage')} onTurn={leads(previous)} />
        <div dir={interfaceDirection()}>
          <FolioField {...turning} />
        </div>
        <TurnButton icon="forward" name={say('nextPage')} onTurn={leads(next)} />
      </div>
    </nav>
  );
}

/** Keeps its place and the keyboard's focus on the first and the last page, where it leads nowhere. */
function TurnButton({
  icon,
  name,
  onTurn,
}: {
  icon: 'back' | 'forward';
  name: string;
  onTurn: (() => void) | undefined;
}): ReactElement {
  return (
    <button
      type="button"
      className="desk-button"
      aria-label={name}
      title={name}
      aria-disabled={onTurn === undefined}
      onClick={onTurn}
    >
      <Icon name={icon} />
    </button>
  );
}
