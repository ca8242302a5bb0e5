import { updateConfig, viewer } from 'mirador';
import { createRoot } from 'react-dom/client';
import { Guard } from './components/failure-pane.tsx';
import { textPanel } from './plugins/text-panel/index.ts';
import { configuration } from './state/configuration.ts';
import { readMount } from './state/mount.ts';
import './reading-room.css';

const place = document.getElementById('reading-room');
const mount = place === null ? undefined : readMount(place);
if (place !== null && mount !== undefined) open(place, mount);

function open(place: HTMLElement, mount: NonNullable<ReturnType<typeof readMount>>): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  // The room is laid out behind the words that the page came with, and takes their place at once and whole.
  const room = document.createElement('div');
  room.className = 'desk-room';
  const takeOver = () => {
    if (room.classList.contains('desk-room-open')) return;
    room.classList.add('desk-room-open');
    place.replaceChildren(room);
  };
  place.append(room);
  const mirador = viewer(
    configuration(mount, dark.matches ? 'dark' : 'light', still),
    textPanel(mount, takeOver),
  );
  dark.addEventListener('change', ({ matches }) => {
    mirador.store.dispatch(updateConfig({ selectedTheme: matches ? 'dark' : 'light' }));
  });
  createRoot(room).render(
    <Guard about={mount.manifest} onCaught={takeOver}>
      {mirador.render()}
    </Guard>,
  );
}
