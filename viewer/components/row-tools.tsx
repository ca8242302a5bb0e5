import { useId, type ReactElement } from 'react';
import { say, type MessageKey } from '../messages/messages.ts';
import { ROW_UNITS, type RowUnit } from '../state/grids.ts';

export type RowToolsProps = {
  /** Those of which rows differ from those of the others; none if all would be the same. */
  units: ReadonlySet<RowUnit>;
  unit: RowUnit;
  onUnit: (unit: RowUnit) => void;
  /** Undefined where a machine has linked nothing. */
  confirmedOnly: boolean | undefined;
  onConfirmedOnly: (value: boolean) => void;
};

/** What a reader may choose of rows that were joined by links; nothing where there is nothing to choose. */
export function RowTools({
  units,
  unit,
  onUnit,
  confirmedOnly,
  onConfirmedOnly,
}: RowToolsProps): ReactElement | null {
  const name = useId();
  if (units.size === 0 && confirmedOnly === undefined) return null;
  const offered = ROW_UNITS.filter((choice) => units.has(choice));
  // What was chosen elsewhere makes the rows of sentences here, or of lines.
  const shown = units.has(unit) ? unit : (offered.find((choice) => choice === 'sentences') ?? 'lines');
  return (
    <div className="desk-tools">
      {offered.length === 0 ? null : (
        <fieldset className="desk-units">
          <legend className="desk-unseen">{say('rowUnit')}</legend>
          {offered.map((choice) => (
            <label key={choice}>
              <input type="radio" name={name} checked={shown === choice} onChange={() => onUnit(choice)} />
              <span>{say(UNITS[choice])}</span>
            </label>
          ))}
        </fieldset>
      )}
      {confirmedOnly === undefined ? null : (
        <label className="desk-check" title={say('confirmedOnlyExplained')}>
          <input
            type="checkbox"
            checked={confirmedOnly}
            onChange={({ target }) => onConfirmedOnly(target.checked)}
          />
          <span>{say('confirmedOnly')}</span>
        </label>
      )}
    </div>
  );
}

const UNITS: Record<RowUnit, MessageKey> = {
  lines: 'lines',
  sentences: 'sentences',
  paragraphs: 'paragraphs',
};
