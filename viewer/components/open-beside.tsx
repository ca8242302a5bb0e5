import { useId, useLayoutEffect, useRef, useState, type SubmitEvent, type ReactElement } from 'react';
import { say } from '../messages/messages.ts';
import { besideLink } from '../state/open-beside.ts';
import type { Unopened } from '../state/open-content.ts';
import type { Reader } from '../state/reader.ts';
import { ArchiveList } from './archive-list.tsx';

/** What the reader did last: chose a document, or gave an address. */
type Way = 'list' | 'address';

/** Asks for a document of the same archive, or of any institution, to stand beside the one that is read. */
export function OpenBeside({ reader }: { reader: Reader }): ReactElement {
  const { collection } = reader.manifest;
  const [field, note] = [useId(), useId()];
  const contents = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'asking' | (Unopened & { way: Way })>('idle');
  const failure = typeof state === 'object' ? state : undefined;
  // Fingers drag nothing from one page into another.
  const [isTouched] = useState(() => window.matchMedia('(hover: none)').matches);

  // The dialog shows itself after this is drawn, and gives the keyboard to what bears this attribute; React has none.
  useLayoutEffect(() => {
    const first = contents.current?.querySelector('input');
    first?.setAttribute('autofocus', '');
    // Where this was long in coming, the dialog has been shown already.
    if (first?.closest('dialog')?.open === true) first.focus();
  }, []);

  const open = async (text: string, way: Way) => {
    if (state === 'asking') return;
    setState('asking');
    const opening = await besideLink(text, window.location.href, fetch);
    // Whoever has closed the dialog in the meantime wants nothing to be opened any more.
    if (input.current === null) return;
    if ('link' in opening) {
      window.location.assign(opening.link);
      return;
    }
    setState({ ...opening, way });
    if (way === 'address') input.current.focus();
  };

  const why = (way: Way) =>
    failure?.way !== way ? null : (
      <p className="desk-beside-failure" role="alert">
        {failure.why}
      </p>
    );
  return (
    <div ref={contents} className="desk-beside">
      {collection === undefined ? null : (
        <>
          <ArchiveList
            start={collection}
            read={reader.mount.manifest}
            language={reader.mount.language}
            onChoose={(address) => void open(address, 'list')}
          />
          {why('list')}
        </>
      )}
      <form
        className="desk-copy"
        noValidate
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void open(input.current?.value ?? '', 'address');
        }}
      >
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
            aria-invalid={failure?.way === 'address' ? true : undefined}
            aria-describedby={note}
            onChange={() => setState((before) => (before === 'asking' ? before : 'idle'))}
          />
          <button type="submit" className="desk-copy-button" aria-disabled={state === 'asking'}>
            {say('openBesideOpen')}
          </button>
        </div>
        <div id={note}>
          {why('address')}
          <p className="desk-copy-hint">{say(isTouched ? 'openBesideHintTouch' : 'openBesideHint')}</p>
        </div>
        <p role="status" className={state === 'asking' ? 'desk-copy-hint' : 'desk-unseen'}>
          {state === 'asking' ? say('besideAsking') : ''}
        </p>
      </form>
    </div>
  );
}
