import { type ReactElement, type Ref } from 'react';
import { say, type MessageKey } from '../messages/messages.ts';
import type { FullScreen } from '../state/full-screen.ts';
import { keyOf, type ScanAct } from '../state/keys.ts';
import { Icon, type IconName } from './icon.tsx';

/** Nearer, farther, the whole page again; how the image is shown, the lines on it, and the room on the whole screen. */
export function ZoomControls({
  onAct,
  opener,
  isPanelOpen,
  onPanel,
  hasLines,
  fullScreen,
}: {
  onAct: (act: ScanAct) => void;
  /** The button that opens the panel, to which the focus returns. */
  opener: Ref<HTMLButtonElement>;
  isPanelOpen: boolean;
  onPanel: () => void;
  hasLines: boolean;
  fullScreen: FullScreen | undefined;
}): ReactElement {
  return (
    <div className="desk-zoom" role="group" aria-label={say('scanTools')}>
      <ActButton act="zoomIn" icon="plus" name="zoomIn" onAct={onAct} />
      <ActButton act="zoomOut" icon="minus" name="zoomOut" onAct={onAct} />
      <ActButton act="wholePage" name="wholePage" narrowIcon="page" onAct={onAct} />
      <button
        ref={opener}
        type="button"
        className="desk-button desk-button-worded desk-button-apart"
        title={say('imageTools')}
        aria-haspopup="dialog"
        aria-expanded={isPanelOpen}
        onClick={onPanel}
      >
        {say('image')}
      </button>
      <ActButton act="lines" name="showLines" word="lines" isPressed={hasLines} onAct={onAct} />
      {fullScreen === undefined ? null : (
        <ActButton
          act="fullScreen"
          icon={fullScreen.isFull ? 'shrink' : 'expand'}
          name="fullScreen"
          isPressed={fullScreen.isFull}
          onAct={onAct}
        />
      )}
    </div>
  );
}

/** With a drawing that everyone knows, or with its name or a shorter word of it. */
function ActButton({
  act,
  icon,
  name,
  word = name,
  narrowIcon,
  isPressed,
  onAct,
}: {
  act: ScanAct;
  icon?: 'plus' | 'minus' | 'expand' | 'shrink';
  name: MessageKey;
  word?: MessageKey;
  /** Takes the place of the word where there is no room for that. */
  narrowIcon?: IconName;
  isPressed?: boolean;
  onAct: (act: ScanAct) => void;
}): ReactElement {
  const key = keyOf(act);
  return (
    <button
      type="button"
      className={`desk-button${icon === undefined ? ' desk-button-worded' : ''}`}
      title={say('withKey', { what: say(name), key })}
      aria-label={say(name)}
      aria-pressed={isPressed}
      aria-keyshortcuts={key === '+' ? 'Plus' : key}
      onClick={() => onAct(act)}
    >
      {icon === undefined ? <span className="desk-button-word">{say(word)}</span> : <Icon name={icon} />}
      {narrowIcon === undefined ? null : (
        <span className="desk-button-icon">
          <Icon name={narrowIcon} />
        </span>
      )}
    </button>
  );
}
