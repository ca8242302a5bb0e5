import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { directionOf } from '../iiif/direction.ts';
import { contentStateOf } from '../iiif/destination.ts';
import { languageTag } from '../iiif/language-map.ts';
import { wholeRegion } from '../iiif/region.ts';
import { say } from '../messages/messages.ts';
import type { Mount } from '../state/mount.ts';
import type { Reader } from '../state/reader.ts';
import { contentLink, readLink, type Shareable } from '../state/share-links.ts';
import type { Line } from '../state/whereabouts.ts';
import { CopyField } from './copy-field.tsx';
import { ExtentChoice } from './extent-choice.tsx';

/** What may be shared, from the whole to its smallest part. */
type Extent = 'document' | 'page' | 'line' | 'view';

/** What could be shared when the dialog was opened: while it stands open, nothing behind it changes. */
type Offer = Partial<Record<Extent, Shareable>> & { words: Line['words'] | undefined };

/** Links to the document, the page, the line or what is in view. */
export function Share({ reader }: { reader: Reader }): ReactElement {
  const { mount, manifest, canvas } = reader;
  const { title } = manifest;
  const group = useId();
  const [offer] = useState(() => offerOf(reader));
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
      <Links shared={offer[extent]} mount={mount} />
    </>
  );
}

const NAMES = {
  document: 'shareDocument',
  page: 'sharePage',
  line: 'shareLine',
  view: 'shareView',
} as const;

function Links({ shared, mount }: { shared: Shareable | undefined; mount: Mount }): ReactElement | null {
  if (shared === undefined) return null;
  const own = readLink(shared, mount);
  const content = contentLink(contentStateOf(shared), mount);
  if (own === undefined)
    return <CopyField label={say('shareLink')} value={content} hint={say('shareContentHint')} />;
  return (
    <>
      <CopyField label={say('shareLink')} value={own} />
      <CopyField label={say('shareContent')} value={content} hint={say('shareContentHint')} />
    </>
  );
}

function offerOf({ mount: { manifest }, canvas, whereabouts }: Reader): Offer {
  const line = whereabouts.line.current();
  const visible = canvas.hasScan ? whereabouts.visible.current() : undefined;
  const place = { manifest, canvas: canvas.id };
  return {
    document: { kind: 'manifest', manifest },
    page: { kind: 'canvas', ...place },
    ...(line === undefined
      ? {}
      : {
          line: {
            ...{ kind: 'annotation', ...place, annotation: line.annotation },
            ...(line.region === undefined ? {} : { region: line.region }),
          },
        }),
    ...(visible === undefined ? {} : { view: { kind: 'region', ...place, region: wholeRegion(visible) } }),
    words: line?.words,
  };
}
