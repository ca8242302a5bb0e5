import type { ReactElement } from 'react';
import { say, type MessageKey } from '../messages/messages.ts';
import { Icon } from './icon.tsx';

export type LineDialog = 'evidence' | 'cite' | 'share';

/** On a phone, where the bar has no room for it: what can be done with the line that is chosen, under the thumb. */
export function LineBar({ onOpen }: { onOpen: (dialog: LineDialog) => void }): ReactElement {
  const button = (dialog: LineDialog, name: MessageKey, icon?: 'cite' | 'share') => (
    <button type="button" className="desk-button" aria-haspopup="dialog" onClick={() => onOpen(dialog)}>
      {icon === undefined ? null : <Icon name={icon} />}
      {say(name)}
    </button>
  );
  return (
    <div className="desk-line-bar" role="group" aria-label={say('lineChosen')}>
      {button('evidence', 'evidenceShort')}
      {button('cite', 'citeShort', 'cite')}
      {button('share', 'share', 'share')}
    </div>
  );
}
