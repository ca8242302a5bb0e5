import { useId, useRef, useState, type ReactElement } from 'react';
import { say } from '../messages/messages.ts';

/** An address to read, to mark, and to copy by a button. */
export function CopyField({
  label,
  value,
  hint,
}: {
  label: string;
  value: string;
  hint?: string;
}): ReactElement {
  const [field, note] = [useId(), useId()];
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<{ value: string; copied: boolean }>();
  const copy = () => {
    void copied(value).then((done) => {
      setOutcome({ value, copied: done });
      // Where a page may not write to the clipboard (plain http), the keys still can.
      if (!done) input.current?.focus();
    });
  };
  const shown = outcome?.value === value ? outcome : undefined;
  return (
    <div className="desk-copy">
      <label htmlFor={field}>{label}</label>
      <div className="desk-copy-row">
        <input
          ref={input}
          id={field}
          type="text"
          readOnly
          dir="ltr"
          spellCheck={false}
          value={value}
          aria-describedby={hint === undefined ? undefined : note}
          onFocus={({ target }) => target.select()}
        />
        <button
          type="button"
          className="desk-copy-button"
          aria-label={say('copyThis', { what: label })}
          onClick={copy}
        >
          {shown?.copied === true ? say('copied') : say('copy')}
        </button>
      </div>
      {hint === undefined ? null : (
        <p className="desk-copy-hint" id={note}>
          {hint}
        </p>
      )}
      <p role="status" className={shown?.copied === false ? 'desk-copy-hint' : 'desk-unseen'}>
        {shown === undefined ? '' : shown.copied ? say('copied') : say('copyByKeys')}
      </p>
    </div>
  );
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
