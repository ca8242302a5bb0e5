import type { ReactElement, ReactNode } from 'react';
import { languageTag, type Wording } from '../iiif/language-map.ts';
import { directionOf } from '../iiif/direction.ts';
import { say } from '../messages/messages.ts';
import { withBeside } from '../state/beside-address.ts';
import type { Mount, Surroundings } from '../state/mount.ts';
import type { Turning } from '../state/turning.ts';
import { Icon } from './icon.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import { Turner, type PanelControl } from './turner.tsx';

/** The way back, what is read, and where in it one is. */
export function Bar({
  mount,
  title,
  turning,
  panel,
  onOpen,
  menu,
  finder,
  panes,
}: {
  mount: Mount;
  title: Wording | undefined;
  turning: Turning;
  panel: PanelControl;
  /** Opens one of the dialogs that have a button of their own. */
  onOpen: (dialog: 'cite' | 'share') => void;
  /** What else can be done, from here and by others. */
  menu: readonly MenuItem[];
  /** What searches in the document; null where nothing does. */
  finder: ReactNode;
  /** Which panes there are, and how they are set. */
  panes: ReactNode;
}): ReactElement {
  const canvas = turning.canvases[turning.index];
  return (
    <header className="desk-bar">
      <BackLink surroundings={mount} />
      <Title title={title} room={mount.room} />
      {panes}
      {finder}
      <Turner turning={turning} panel={panel} />
      {canvas === undefined ? null : (
        <>
          <DialogButton icon="cite" name={say('cite')} onOpen={() => onOpen('cite')} />
          <DialogButton icon="share" name={say('share')} onOpen={() => onOpen('share')} />
        </>
      )}
      <Menu label={say('more')} items={menu} />
      {mount.room === 'beside' ? <CloseBeside /> : null}
    </header>
  );
}

/** On a phone it is in the menu instead. */
function DialogButton({
  icon,
  name,
  onOpen,
}: {
  icon: 'cite' | 'share';
  name: string;
  onOpen: () => void;
}): ReactElement {
  return (
    <button
      type="button"
      className="desk-button desk-share"
      aria-haspopup="dialog"
      title={name}
      onClick={onOpen}
    >
      <Icon name={icon} />
      <span className="desk-share-word">{name}</span>
    </button>
  );
}

function CloseBeside(): ReactElement {
  const name = say('closeBeside');
  const close = () => window.location.assign(withBeside(window.location.href, undefined));
  return (
    <button type="button" className="desk-button" aria-label={name} title={name} onClick={close}>
      <Icon name="close" />
    </button>
  );
}

/** The bar of a room in which nothing could be opened. */
export function EmptyBar({ surroundings }: { surroundings: Surroundings }): ReactElement {
  return (
    <header className="desk-bar">
      <BackLink surroundings={surroundings} />
      <Title title={undefined} room="first" />
    </header>
  );
}

function BackLink({ surroundings: { back, document } }: { surroundings: Surroundings }): ReactElement | null {
  if (back === undefined) return null;
  return (
    <a className="desk-back" href={back}>
      <Icon name="back" />
      <span className="desk-back-words">
        {document === undefined ? say('backToCatalogue') : say('backToDocument')}
      </span>
    </a>
  );
}

/** The page is about the first document, and has one title. */
function Title({ title, room }: { title: Wording | undefined; room: Mount['room'] }): ReactElement {
  const Heading = room === 'first' ? 'h1' : 'h2';
  if (title === undefined)
    return (
      <Heading className="desk-title">{say(room === 'first' ? 'readingRoom' : 'secondDocument')}</Heading>
    );
  const { values, language } = title;
  return (
    <Heading className="desk-title" lang={languageTag(language)} dir={directionOf(language)}>
      {values.join(', ')}
    </Heading>
  );
}
