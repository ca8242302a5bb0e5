import { useEffect, useState } from 'react';
import { readDropped } from './dropped.ts';
import type { Surroundings } from './mount.ts';

export type DropState = 'none' | 'over' | 'refused';

/**
 * Lets the whole window take what other pages offer to viewers by drag and drop (Content State 1.0 §3.4), and goes
 * there. Other things that are dropped are the browser's affair.
 */
export function useDropTarget({ viewer }: Pick<Surroundings, 'viewer'>): DropState {
  const [state, setState] = useState<DropState>('none');
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!isText(event.dataTransfer)) return;
      event.preventDefault();
      setState('over');
    };
    const onLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setState('none');
    };
    const onDrop = (event: DragEvent) => {
      const dropped = readDropped(event.dataTransfer?.getData('text/plain') ?? '', { viewer });
      setState(dropped.kind === 'refused' ? 'refused' : 'none');
      if (dropped.kind === 'other') return;
      event.preventDefault();
      if (dropped.kind === 'link') window.location.assign(dropped.link);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [viewer]);
  return state;
}

/** Files are not: a browser opens them itself. */
function isText(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('text/plain') === true && !transfer.types.includes('Files');
}
