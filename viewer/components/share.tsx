import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { directionOf } from '../iiif/direction.ts';
import { contentStateOf } from '../iiif/destination.ts';
import { languageTag } from '../iiif/language-map.ts';
import { say } from '../messages/messages.ts';
import type { Mount } from '../state/mount.ts';
import type { Reader } from '../state/reader.ts';
import { contentLink, linkAsShown, readLink, type Around, type Shareable } from '../state/share-links.ts';
import type { Extent, Offer } from '../state/share-offer.ts';
import { CopyField } from './copy-field.tsx';
import { ExtentChoice } from './extent-choice.tsx';

/** Links to the document, the page, the line or what is in view. */
export function Share({ reader, offer }: { reader: Reader; offer: Offer }): ReactElement {
  const { mount, manifest, canvas } = reader;
  const { title } = manifest;
  const group = useId();
  const [extent, setExtent] = useState<Extent>(offer.line === undefined ? 'page' : 'line');
  const choice = (name: Extent, note: ReactNode) => (
    <ExtentChoice
      {...{ group, name: say(NAMES[name]), isChosen: extent === name }}
      isOffered={offer[name] !== undefined}
      onChoose={() => setExtent(name)}
    >
      {note}
    </ExtentChoice>
  );
  return (
    <>
      <fieldset className="desk-extents">
        <legend>{say('shareWhat')}</legend>
        {choice(
          'document',
          <span
            lang={languageTag(title?.language)}
            dir={title === undefined ? undefined : directionOf(title.language)}
          >
            {title?.values.join(', ')}
          </span>,
        )}
        {choice('page', canvas.label)}
        {choice('line', offer.words ?? say('shareLineNone'))}
        {choice('view', offer.view === undefined ? say('shareViewNone') : '')}
      </fieldset>
      <Links shared={offer[extent]} around={offer.around} mount={mount} />
    </>
  );
}

const NAMES = {
  document: 'shareDocument',
  page: 'sharePage',
  line: 'shareLine',
  view: 'shareView',
} as const;

function Links({
  shared,
  around,
  mount,
}: {
  shared: Shareable | undefined;
  around: Around;
  mount: Mount;
}): ReactElement | null {
  const [isWanted, setWanted] = useState(true);
  if (shared === undefined) return null;
  const asShown = linkAsShown(shared, around, mount);
  const own = isWanted && asShown !== undefined ? asShown : readLink(shared, mount);
  const content = contentLink(contentStateOf(shared), mount);
  const hint = say(nameOf(around) === undefined ? 'shareContentHint' : 'shareContentHintAlone');
  return (
    <>
      {asShown === undefined ? null : (
        <label className="desk-extent">
          <input type="checkbox" checked={isWanted} onChange={({ target }) => setWanted(target.checked)} />
          <span className="desk-extent-around">{say(nameOf(around) ?? 'shareBeside')}</span>
        </label>
      )}
      {own === undefined ? null : <CopyField label={say('shareLink')} value={own} />}
      <CopyField label={say(own === undefined ? 'shareLink' : 'shareContent')} value={content} hint={hint} />
    </>
  );
}

/** What is around the place that is shared; undefined where nothing is. */
function nameOf(around: Around): 'shareBeside' | 'sharePanes' | 'shareBesideAndPanes' | undefined {
  const hasBeside = around.room === 'beside' || around.beside !== undefined;
  const hasPanes =
    around.room === 'beside' ? new URL(around.address).searchParams.has('panes') : around.panes !== undefined;
  if (!hasBeside) return hasPanes ? 'sharePanes' : undefined;
  return hasPanes ? 'shareBesideAndPanes' : 'shareBeside';
}
