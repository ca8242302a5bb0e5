import type { ReactElement } from 'react';
import type { Canvas } from '../iiif/manifest.ts';
import { say } from '../messages/messages.ts';
import { Icon } from './icon.tsx';

/** Which page is shown, and the way to those before and after it. */
export function Turner({
  canvases,
  index,
  onTurn,
}: {
  canvases: readonly Canvas[];
  index: number;
  onTurn: (canvasId: string) => void;
}): ReactElement | null {
  const canvas = canvases[index];
  if (canvas === undefined) return null;
  return (
    <nav className="desk-turner" aria-label={say('pages')}>
      <TurnButton icon="back" name={say('previousPage')} to={canvases[index - 1]} onTurn={onTurn} />
      <span className="desk-folio" title={canvas.label}>
        <span className="desk-folio-label">{canvas.label}</span>
        <span className="desk-folio-count">
          {' · '}
          {say('pageCount', { number: index + 1, count: canvases.length })}
        </span>
      </span>
      <TurnButton icon="forward" name={say('nextPage')} to={canvases[index + 1]} onTurn={onTurn} />
    </nav>
  );
}

/** Keeps its place and the keyboard's focus on the first and the last page, where it leads nowhere. */
function TurnButton({
  icon,
  name,
  to,
  onTurn,
}: {
  icon: 'back' | 'forward';
  name: string;
  to: Canvas | undefined;
  onTurn: (canvasId: string) => void;
}): ReactElement {
  return (
    <button
      type="button"
      className="desk-button"
      aria-label={name}
      title={name}
      aria-disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) onTurn(to.id);
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
