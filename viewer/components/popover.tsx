import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** A button and what it unfolds beneath it; Escape, a click elsewhere or the button itself fold it again. */
export function Popover({
  label,
  title,
  icon,
  className = '',
  children,
}: {
  label: string;
  title: string;
  icon: IconName;
  className?: string;
  children: ReactNode;
}): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();
  useEffect(() => {
    if (!isOpen) return undefined;
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && place.current?.contains(target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer, true);
    return () => document.removeEventListener('pointerdown', onPointer, true);
  }, [isOpen]);
  return (
    <div
      ref={place}
      className={`desk-popover ${className}`}
      {...(isOpen ? { 'data-keeps-keys': '' } : {})}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
      onBlur={({ relatedTarget }) => {
        // The Tab key leads out of it.
        if (relatedTarget instanceof Node && place.current?.contains(relatedTarget) !== true) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className="desk-button desk-button-worded"
        title={title}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panel : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={icon} />
        <span className="desk-popover-label">{label}</span>
      </button>
      {isOpen ? (
        <div id={panel} className="desk-popover-panel" role="group" aria-label={label}>
          {children}
        </div>
      ) : null}
    </div>
  );
}
