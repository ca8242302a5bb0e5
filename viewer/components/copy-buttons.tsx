import { useEffect, useRef, useState, type ReactElement } from 'react';
import { say } from '../messages/messages.ts';
import { copyToClipboard, type Copied } from '../state/clipboard.ts';

/** A form in which something can be copied. `words`: what its button says, where there is no other beside it to be told from. */
export type CopyForm = { name: string; words?: string; copied: Copied };

/** A button for each form. Where the page may not write to the clipboard, the words are there to be marked. */
export function CopyButtons({ label, forms }: { label: string; forms: readonly CopyForm[] }): ReactElement {
  const [outcome, setOutcome] = useState<{ form: CopyForm; isDone: boolean }>();
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = forms.find(
    ({ name, copied }) => outcome?.form.name === name && outcome.form.copied.plain === copied.plain,
  );
  const isDone = shown !== undefined && outcome?.isDone === true;
  const isRefused = shown !== undefined && outcome?.isDone === false;
  useEffect(() => {
    if (isRefused) field.current?.select();
  }, [isRefused]);
  return (
    <div className="desk-copies" role="group" aria-label={label}>
      {forms.map((form) => (
        <button
          key={form.name}
          type="button"
          className="desk-copy-button"
          aria-label={say('copyThis', { what: form.name })}
          onClick={() => {
            void copyToClipboard(form.copied).then((done) => setOutcome({ form, isDone: done }));
          }}
        >
          {isDone && form.name === shown.name ? say('copied') : (form.words ?? form.name)}
        </button>
      ))}
      {isRefused ? (
        <textarea
          ref={field}
          className="desk-copies-words"
          readOnly
          dir="auto"
          rows={5}
          aria-label={shown.name}
          value={shown.copied.html ?? shown.copied.plain}
        />
      ) : null}
      <p role="status" className={isRefused ? 'desk-copy-hint' : 'desk-unseen'}>
        {isDone ? say('copied') : isRefused ? say('copyWordsByKeys') : ''}
      </p>
    </div>
  );
}
