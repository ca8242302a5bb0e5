import { createContext, useContext } from 'react';
import { say } from '../messages/messages.ts';

/** What Mirador calls the window of each room: that of the document that was opened, and that of another beside it. */
export type RoomId = 'first' | 'beside';

export type OwnRoom = {
  id: RoomId;
  /** How much width there is for it, where it shares the window with another; undefined where it has it all. */
  width: 'narrow' | 'middling' | 'wide' | undefined;
};

/** In which room something stands. */
export const OwnRoomContext = createContext<OwnRoom>({ id: 'first', width: undefined });

/**
 * Whether a key that is pressed there is for the room that asks. Each room listens to the whole window: the one that has
 * the focus answers, and the first of those that are seen where none has it.
 */
export function useIsOwn(): (target: EventTarget | null) => boolean {
  const { id } = useContext(OwnRoomContext);
  return (target) => roomOf(target) === id;
}

/** Names a landmark of this room so that the other room's has another name. */
export function useOwnName(): (name: string) => string {
  const { id } = useContext(OwnRoomContext);
  return (name) => (id === 'first' ? name : say('inSecond', { what: name }));
}

/** What a part of this room is headed by: one level below its title, of which the page has one only. */
export function useOwnHeading(): 'h2' | 'h3' {
  return useContext(OwnRoomContext).id === 'first' ? 'h2' : 'h3';
}

/** The selection of the window, where it began in this room. */
export function useOwnSelection(): () => Selection | null {
  const { id } = useContext(OwnRoomContext);
  return () => {
    const selection = window.getSelection();
    return roomOf(selection?.anchorNode ?? null) === id ? selection : null;
  };
}

/** The element around a room that is one of two; null where there is one room only. */
export function roomAround(place: EventTarget | null): HTMLElement | null {
  const element = place instanceof Element ? place : place instanceof Node ? place.parentElement : null;
  return element?.closest<HTMLElement>('[data-room]') ?? null;
}

function roomOf(place: EventTarget | null): string {
  const rooms = document.querySelectorAll<HTMLElement>('[data-room]');
  const room =
    roomAround(place) ?? [...rooms].find((each) => each.checkVisibility({ visibilityProperty: true }));
  return room?.dataset.room ?? 'first';
}
