import type { ReactElement } from 'react';
import type { Canvas } from '../iiif/manifest.ts';
import { languageTag, type Wording } from '../iiif/language-map.ts';
import { directionOf } from '../iiif/direction.ts';
import { say } from '../messages/messages.ts';
import type { Mount } from '../state/mount.ts';
import { Icon } from './icon.tsx';

/** The way back, what is read, and where in it one is. */
export function Bar({
  mount,
  title,
  canvases,
  index,
  onTurn,
}: {
  mount: Mount;
  title: Wording | undefined;
  canvases: readonly Canvas[];
  /** Of the canvas that is shown; -1 while there is none. */
  index: number;
  onTurn: (canvasId: string) => void;
}): ReactElement {
  const back = mount.document === undefined ? say('backToCatalogue') : say('backToDocument');
  return (
    <header className="desk-bar">
      {mount.back === undefined ? null : (
        <a className="desk-back" href={mount.back}>
          <Icon name="back" />
          <span className="desk-back-words">{back}</span>
        </a>
      )}
      <Title title={title} />
      <Turner canvases={canvases} index={index} onTurn={onTurn} />
    </header>
  );
}

function Title({ title }: { title: Wording | undefined }): ReactElement {
  if (title === undefined) return <h1 className="desk-title">{say('readingRoom')}</h1>;
  const { values, language } = title;
  return (
    <h1 className="desk-title" lang={languageTag(language)} dir={directionOf(language)}>
      {values.join(', ')}
    </h1>
  );
}

function Turner({
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
