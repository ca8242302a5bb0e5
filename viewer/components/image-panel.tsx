import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { say, spokenLanguage } from '../messages/messages.ts';
import { isPlain, REACH, turnedBy, type ImageSettings } from '../state/image-settings.ts';
import { useOwnHeading } from '../state/own-room.ts';
import { Icon } from './icon.tsx';

/** How the scan is shown: for carbons that are faint, stamps that cover, sheets that lie askew. */
export function ImagePanel({
  settings,
  onChange,
  onTurn,
  onReset,
  onClose,
}: {
  settings: ImageSettings;
  onChange: (settings: ImageSettings) => void;
  /** Turns it further, by degrees clockwise. */
  onTurn: (degrees: number) => void;
  onReset: () => void;
  onClose: () => void;
}): ReactElement {
  const heading = useId();
  const Heading = useOwnHeading();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    // Not a modal one: the scan can be moved meanwhile, and Tab leads on.
    <dialog
      open
      className="desk-image"
      aria-labelledby={heading}
      onKeyDown={({ key }: KeyboardEvent) => {
        if (key === 'Escape') onClose();
      }}
    >
      <div className="desk-image-head">
        <Heading id={heading}>{say('imageTools')}</Heading>
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
      <Slider
        field={first}
        label={say('imageContrast')}
        value={settings.contrast}
        {...REACH.contrast}
        onChange={(contrast) => onChange({ ...settings, contrast })}
      />
      <Slider
        label={say('imageBrightness')}
        value={settings.brightness}
        {...REACH.brightness}
        onChange={(brightness) => onChange({ ...settings, brightness })}
      />
      <div className="desk-image-ticks">
        <Tick
          label={say('imageNegative')}
          checked={settings.negative}
          onChange={(negative) => onChange({ ...settings, negative })}
        />
        <Tick
          label={say('imageGrey')}
          checked={settings.grey}
          onChange={(grey) => onChange({ ...settings, grey })}
        />
      </div>
      <Turning settings={settings} onChange={onChange} />
      <div className="desk-image-turns">
        <button type="button" className="desk-image-action" onClick={() => onTurn(-90)}>
          <Icon name="turnLeft" />
          {say('turnLeft')}
        </button>
        <button type="button" className="desk-image-action" onClick={() => onTurn(90)}>
          <Icon name="turnRight" />
          {say('turnRight')}
        </button>
      </div>
      <button
        type="button"
        className="desk-image-action desk-image-reset"
        aria-disabled={isPlain(settings)}
        onClick={() => {
          if (!isPlain(settings)) onReset();
        }}
      >
        {say('imageReset')}
      </button>
    </dialog>
  );
}

function Slider({
  field,
  label,
  value,
  least,
  most,
  onChange,
}: {
  field?: React.Ref<HTMLInputElement>;
  label: string;
  /** In per cent. */
  value: number;
  least: number;
  most: number;
  onChange: (value: number) => void;
}): ReactElement {
  const percent = say('percent', { percent: value });
  return (
    <label className="desk-image-line">
      <span>{label}</span>
      <input
        ref={field}
        type="range"
        min={least}
        max={most}
        step={5}
        value={value}
        aria-label={label}
        aria-valuetext={percent}
        onChange={({ target }) => onChange(target.valueAsNumber)}
      />
      <span className="desk-image-value" aria-hidden="true">
        {percent}
      </span>
    </label>
  );
}

function Tick({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}): ReactElement {
  return (
    <label className="desk-image-tick">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}

/** By hand with a slider, and exactly with a number. */
function Turning({
  settings,
  onChange,
}: {
  settings: ImageSettings;
  onChange: (settings: ImageSettings) => void;
}): ReactElement {
  const { degrees } = settings;
  // While it is typed it is no number yet: a minus, a comma at the end.
  const [typed, setTyped] = useState<string>();
  const name = useId();
  const type = (value: string) => {
    setTyped(value);
    const number = Number(value.replace(',', '.'));
    if (value.trim() !== '' && Number.isFinite(number)) onChange(turnedBy(settings, number));
  };
  return (
    <div className="desk-image-line" role="group" aria-labelledby={name}>
      <span id={name}>{say('imageTurn')}</span>
      <input
        type="range"
        min={-180}
        max={180}
        step={1}
        value={degrees}
        aria-label={say('imageTurn')}
        aria-valuetext={say('imageDegrees', { degrees })}
        onChange={({ target }) => onChange(turnedBy(settings, target.valueAsNumber))}
      />
      <span className="desk-image-value desk-image-degrees">
        <input
          type="text"
          autoComplete="off"
          size={5}
          maxLength={7}
          value={typed ?? degrees.toLocaleString(spokenLanguage())}
          aria-label={say('imageTurnDegrees')}
          onChange={({ target }) => type(target.value)}
          onBlur={() => setTyped(undefined)}
        />
        °
      </span>
    </div>
  );
}
