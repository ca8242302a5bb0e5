import { updateConfig, viewer } from 'mirador';
import { createRoot } from 'react-dom/client';
import { EmptyBar } from './components/bar.tsx';
import { FailurePane, Guard } from './components/failure-pane.tsx';
import { say, speak } from './messages/messages.ts';
import { textPanel } from './plugins/text-panel/index.ts';
import { readBeside, type Beside } from './state/beside-address.ts';
import { configuration } from './state/configuration.ts';
import { fetchJson } from './state/fetch-json.ts';
import { readPage, type Mount, type Opening, type Surroundings } from './state/mount.ts';
import type { Unopened } from './state/open-content.ts';
import { pageAccent, themesWith } from './state/themes.ts';
import './reading-room.css';

const place = document.getElementById('reading-room');
if (place !== null) void begin(place);

/** Opens what the page names; where that is a content state, once it is known what it opens. */
async function begin(place: HTMLElement): Promise<void> {
  // Before anything is read: the reasons why something cannot be opened are sentences too.
  place.lang = await speak(place.lang);
  const page = readPage(place);
  if (page === undefined) return;
  const { surroundings, opens } = page;
  const opening = 'content' in opens ? await found(opens.content) : opens;
  const { room, takeOver } = layOut(place);
  if ('why' in opening) sayWhy(room, surroundings, opening, takeOver);
  else open(room, { ...surroundings, ...opening }, takeOver);
}

/** Most pages name no content state, so what reads one is not in the first script. Never rejects. */
async function found(content: string): Promise<Opening | Unopened> {
  try {
    const { openContent } = await import('./state/open-content.ts');
    return await openContent(content, (address) => fetchJson(address, fetch));
  } catch {
    return { why: say('partFailedWhy'), address: undefined, again: true };
  }
}

/** The room is laid out behind the words that the page came with, and takes their place at once and whole. */
function layOut(place: HTMLElement): { room: HTMLElement; takeOver: () => void } {
  const room = document.createElement('div');
  room.className = 'desk-room';
  place.append(room);
  const takeOver = () => {
    if (room.classList.contains('desk-room-open')) return;
    room.classList.add('desk-room-open');
    place.replaceChildren(room);
  };
  return { room, takeOver };
}

function sayWhy(
  room: HTMLElement,
  surroundings: Surroundings,
  { why, address, again }: Unopened,
  takeOver: () => void,
): void {
  createRoot(room).render(
    <div className="desk">
      <EmptyBar surroundings={surroundings} />
      <FailurePane what={say('contentFailed')} {...{ why, address, again }} />
    </div>,
  );
  takeOver();
}

function open(room: HTMLElement, opened: Surroundings & Opening, takeOver: () => void): void {
  const beside = readBeside(window.location.href);
  const mount: Mount = { ...opened, room: 'first' };
  const mounts: readonly [Mount, ...Mount[]] =
    beside === undefined || beside === 'refused' ? [mount] : [mount, besideMount(opened, beside)];
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const mirador = viewer(
    configuration(mounts, dark.matches ? 'dark' : 'light', still, pageAccent()),
    textPanel(mounts, { onReady: takeOver, isBesideRefused: beside === 'refused' }),
  );
  dark.addEventListener('change', ({ matches }) => {
    mirador.store.dispatch(
      updateConfig({ selectedTheme: matches ? 'dark' : 'light', themes: themesWith(pageAccent()) }),
    );
  });
  createRoot(room).render(
    <Guard about={mount.manifest} onCaught={takeOver}>
      {mirador.render()}
    </Guard>,
  );
}

/** Another document is nobody's page and leads nowhere back, whoever keeps it. */
function besideMount(surroundings: Surroundings, beside: Beside): Mount {
  const { viewer, language } = surroundings;
  return {
    ...{ room: 'beside', viewer, language, ...beside, notes: [] },
    ...{ document: undefined, read: undefined, back: undefined },
  };
}
