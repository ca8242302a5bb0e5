import { useEffect, useState } from 'react';
import { say } from '../messages/messages.ts';
import { isDroppable } from './droppable.ts';
import type { Surroundings } from './mount.ts';

/** Where something can be dropped: in place of the document, or beside it. */
export type DropZone = 'here' | 'beside';

export type DropState =
  | { kind: 'none' | 'asking' }
  | { kind: 'over'; zone: DropZone | undefined }
  /** With the reason, as a sentence. */
  | { kind: 'refused'; why: string };

/**
 * Lets the whole window take what other pages offer to viewers by drag and drop (Content State 1.0 §3.4), and goes
 * there: to it alone, or to it beside what is read, as the zone says where it is dropped (`data-drop`). What was dragged
 * from within the room, and other things, are the browser's affair.
 */
export function useDropTarget({ viewer }: Pick<Surroundings, 'viewer'>): DropState {
  const [state, setState] = useState<DropState>({ kind: 'none' });
  useEffect(() => {
    let isOwn = false;
    const onStart = ({ dataTransfer }: DragEvent) => {
      // Words that are selected here, and not a link: they are on their way to somewhere else.
      isOwn = dataTransfer?.types.includes('text/uri-list') === false;
    };
    const onEnd = () => {
      isOwn = false;
      setState({ kind: 'none' });
    };
    const onOver = (event: DragEvent) => {
      if (isOwn || !isText(event.dataTransfer)) return;
      event.preventDefault();
      const zone = zoneOf(event.target);
      setState((before) =>
        before.kind === 'over' && before.zone === zone ? before : { kind: 'over', zone },
      );
    };
    const onLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setState({ kind: 'none' });
    };
    const onDrop = (event: DragEvent) => {
      const text = event.dataTransfer?.getData('text/plain') ?? '';
      if (!isDroppable(text)) {
        setState({ kind: 'none' });
        return;
      }
      event.preventDefault();
      const zone = zoneOf(event.target);
      setState({ kind: 'asking' });
      void whereItLeads(text, zone, viewer).then((to) => {
        if ('link' in to) window.location.assign(to.link);
        else setState({ kind: 'refused', why: to.why });
      });
    };
    window.addEventListener('dragstart', onStart);
    window.addEventListener('dragend', onEnd);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragstart', onStart);
      window.removeEventListener('dragend', onEnd);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [viewer]);
  return state;
}

/** Few readers ever drop anything: what reads it comes when it is wanted. */
async function whereItLeads(
  text: string,
  zone: DropZone | undefined,
  viewer: string,
): Promise<{ link: string } | { why: string }> {
  try {
    const { openDropped } = await import('./dropped.ts');
    return await openDropped(text, zone, { viewer, address: window.location.href });
  } catch {
    return { why: `${say('partFailed')}. ${say('partFailedWhy')}` };
  }
}

function zoneOf(target: EventTarget | null): DropZone | undefined {
  const zone = target instanceof Element ? target.closest<HTMLElement>('[data-drop]') : null;
  return zone?.dataset.drop === 'beside' ? 'beside' : zone?.dataset.drop === 'here' ? 'here' : undefined;
}

/** Files are not: a browser opens them itself. */
function isText(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('text/plain') === true && !transfer.types.includes('Files');
}
