import { useId, type KeyboardEvent, type ReactElement } from 'react';
import { say } from '../messages/messages.ts';
import { Icon } from './icon.tsx';
import type { ImageFieldsProps } from './image-fields.tsx';
import { onRequest } from './on-request.tsx';

export const ImageFields = onRequest(async () => (await import('./image-fields.tsx')).ImageFields);

/** How the scan is shown: for carbons that are faint, stamps that cover, sheets that lie askew. */
export function ImagePanel({ onClose, ...fields }: ImageFieldsProps & { onClose: () => void }): ReactElement {
  const heading = useId();
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
        <h2 id={heading}>{say('imageTools')}</h2>
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
      <ImageFields {...fields} />
    </dialog>
  );
}
