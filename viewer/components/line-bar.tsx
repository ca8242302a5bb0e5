import type { ReactElement } from 'react';
import { say } from '../messages/messages.ts';
import { Icon } from './icon.tsx';

export type LineDialog = 'evidence' | 'cite' | 'share';

/** On a phone, where the bar has no room for it: what can be done with the line that is chosen, under the thumb. */
export function LineBar({ onOpen }: { onOpen: (dialog: LineDialog) => void }): ReactElement {
  const button = (dialog: LineDialog, icon?: 'cite' | 'share') => (
    <button type="button" className="desk-button" aria-haspopup="dialog" onClick={() => onOpen(dialog)}>
      {icon === undefined ? null : <Icon name={icon} />}
      {say(dialog)}
    </button>
  );
  return (
    <div className="desk-line-bar" role="group" aria-label={say('lineChosen')}>
      {button('evidence')}
      {button('cite', 'cite')}
      {button('share', 'share')}
    </div>
  );
}
