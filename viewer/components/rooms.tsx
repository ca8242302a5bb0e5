import { ConnectedWindow } from 'mirador';
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
} from 'react';
import { languageTag, type Wording } from '../iiif/language-map.ts';
import { readManifest } from '../iiif/manifest.ts';
import { say } from '../messages/messages.ts';
import { useDropTarget } from '../state/drop-target.ts';
import type { Mount } from '../state/mount.ts';
import { useNarrowWindow } from '../state/narrow.ts';
import { OwnRoomContext, type OwnRoom, type RoomId } from '../state/own-room.ts';
import type { RoomsState } from '../state/room-state.ts';
import { DropZones } from './drop-zones.tsx';
import { Splitter } from './splitter.tsx';

/** Of the width, what either room has at least. */
const LEAST_ROOM = 0.25;

/** Up to so wide a room is laid out as on a phone, as in the style sheets, and up to so wide its scan lies above its texts. CSS pixels. */
const [NARROW, MIDDLING] = [800, 1100];

/**
 * Mirador's windows, each a reading room of its own, without the heading and the drop target of its workspace.
 * @param mounts what is opened in each.
 * @param isBesideRefused a second document was asked for by what is no address.
 */
export function roomsOf(mounts: readonly [Mount, ...Mount[]], isBesideRefused: boolean) {
  const [first, beside] = mounts;
  return function Rooms({ manifests }: RoomsState): ReactElement {
    const drop = useDropTarget(first);
    const refused = drop.kind === 'refused' ? drop.why : isBesideRefused ? say('besideRefused') : undefined;
    return (
      <div className="desk-rooms">
        {refused === undefined ? null : (
          <p className="desk-strayed" role="alert">
            {refused}
          </p>
        )}
        {/* There before it says anything: what comes with its words is not read out. */}
        <p role="status" className={drop.kind === 'asking' ? 'desk-strayed' : 'desk-unseen'}>
          {drop.kind === 'asking' ? say('besideAsking') : ''}
        </p>
        {beside === undefined ? (
          <ConnectedWindow windowId={first.room} />
        ) : (
          <TwoRooms {...{ first, beside, manifests }} />
        )}
        {drop.kind === 'over' ? <DropZones over={drop.zone} /> : null}
      </div>
    );
  };
}

/** Two documents beside each other, with a divider that moves; on a phone one at a time. */
function TwoRooms({ first, beside, manifests }: RoomsState & { first: Mount; beside: Mount }): ReactElement {
  const isPhone = useNarrowWindow();
  const [shown, setShown] = useState<RoomId>('first');
  const [part, setPart] = useState(0.5);
  const titles = {
    first: useTitle(first, manifests),
    beside: useTitle(beside, manifests),
  };
  const style: CSSProperties = { '--part': `${part * 100}%` };
  const ids: readonly RoomId[] = ['first', 'beside'];
  return (
    <>
      {isPhone ? (
        <div className="desk-room-switch" role="group" aria-label={say('whichDocument')}>
          {ids.map((id) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === shown}
              aria-label={nameOf(id, titles[id])}
              lang={titles[id] === undefined ? undefined : languageTag(titles[id].language)}
              onClick={() => setShown(id)}
            >
              {titles[id]?.values.join(', ') ?? nameOf(id, undefined)}
            </button>
          ))}
        </div>
      ) : null}
      <div className={`desk-two-rooms${isPhone ? ' desk-two-rooms-stacked' : ''}`} style={style}>
        <RoomOfTwo id="first" name={nameOf('first', titles.first)} isHidden={isPhone && shown !== 'first'} />
        {isPhone ? null : (
          <Splitter
            direction="along"
            label={say('splitRooms')}
            value={part}
            bounds={{ least: LEAST_ROOM, most: 1 - LEAST_ROOM }}
            areaAround={(divider) => divider.parentElement?.getBoundingClientRect()}
            onMove={setPart}
            onReset={() => setPart(0.5)}
          />
        )}
        <RoomOfTwo
          id="beside"
          name={nameOf('beside', titles.beside)}
          isHidden={isPhone && shown !== 'beside'}
        />
      </div>
    </>
  );
}

function RoomOfTwo({ id, name, isHidden }: { id: RoomId; name: string; isHidden: boolean }): ReactNode {
  const around = useRef<HTMLElement>(null);
  const [width, setWidth] = useState<OwnRoom['width']>('narrow');
  useEffect(() => {
    const { current } = around;
    if (current === null) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      const pixels = entry?.contentRect.width ?? 0;
      setWidth(pixels <= NARROW ? 'narrow' : pixels <= MIDDLING ? 'middling' : 'wide');
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  const own = useMemo(() => ({ id, width }), [id, width]);
  return (
    // Whoever clicks anywhere in it has the keyboard there: keys are for the room that has the focus.
    <section
      ref={around}
      data-room={id}
      tabIndex={-1}
      className={`desk-room-of-two${isHidden ? ' desk-room-hidden' : ''}`}
      aria-label={name}
    >
      <OwnRoomContext.Provider value={own}>
        <ConnectedWindow windowId={id} />
      </OwnRoomContext.Provider>
    </section>
  );
}

function useTitle({ manifest, language }: Mount, manifests: RoomsState['manifests']): Wording | undefined {
  const json = manifests[manifest]?.json;
  return useMemo(() => readManifest(json, language)?.title, [json, language]);
}

function nameOf(id: RoomId, title: Wording | undefined): string {
  if (title === undefined) return say(id === 'first' ? 'firstDocument' : 'secondDocument');
  return say(id === 'first' ? 'firstDocumentNamed' : 'secondDocumentNamed', {
    title: title.values.join(', '),
  });
}
