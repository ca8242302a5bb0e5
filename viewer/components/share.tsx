import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { directionOf } from '../iiif/direction.ts';
import { contentStateOf } from '../iiif/destination.ts';
import { languageTag, type Wording } from '../iiif/language-map.ts';
import type { Canvas } from '../iiif/manifest.ts';
import { wholeRegion } from '../iiif/region.ts';
import { say } from '../messages/messages.ts';
import type { Mount } from '../state/mount.ts';
import { contentLink, readLink, type Shareable } from '../state/share-links.ts';
import type { Line, Whereabouts } from '../state/whereabouts.ts';
import { CopyField } from './copy-field.tsx';
import { Dialog } from './dialog.tsx';
import { ExtentChoice } from './extent-choice.tsx';
import { Icon } from './icon.tsx';

/** What may be shared, from the whole to its smallest part. */
type Extent = 'document' | 'page' | 'line' | 'view';

/** What could be shared when the dialog was opened: while it stands open, nothing behind it changes. */
type Offer = Partial<Record<Extent, Shareable>> & { words: Line['words'] | undefined };

/** A button, and the dialog that it opens: links to the document, the page, the line or what is in view. */
export function Share({
  mount,
  title,
  canvas,
  whereabouts,
}: {
  mount: Mount;
  title: Wording | undefined;
  canvas: Canvas;
  whereabouts: Whereabouts;
}): ReactElement {
  const group = useId();
  const [offer, setOffer] = useState<Offer>();
  const [extent, setExtent] = useState<Extent>('page');
  const open = () => {
    const offered = offerOf(mount, canvas, whereabouts);
    setOffer(offered);
    setExtent(offered.line === undefined ? 'page' : 'line');
  };
  const choice = (name: Extent, offered: Offer, note: ReactNode) => (
    <ExtentChoice
      {...{ group, name: say(NAMES[name]), isChosen: extent === name }}
      isOffered={offered[name] !== undefined}
      onChoose={() => setExtent(name)}
    >
      {note}
    </ExtentChoice>
  );
  return (
    <>
      <button
        type="button"
        className="desk-button desk-share"
        aria-haspopup="dialog"
        title={say('share')}
        onClick={open}
      >
        <Icon name="share" />
        <span className="desk-share-word">{say('share')}</span>
      </button>
      <Dialog isOpen={offer !== undefined} title={say('share')} onClose={() => setOffer(undefined)}>
        {() =>
          offer === undefined ? null : (
            <>
              <fieldset className="desk-extents">
                <legend>{say('shareWhat')}</legend>
                {choice(
                  'document',
                  offer,
                  <span
                    lang={languageTag(title?.language)}
                    dir={title === undefined ? undefined : directionOf(title.language)}
                  >
                    {title?.values.join(', ')}
                  </span>,
                )}
                {choice('page', offer, canvas.label)}
                {choice('line', offer, offer.words ?? say('shareLineNone'))}
                {choice('view', offer, offer.view === undefined ? say('shareViewNone') : '')}
              </fieldset>
              <Links shared={offer[extent]} mount={mount} />
            </>
          )
        }
      </Dialog>
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

function offerOf({ manifest }: Mount, canvas: Canvas, whereabouts: Whereabouts): Offer {
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
