import { createElement, type ReactElement } from 'react';
import type { MiradorPlugin } from 'mirador';
import { Guard } from '../../components/failure-pane.tsx';
import { PageSwipe } from '../../components/page-swipe.tsx';
import { ReadingRoom, type ReadingRoomProps } from '../../components/reading-room.tsx';
import { roomsOf } from '../../components/rooms.tsx';
import { ScanTools } from '../../components/scan-tools.tsx';
import type { Mount } from '../../state/mount.ts';
import { manifestOf, roomActions, roomsState, roomState } from '../../state/room-state.ts';

/**
 * What the reading room adds to Mirador, and where:
 * - the workspace is our rooms, one for each document, and nothing else;
 * - a window is a bar, Mirador's own view of the canvas, and the texts beside it;
 * - over the scan lie the places that are lit, and the tools to look at it with; a finger that
 *   wipes over it turns the page;
 * - Mirador's controls at the foot of the scan go, for the bar has them; and its error dialog, for what went
 *   wrong is said where it is missed, and the rest goes on.
 *
 * @param mounts what is opened in each room: the first one, and another beside it.
 * @param onReady is called once there is something to read, or words that say why not.
 */
export function textPanel(
  mounts: readonly [Mount, ...Mount[]],
  { onReady, isBesideRefused }: { onReady: () => void; isBesideRefused: boolean },
): readonly MiradorPlugin[] {
  return [
    {
      name: 'DiptychRooms',
      target: 'Workspace',
      mode: 'wrap',
      component: roomsOf(mounts, isBesideRefused),
      mapStateToProps: roomsState,
    },
    {
      name: 'DiptychReadingRoom',
      target: 'Window',
      mode: 'wrap',
      component: guarded(mounts, onReady),
      mapStateToProps: roomState,
      mapDispatchToProps: roomActions,
    },
    {
      name: 'DiptychScanTools',
      target: 'OpenSeadragonViewer',
      mode: 'add',
      component: ScanTools,
      mapStateToProps: manifestOf,
    },
    { name: 'DiptychSwipe', target: 'OpenSeadragonViewer', mode: 'add', component: PageSwipe },
    { name: 'DiptychNoFoot', target: 'WindowCanvasNavigationControls', mode: 'wrap', component: Nothing },
    { name: 'DiptychNoErrors', target: 'ErrorDialog', mode: 'wrap', component: Nothing },
  ];
}

function nothing(): void {
  // There is nothing to do.
}

function Nothing(): null {
  return null;
}

function guarded(mounts: readonly [Mount, ...Mount[]], onReady: () => void) {
  return function GuardedRoom(props: Omit<ReadingRoomProps, 'mount' | 'onReady'>): ReactElement {
    const [first] = mounts;
    const mount = mounts.find(({ room }) => room === props.windowId) ?? first;
    // Whoever waits for a document waits for that one, and not for another beside it.
    const ready = mount === first ? onReady : nothing;
    const room = createElement(ReadingRoom, { ...props, mount, onReady: ready });
    return createElement(Guard, { about: mount.manifest, onCaught: ready, children: room });
  };
}
