import { useId, type ReactElement } from 'react';
import { say } from '../messages/messages.ts';

/** How two texts are set beside each other: by whole lines, or by sentences, which cut lines where they end. */
export type RowUnit = 'sentences' | 'lines';

export type RowToolsProps = {
  /** Undefined where rows of both kinds would be the same. */
  unit: RowUnit | undefined;
  onUnit: (unit: RowUnit) => void;
  /** Undefined where a machine has linked nothing. */
  confirmedOnly: boolean | undefined;
  onConfirmedOnly: (value: boolean) => void;
};

/** What a reader may choose of rows that were joined by links; nothing where there is nothing to choose. */
export function RowTools({
  unit,
  onUnit,
  confirmedOnly,
  onConfirmedOnly,
}: RowToolsProps): ReactElement | null {
  const name = useId();
  if (unit === undefined && confirmedOnly === undefined) return null;
  return (
    <div className="desk-tools">
      {unit === undefined ? null : (
        <fieldset className="desk-units">
          <legend className="desk-unseen">{say('rowUnit')}</legend>
          {(['sentences', 'lines'] as const).map((choice) => (
            <label key={choice}>
              <input type="radio" name={name} checked={unit === choice} onChange={() => onUnit(choice)} />
              <span>{say(choice)}</span>
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
