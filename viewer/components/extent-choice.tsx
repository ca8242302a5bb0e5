import { useId, type ReactElement, type ReactNode } from 'react';

/** One of the parts of a document that something may be about, in a group of its own `fieldset`. */
export function ExtentChoice({
  group,
  name,
  isChosen,
  isOffered,
  onChoose,
  children,
}: {
  /** What the radio buttons of one group have in common. */
  group: string;
  name: string;
  isChosen: boolean;
  isOffered: boolean;
  onChoose: () => void;
  /** Which one that is, or why it cannot be had. */
  children: ReactNode;
}): ReactElement {
  const note = useId();
  return (
    <label className="desk-extent">
      <input
        type="radio"
        name={group}
        checked={isChosen}
        disabled={!isOffered}
        aria-describedby={note}
        onChange={onChoose}
      />
      <span className="desk-extent-name">{name}</span>
      <span className="desk-extent-note" id={note}>
        {children}
      </span>
    </label>
  );
}
