import { useId, useLayoutEffect, useRef, useState, type SubmitEvent, type ReactElement } from 'react';
import { say } from '../messages/messages.ts';
import { besideLink } from '../state/open-beside.ts';
import type { Unopened } from '../state/open-content.ts';

/** Asks for a document of any institution to stand beside the one that is read. */
export function OpenBeside(): ReactElement {
  const [field, note] = [useId(), useId()];
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'asking' | Unopened>('idle');
  const failure = typeof state === 'object' ? state : undefined;

  // The dialog shows itself after this is drawn, and gives the keyboard to what bears this attribute; React has none.
  useLayoutEffect(() => {
    const { current } = input;
    current?.setAttribute('autofocus', '');
    // Where this was long in coming, the dialog has been shown already.
    if (current?.closest('dialog')?.open === true) current.focus();
  }, []);

  const open = async (event: SubmitEvent) => {
    event.preventDefault();
    if (state === 'asking') return;
    setState('asking');
    const opening = await besideLink(input.current?.value ?? '', window.location.href, fetch);
    // Whoever has closed the dialog in the meantime wants nothing to be opened any more.
    if (input.current === null) return;
    if ('link' in opening) window.location.assign(opening.link);
    else {
      setState(opening);
      input.current.focus();
    }
  };

  return (
    <form className="desk-copy" noValidate onSubmit={(event) => void open(event)}>
      <label htmlFor={field}>{say('openBesideAddress')}</label>
      <div className="desk-copy-row">
        <input
          ref={input}
          id={field}
          type="url"
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          aria-invalid={failure === undefined ? undefined : true}
          aria-describedby={note}
          onChange={() => setState((before) => (before === 'asking' ? before : 'idle'))}
        />
        <button type="submit" className="desk-copy-button" aria-disabled={state === 'asking'}>
          {say('openBesideOpen')}
        </button>
      </div>
      <div id={note}>
        {failure === undefined ? null : (
          <p className="desk-beside-failure" role="alert">
            {failure.why}
          </p>
        )}
        <p className="desk-copy-hint">{say('openBesideHint')}</p>
      </div>
      <p role="status" className={state === 'asking' ? 'desk-copy-hint' : 'desk-unseen'}>
        {state === 'asking' ? say('besideAsking') : ''}
      </p>
    </form>
  );
}
