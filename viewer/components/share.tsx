import { useId, useRef, useState, type MouseEvent, type PointerEvent, type ReactElement } from 'react';
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
  const dialog = useRef<HTMLDialogElement>(null);
  const outside = useRef(false);
  const heading = useId();
  const [offer, setOffer] = useState<Offer>();
  const [extent, setExtent] = useState<Extent>('page');
  const open = () => {
    const offered = offerOf(mount, canvas, whereabouts);
    setOffer(offered);
    setExtent(offered.line === undefined ? 'page' : 'line');
    dialog.current?.showModal();
  };
  const close = () => dialog.current?.close();
  const shared = offer?.[extent];
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
      <dialog
        ref={dialog}
        className="desk-dialog"
        aria-labelledby={heading}
        onClose={() => setOffer(undefined)}
        onPointerDown={({ target }: PointerEvent) => {
          outside.current = target === dialog.current;
        }}
        onClick={({ target }: MouseEvent) => {
          // The dialog's own box is filled by what is in it: what is hit of the dialog itself lies around it. Whoever
          // marks an address and lets go outside has not hit it.
          if (target === dialog.current && outside.current) close();
        }}
      >
        {offer === undefined ? null : (
          <div className="desk-dialog-body">
            <div className="desk-dialog-head">
              <h2 id={heading}>{say('share')}</h2>
              <button
                type="button"
                className="desk-button"
                aria-label={say('close')}
                title={say('close')}
                onClick={close}
              >
                <Icon name="close" />
              </button>
            </div>
            <fieldset className="desk-extents">
              <legend>{say('shareWhat')}</legend>
              <ExtentChoice name="document" chosen={extent} offer={offer} onChoose={setExtent}>
                <span
                  lang={languageTag(title?.language)}
                  dir={title === undefined ? undefined : directionOf(title.language)}
                >
                  {title?.values.join(', ')}
                </span>
              </ExtentChoice>
              <ExtentChoice name="page" chosen={extent} offer={offer} onChoose={setExtent}>
                {canvas.label}
              </ExtentChoice>
              <ExtentChoice name="line" chosen={extent} offer={offer} onChoose={setExtent}>
                {offer.words ?? say('shareLineNone')}
              </ExtentChoice>
              <ExtentChoice name="view" chosen={extent} offer={offer} onChoose={setExtent}>
                {offer.view === undefined ? say('shareViewNone') : ''}
              </ExtentChoice>
            </fieldset>
            {shared === undefined ? null : <Links shared={shared} mount={mount} />}
          </div>
        )}
      </dialog>
    </>
  );
}

const NAMES = {
  document: 'shareDocument',
  page: 'sharePage',
  line: 'shareLine',
  view: 'shareView',
} as const;

function ExtentChoice({
  name,
  chosen,
  offer,
  onChoose,
  children,
}: {
  name: Extent;
  chosen: Extent;
  offer: Offer;
  onChoose: (extent: Extent) => void;
  /** Which one that is, or why it cannot be had. */
  children: React.ReactNode;
}): ReactElement {
  const note = useId();
  return (
    <label className="desk-extent">
      <input
        type="radio"
        name="extent"
        checked={chosen === name}
        disabled={offer[name] === undefined}
        aria-describedby={note}
        onChange={() => onChoose(name)}
      />
      <span className="desk-extent-name">{say(NAMES[name])}</span>
      <span className="desk-extent-note" id={note}>
        {children}
      </span>
    </label>
  );
}

function Links({ shared, mount }: { shared: Shareable; mount: Mount }): ReactElement {
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
