import type { OsdEvent, OsdViewer, ScanProps } from 'mirador';
import { useContext, useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import { say } from '../messages/messages.ts';
import { useFullScreen } from '../state/full-screen.ts';
import { ImageAlternativeContext, nameImage } from '../state/image-alternative.ts';
import {
  changesOf,
  filterOf,
  PLAIN,
  rememberedSettings,
  rememberSettings,
  turnedBy,
  type ImageSettings,
} from '../state/image-settings.ts';
import { scanActOf, type ScanAct } from '../state/keys.ts';
import { letterOf } from '../state/letter-keys.ts';
import { useIsOwn } from '../state/own-room.ts';
import { magnification, showWhole, turnTo } from '../state/scan-geometry.ts';
import { withinHalfTurn } from '../state/rotation.ts';
import { ImagePanel } from './image-panel.tsx';
import { LitPlaces } from './lit-places.tsx';
import { ZoomControls } from './zoom-controls.tsx';

/** What lies over the scan: the places that are lit, and the tools to look at it with. */
export function ScanTools(props: ScanProps & { manifestId: string }): ReactElement {
  const { viewer, canvasWorld, manifestId } = props;
  const alternative = useContext(ImageAlternativeContext);
  const [image, setImage] = useState(() => rememberedSettings(manifestId));
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [hasLines, setLines] = useState(false);
  const [spoken, setSpoken] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const fullScreen = useFullScreen(viewer?.element);

  const change = (settings: ImageSettings) => {
    setImage(settings);
    rememberSettings(manifestId, settings);
  };
  const reset = () => {
    change(PLAIN);
    setSpoken(say('imageAsScanned'));
  };
  const turn = (degrees: number) => {
    const turned = turnedBy(image, image.degrees + degrees);
    change(turned);
    setSpoken(
      turned.degrees === 0 ? say('imageNotTurned') : say('imageTurnedTo', { degrees: turned.degrees }),
    );
  };
  const saySize = (viewer: OsdViewer) => {
    const size = magnification(viewer.viewport, canvasWorld);
    if (size === undefined) return;
    const percent = Math.round(100 * size);
    setSpoken(percent === 100 ? say('wholePage') : say('zoomedTo', { percent }));
  };
  const zoom = (viewer: OsdViewer, factor: number) => {
    viewer.viewport.zoomBy(factor);
    viewer.viewport.applyConstraints();
    saySize(viewer);
  };
  const toggleLines = () => {
    setLines(!hasLines);
    setSpoken(hasLines ? say('linesHidden') : say('linesShown'));
  };
  const toggleFullScreen = async () => {
    if (fullScreen !== undefined && !(await fullScreen.toggle())) setSpoken(say('fullScreenRefused'));
  };
  const act = (what: ScanAct, viewer: OsdViewer): void => {
    switch (what) {
      case 'zoomIn':
        return zoom(viewer, STEP);
      case 'zoomOut':
        return zoom(viewer, 1 / STEP);
      case 'wholePage':
        showWhole(viewer.viewport, canvasWorld, false);
        return saySize(viewer);
      case 'turnLeft':
        return turn(-90);
      case 'turnRight':
        return turn(90);
      case 'lines':
        return toggleLines();
      case 'fullScreen':
        void toggleFullScreen();
    }
  };

  const isOwn = useIsOwn();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const what = scanActOf(letterOf(event));
    if (!isOwn(event.target) || viewer === null || what === undefined) return;
    event.preventDefault();
    // OpenSeadragon has a meaning of its own for most of these keys.
    event.stopPropagation();
    act(what, viewer);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);

  const keyed = useEffectEvent((viewer: OsdViewer, event: OsdEvent) => {
    const { originalEvent } = event;
    if (!(originalEvent instanceof KeyboardEvent)) return;
    // Of the viewer's own keys those that move the scan are left: it would mirror it by others, and nobody would know.
    if (!originalEvent.key.startsWith('Arrow')) event.preventDefaultAction = true;
    else if (originalEvent.shiftKey) window.setTimeout(() => saySize(viewer));
  });
  useEffect(() => {
    if (viewer === null) return undefined;
    const onKey = (event: OsdEvent) => keyed(viewer, event);
    viewer.addHandler('canvas-key', onKey);
    return () => viewer.removeHandler('canvas-key', onKey);
  }, [viewer]);

  const isFull = fullScreen?.isFull ?? false;
  const wasFull = useRef(isFull);
  // It is left by the browser's own key too.
  useEffect(() => {
    if (wasFull.current === isFull) return;
    wasFull.current = isFull;
    setSpoken(isFull ? say('fullScreenEntered') : say('fullScreenLeft'));
  }, [isFull]);

  const filter = filterOf(image);
  const { negative, degrees } = image;
  useEffect(() => {
    if (viewer === null) return;
    // Only what is painted: the light over it keeps its colours.
    const painting = viewer.canvas.querySelector('canvas');
    if (painting !== null) painting.style.filter = filter;
    viewer.element.toggleAttribute('data-negative', negative);
  }, [viewer, filter, negative]);

  const settle = useEffectEvent((viewer: OsdViewer) => {
    turnTo(viewer.viewport, degrees, canvasWorld);
  });
  useEffect(() => {
    if (viewer === null) return undefined;
    settle(viewer);
    // Mirador keeps where the scan stood at the end of a movement, and would turn it back to that.
    const onTurn = ({ degrees: to }: OsdEvent) => {
      if (to !== undefined && withinHalfTurn(to) !== degrees) viewer.viewport.setRotation(degrees, true);
    };
    viewer.addHandler('rotate', onTurn);
    return () => viewer.removeHandler('rotate', onTurn);
  }, [viewer, degrees]);

  const { name, details } = alternative;
  useEffect(
    () => (viewer === null ? undefined : nameImage(viewer, { name, details })),
    [viewer, name, details],
  );

  const close = () => {
    setPanelOpen(false);
    opener.current?.focus();
  };
  const changes = changesOf(image);
  return (
    <>
      <LitPlaces {...props} hasLines={hasLines} />
      {viewer === null || canvasWorld.canvasIds.length === 0 ? null : (
        <div className="desk-controls">
          <ZoomControls
            onAct={(what) => act(what, viewer)}
            opener={opener}
            isPanelOpen={isPanelOpen}
            onPanel={() => setPanelOpen(!isPanelOpen)}
            {...{ hasLines, fullScreen }}
          />
          {isPanelOpen ? (
            <ImagePanel settings={image} onChange={change} onTurn={turn} onReset={reset} onClose={close} />
          ) : null}
          {changes.length === 0 ? null : (
            <p className="desk-altered">
              <span>{say('imageChanged', { changes: changes.join(', ') })}</span>
              {isPanelOpen ? null : (
                <button
                  type="button"
                  className="desk-altered-reset"
                  onClick={() => {
                    reset();
                    // The button goes with the note.
                    opener.current?.focus();
                  }}
                >
                  {say('imageReset')}
                </button>
              )}
            </p>
          )}
          <p role="status" className="desk-unseen">
            {spoken}
          </p>
        </div>
      )}
    </>
  );
}

/** By how much one press comes nearer. */
const STEP = 1.6;
