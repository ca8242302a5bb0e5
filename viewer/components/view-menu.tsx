import { useId, type ReactElement, type ReactNode } from 'react';
import { say, type MessageKey } from '../messages/messages.ts';
import { interfaceDirection } from '../state/interface-direction.ts';
import { useNarrow, useStacked } from '../state/narrow.ts';
import type { Panes } from '../state/panes.ts';
import {
  READING_MODES,
  STEPS,
  withPane,
  type Preferences,
  type ReadingMode,
  type ScanSide,
} from '../state/preferences.ts';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';
import { nameOfText } from './text-name.ts';

type Layout = { name: MessageKey; sets: Pick<Preferences, 'scan' | 'texts'> & { side?: ScanSide } };

/**
 * How scan and texts share the room, as one choice. The side that is preferred as `left` is where reading begins, so that
 * the scan comes first for everybody, and an address that names it first (`panes=scan,…`) means the same in every
 * language; only what the choice is called tells where that is.
 */
const layouts = (isRightToLeft: boolean): readonly Layout[] => [
  { name: isRightToLeft ? 'layoutRight' : 'layoutLeft', sets: { side: 'left', scan: true, texts: true } },
  { name: isRightToLeft ? 'layoutLeft' : 'layoutRight', sets: { side: 'right', scan: true, texts: true } },
  { name: 'layoutTop', sets: { side: 'top', scan: true, texts: true } },
  { name: 'layoutTexts', sets: { scan: false, texts: true } },
  { name: 'layoutScan', sets: { scan: true, texts: false } },
];

/** Where the scan stands above whatever one likes elsewhere, as on a phone; that is not changed by what is chosen here. */
const STACKED: readonly Layout[] = [
  { name: 'layoutTop', sets: { scan: true, texts: true } },
  { name: 'layoutTexts', sets: { scan: false, texts: true } },
  { name: 'layoutScan', sets: { scan: true, texts: false } },
];

const MODES: Record<ReadingMode, MessageKey> = { faithful: 'modeFaithful', reading: 'modeReading' };

/** Which panes there are and how texts are set: what a reader chooses once and for all documents. */
export function ViewMenu({ panes }: { panes: Panes }): ReactElement {
  const { preferences, prefer, texts, columns, choose } = panes;
  const name = useId();
  const keys = columns.map(({ key }) => key);
  const { size, spacing } = preferences;
  const isStacked = useStacked();
  const isNarrow = useNarrow();
  return (
    <Popover label={say('view')} title={say('viewExplained')} icon="view">
      <Group legend={say('layout')}>
        {(isStacked ? STACKED : layouts(interfaceDirection() === 'rtl')).map(({ name: layout, sets }) => (
          <Choice
            key={layout}
            type="radio"
            name={`${name}-layout`}
            isChosen={
              sets.scan === preferences.scan &&
              sets.texts === preferences.texts &&
              (sets.side ?? preferences.side) === preferences.side
            }
            onChange={() => prefer(sets)}
          >
            {say(layout)}
          </Choice>
        ))}
      </Group>
      {texts.length === 0 ? null : (
        <Group legend={say('columns')}>
          {texts.map((text) => (
            <Choice
              key={text.key}
              type="checkbox"
              isChosen={keys.includes(text.key)}
              onChange={(isChosen) => {
                if (isChosen) choose([...keys, text.key], withPane(preferences, 'texts', true));
                else choose(keys.filter((key) => key !== text.key));
              }}
            >
              {nameOfText(text, texts)}
            </Choice>
          ))}
        </Group>
      )}
      <Group legend={say('lineBreaks')}>
        {READING_MODES.map((mode) => (
          <Choice
            key={mode}
            type="radio"
            name={`${name}-mode`}
            isChosen={preferences.mode === mode}
            onChange={() => prefer({ mode })}
          >
            {say(MODES[mode])}
          </Choice>
        ))}
      </Group>
      <Group legend={say('type')}>
        <Stepper
          label={say('typeSize')}
          value={size}
          bounds={STEPS.size}
          onStep={(next) => prefer({ size: next })}
        />
        <Stepper
          label={say('typeSpacing')}
          value={spacing}
          bounds={STEPS.spacing}
          onStep={(next) => prefer({ spacing: next })}
        />
      </Group>
      <Group legend={say('scan')}>
        <Choice type="checkbox" isChosen={preferences.follow} onChange={(follow) => prefer({ follow })}>
          {say('scanFollows')}
        </Choice>
        {/* A phone has no room for two pages. */}
        {isNarrow ? null : (
          <Choice type="checkbox" isChosen={preferences.book} onChange={(book) => prefer({ book })}>
            {say('bookView')}
          </Choice>
        )}
      </Group>
    </Popover>
  );
}

function Group({ legend, children }: { legend: string; children: ReactNode }): ReactElement {
  return (
    <fieldset className="desk-view-group">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

function Choice({
  type,
  name,
  isChosen,
  onChange,
  children,
}: {
  type: 'radio' | 'checkbox';
  name?: string;
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
  children: ReactNode;
}): ReactElement {
  return (
    <label className="desk-view-choice">
      <input {...{ type, name }} checked={isChosen} onChange={({ target }) => onChange(target.checked)} />
      <span>{children}</span>
    </label>
  );
}

/** Smaller, larger, and what it is now: steps from the usual. */
function Stepper({
  label,
  value,
  bounds: { least, most },
  onStep,
}: {
  label: string;
  value: number;
  bounds: { least: number; most: number };
  onStep: (value: number) => void;
}): ReactElement {
  const id = useId();
  const button = (step: 1 | -1, icon: 'plus' | 'minus', name: MessageKey) => (
    <button
      type="button"
      className="desk-button"
      aria-label={say(name, { what: label })}
      title={say(name, { what: label })}
      aria-disabled={value + step < least || value + step > most}
      onClick={() => {
        if (value + step >= least && value + step <= most) onStep(value + step);
      }}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div className="desk-stepper" role="group" aria-labelledby={id}>
      <span id={id}>{label}</span>
      {button(-1, 'minus', 'typeLess')}
      <output aria-live="polite">
        {/* Between words from the right the sign would change sides. */}
        {value === 0 ? say('usual') : <bdi dir="ltr">{value > 0 ? `+${value}` : `−${-value}`}</bdi>}
      </output>
      {button(1, 'plus', 'typeMore')}
    </div>
  );
}
