import {
  useEffect,
  useId,
  useRef,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { say } from '../messages/messages.ts';
import { Icon } from './icon.tsx';

/**
 * A dialog of the room under its bar; on a phone a sheet. It is closed by its button, by Escape, and by a click beside
 * it, and gives the keyboard back to what opened it.
 * @param children made only while it is open.
 */
export function Dialog({
  isOpen,
  title,
  isWide = false,
  onClose,
  children,
}: {
  isOpen: boolean;
  title: string;
  isWide?: boolean;
  onClose: () => void;
  children: () => ReactNode;
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const outside = useRef(false);
  const heading = useId();
  useEffect(() => {
    if (isOpen && dialog.current?.open === false) dialog.current.showModal();
    if (!isOpen && dialog.current?.open === true) dialog.current.close();
  }, [isOpen, title]);
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      className={`desk-dialog${isWide ? ' desk-dialog-wide' : ''}`}
      aria-labelledby={heading}
      onClose={() => {
        // It tells of its closing a little later: by then another may have been opened in its place.
        if (dialog.current?.open !== true) onClose();
      }}
      onPointerDown={({ target }: PointerEvent) => {
        outside.current = target === dialog.current;
      }}
      onClick={({ target }: MouseEvent) => {
        // The dialog's own box is filled by what is in it: what is hit of the dialog itself lies around it. Whoever
        // marks an address and lets go outside has not hit it.
        if (target === dialog.current && outside.current) close();
      }}
    >
      {!isOpen ? null : (
        <div className="desk-dialog-body">
          <div className="desk-dialog-head">
            <h2 id={heading}>{title}</h2>
            <button
              type="button"
              className="desk-button"
              aria-label={say('close')}
              title={say('close')}
              onClick={close}
            >
              <Icon name="close" />
            </button>
          </div>
          {children()}
        </div>
      )}
    </dialog>
  );
}
