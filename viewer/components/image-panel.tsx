import { useEffect, useId, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { say } from '../messages/messages.ts';
import { useOwnHeading } from '../state/own-room.ts';
import { Icon } from './icon.tsx';
import type { ImageFieldsProps } from './image-fields.tsx';
import { onRequest } from './on-request.tsx';

export const ImageFields = onRequest(async () => (await import('./image-fields.tsx')).ImageFields);

/** How the scan is shown: for carbons that are faint, stamps that cover, sheets that lie askew. */
export function ImagePanel({ onClose, ...fields }: ImageFieldsProps & { onClose: () => void }): ReactElement {
  const heading = useId();
  const Heading = useOwnHeading();
  const closing = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { current } = closing;
    // Where the fields are still on their way, Escape has to find somebody in here.
    if (current?.closest('dialog')?.contains(document.activeElement) === false) current.focus();
  }, []);
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
          ref={closing}
          type="button"
          className="desk-button"
          aria-label={say('close')}
          title={say('close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <ImageFields {...fields} />
    </dialog>
  );
}
