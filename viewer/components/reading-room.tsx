import { useEffect, useId, useMemo, useState, type ReactElement } from 'react';
import { readManifest, type Canvas, type Manifest } from '../iiif/manifest.ts';
import type { Hit } from '../iiif/search-answer.ts';
import { spreadAround } from '../iiif/spreads.ts';
import { viewingDirectionOf } from '../iiif/viewing-direction.ts';
import { say, type MessageKey } from '../messages/messages.ts';
import { rememberCanvas, rememberLine } from '../state/address.ts';
import { useFetchAhead } from '../state/fetch-ahead.ts';
import { whenIdle } from '../state/idle.ts';
import { useHeldFocus } from '../state/held-focus.ts';
import { imageFailure } from '../state/image-failure.ts';
import { interfaceDirection } from '../state/interface-direction.ts';
import { useDiagnosis } from '../state/manifest-diagnosis.ts';
import type { Leaf, Leaves } from '../state/grids.ts';
import type { Mount } from '../state/mount.ts';
import { hasTexts, isComplete, useLeaves } from '../state/leaves.ts';
import { useNarrow } from '../state/narrow.ts';
import { usePanes, useRoomPreferences } from '../state/panes.ts';
import { usePageKeys } from '../state/page-keys.ts';
import { usePanelContents } from '../state/panel-contents.ts';
import { withPane } from '../state/preferences.ts';
import { offerOf } from '../state/share-offer.ts';
import type { RoomActions, RoomState } from '../state/room-state.ts';
import { useKey } from '../state/key.ts';
import { useOwnSelection } from '../state/own-room.ts';
import { selectedWords } from '../state/selected-words.ts';
import { useSearching } from '../state/searching.ts';
import { usePanel, type PanelTab } from '../state/side-panel.ts';
import { NOTED } from '../state/note-words.ts';
import { TurningContext, type Turning } from '../state/turning.ts';
import type { Whereabouts } from '../state/whereabouts.ts';
import { Bar } from './bar.tsx';
import { ContentsTree } from './contents-tree.tsx';
import { Desk } from './desk.tsx';
import { FailurePane } from './failure-pane.tsx';
import { Finder } from './finder.tsx';
import { HitList } from './hit-list.tsx';
import { ImageFields } from './image-panel.tsx';
import { QuoteBar } from './quote-bar.tsx';
import { languageMenu, roomMenu } from './room-menu.ts';
import { DialogContents, RoomDialogs, type Opened } from './room-dialogs.tsx';
import { PaneToggles } from './pane-toggles.tsx';
import { PageList } from './page-list.tsx';
import { SidePanel } from './side-panel.tsx';
import { Skeleton } from './text-pane.tsx';
import { ViewMenu } from './view-menu.tsx';

export type ReadingRoomProps = RoomState &
  RoomActions & { windowId: string; mount: Mount; onReady: () => void };

const NO_HITS: readonly Hit[] = [];
const NO_CANVASES: readonly Canvas[] = [];

/** Milliseconds. */
const SHORT_WAIT = 1500;

/** One document: its bar, and below it the desk with scan and texts, or what keeps them from being there. */
export function ReadingRoom(props: ReadingRoomProps): ReactElement {
  const { mount, windowId, canvasId, turnTo, onReady } = props;
  const manifest = useManifest(props);
  const canvases = manifest?.canvases ?? NO_CANVASES;
  const positions = useMemo(() => new Map(canvases.map(({ id }, index) => [id, index])), [canvases]);
  const index = positions.get(canvasId ?? '') ?? -1;
  const canvas = canvases[index];
  const room = useRoomPreferences(mount);
  const isNarrow = useNarrow();
  // A phone has no room for two pages.
  const isBook = room.preferences.book && !isNarrow && canvases.length > 1;
  const { layOut, isBook: isLaidOut } = props;
  const openId = canvas?.id;
  useEffect(() => {
    if (openId !== undefined && isBook !== isLaidOut) layOut(isBook ? 'book' : 'single', openId);
  }, [openId, isBook, isLaidOut, layOut]);
  const openings = useMemo(() => canvases.map(({ opening }) => opening), [canvases]);
  const spread = isBook ? spreadAround(index, openings) : [index];
  const leaves = useLeaves(props, manifest, spread, index);
  const failure = failureOf(props);
  const unreachable = failure === 'manifestUnreachable';
  const diagnosis = useDiagnosis(unreachable ? mount.manifest : undefined);
  const settled = failure !== undefined || (leaves.length > 0 && leaves.every(hasTexts));

  const panes = usePanes(leaves, mount, room);

  const opened = canvas !== undefined;
  useEffect(() => {
    if (settled) onReady();
    if (settled || !opened) return undefined;
    // Texts that are long in coming are waited for in the room, beside the scan.
    const timer = window.setTimeout(onReady, SHORT_WAIT);
    return () => window.clearTimeout(timer);
  }, [settled, opened, onReady]);

  const [strayed, setStrayed] = useState(false);
  // A canvas that the manifest does not have would leave the scan empty without a word.
  const [first] = manifest?.canvases ?? [];
  const lost =
    manifest !== undefined && canvas === undefined && first !== undefined && canvasId !== undefined;
  useEffect(() => {
    if (!lost) return;
    setStrayed(true);
    turnTo(first.id);
  }, [lost, first, turnTo]);

  /** Who has turned to the page that is shown; a hit is said together with its page, which need not be said again. */
  const [turned, setTurned] = useState<'reader' | 'search'>();
  const turn = (id: string, by: 'reader' | 'search' = 'reader') => {
    setTurned(by);
    setStrayed(false);
    turnTo(id);
    rememberCanvas(id, mount);
  };

  const searching = useSearching(manifest, index, { mount, turn: (id) => turn(id, 'search') });
  const panelId = useId();
  const { run, current, seeking } = searching;
  const turnAway = (id: string) => {
    searching.letGo();
    turn(id);
  };

  const json = props.manifest?.json;
  const [firstShown = index] = spread;
  const lastShown = spread.at(-1) ?? index;
  const turning = useMemo(
    (): Omit<Turning, 'turnTo'> => ({
      ...{ canvases, index, direction: viewingDirectionOf(json) ?? interfaceDirection() },
      ...{ previous: firstShown - 1, next: lastShown + 1 },
    }),
    [canvases, index, firstShown, lastShown, json],
  );
  const way: Turning = {
    ...turning,
    turnTo: (page) => {
      const to = canvases[page];
      if (to === undefined || page === index) return false;
      turnAway(to.id);
      return true;
    },
  };
  usePageKeys(way);
  useHeldFocus(canvases[firstShown]?.id);
  const isWhole = leaves.length > 0 && leaves.every((leaf) => isComplete(leaf, props.pages));
  useFetchAhead({
    ...{ canvases, index, pages: props.pages, fetchPage: props.fetchPage },
    isSettled: isWhole,
  });
  useEffect(() => (isWhole ? whenIdle(fetchPartsAhead) : undefined), [isWhole]);

  const [isPanelRead, setPanelRead] = useState(false);
  const { contents, thumbnail } = usePanelContents(json, positions, {
    isWanted: isPanelRead,
    language: mount.language,
  });
  const tabs: PanelTab[] = [
    ...(canvas === undefined ? [] : (['pages'] as const)),
    ...(contents === undefined ? [] : (['contents'] as const)),
    ...(run === undefined ? [] : (['hits'] as const)),
  ];
  const panel = usePanel(tabs);
  // Nothing is read for a panel that nobody opens.
  if (panel.shown !== undefined && !isPanelRead) setPanelRead(true);

  const [whereabouts] = useState<Whereabouts>(() => ({
    line: { current: () => undefined },
    visible: { current: () => undefined },
    reading: { current: () => undefined },
  }));
  const [dialog, setDialog] = useState<Opened>();
  const reader = useMemo(
    () =>
      manifest === undefined || canvas === undefined ? undefined : { mount, manifest, canvas, whereabouts },
    [mount, manifest, canvas, whereabouts],
  );
  const selection = useOwnSelection();
  const open = (kind: Opened['kind']) => {
    // What they are about is what is selected and in view when they are opened.
    if (kind === 'evidence') setDialog({ kind, marked: selectedWords(selection()) });
    else if (kind !== 'share') setDialog({ kind });
    else if (reader !== undefined)
      setDialog({ kind, offer: offerOf(reader, panes.shown(), window.location.href) });
  };
  const hasSelected = () => selectedWords(selection()).some(({ words }) => words.trim() !== '');
  const evidence = () => open('evidence');
  useKey('e', evidence);
  useKey('?', () => open('keys'));
  const { preferences, prefer } = panes;
  useKey('1', () => prefer(withPane(preferences, 'scan', !preferences.scan)));
  useKey('2', () => prefer(withPane(preferences, 'texts', !preferences.texts)));

  const title = manifest?.title?.values.join(', ');
  useEffect(() => {
    if (title !== undefined && mount.document === undefined && mount.room === 'first') document.title = title;
  }, [title, mount]);

  return (
    <div className="desk">
      <Bar
        mount={mount}
        title={manifest?.title}
        turning={way}
        panel={{
          ...{ id: panelId, opener: panel.opener },
          isOpen: panel.shown !== undefined && panel.shown !== 'hits',
          onToggle: () => panel.toggle('pages'),
        }}
        onOpen={open}
        menu={[
          ...(manifest === undefined ? [] : roomMenu(manifest, open, mount, hasSelected)),
          ...languageMenu(mount),
        ]}
        panes={
          !areOpen(leaves) ? null : (
            <>
              {isNarrow ? null : <PaneToggles panes={panes} />}
              <ViewMenu panes={panes} />
            </>
          )
        }
        finder={
          manifest?.search === undefined ? null : (
            <Finder
              service={manifest.search}
              searching={searching}
              canvases={canvases}
              list={{
                ...{ id: panelId, isOpen: panel.shown === 'hits' },
                onToggle: () => panel.toggle('hits'),
              }}
            />
          )
        }
      />
      <p className="desk-unseen" aria-live="polite">
        {turned === 'reader' && canvas !== undefined
          ? say('pageTurned', {
              folio: canvas.label,
              number: index + 1,
              count: canvases.length,
            })
          : ''}
      </p>
      {run?.failure === undefined ? null : (
        <p className="desk-strayed" role="alert">
          {say('searchFailed', { reason: run.failure })}
        </p>
      )}
      {strayed ? <p className="desk-strayed">{say('pageUnknown')}</p> : null}
      {(turned === undefined ? mount.notes : []).map((note) => (
        <p key={note} className="desk-strayed">
          {say(NOTED[note])}
        </p>
      ))}
      {failure !== undefined && (!unreachable || diagnosis !== undefined) ? (
        <FailurePane
          what={say('manifestFailed')}
          why={diagnosis ?? say(failure)}
          address={mount.manifest}
          again={unreachable}
        />
      ) : !areOpen(leaves) ? (
        <Skeleton words={say('loadingManifest')} />
      ) : (
        <TurningContext.Provider value={way}>
          <Desk
            windowId={windowId}
            leaves={leaves}
            canvas={canvas ?? leaves[0].canvas}
            panes={panes}
            imageFailed={imageFailure(props)}
            statement={manifest?.statement}
            opening={strayed ? {} : mount}
            onLeaf={(id) => turn(id)}
            onLine={(line) => rememberLine(line, mount)}
            onOpen={open}
            whereabouts={whereabouts}
            searched={{
              hits: run?.hits ?? NO_HITS,
              ...{ current, seeking, onLetGo: searching.letGo, onEscape: searching.clear },
            }}
            panel={
              panel.shown === undefined ? null : (
                <SidePanel
                  {...{ id: panelId, tabs, shown: panel.shown }}
                  onShow={panel.show}
                  onClose={panel.shut}
                >
                  {panel.shown === 'pages' ? (
                    <PageList turning={way} thumbnail={thumbnail} onChosen={panel.onChosen} />
                  ) : panel.shown === 'contents' && contents !== undefined ? (
                    <ContentsTree contents={contents} turning={way} onChosen={panel.onChosen} />
                  ) : run === undefined ? null : (
                    <HitList
                      {...{ run, current, canvases }}
                      onChoose={(number) => {
                        searching.choose(number);
                        panel.onChosen();
                      }}
                      onMore={searching.more}
                    />
                  )}
                </SidePanel>
              )
            }
          />
        </TurningContext.Provider>
      )}
      {/* At the foot, and last for those who go by keys. */}
      {isNarrow && areOpen(leaves) ? <PaneToggles panes={panes} /> : null}
      {reader === undefined ? null : (
        <>
          <QuoteBar onEvidence={evidence} />
          <RoomDialogs reader={reader} opened={dialog} onClose={() => setDialog(undefined)} />
        </>
      )}
    </div>
  );
}

/** What opens over the room opens at once, although it is not in the first script. */
function fetchPartsAhead(): void {
  DialogContents.fetchAhead();
  ImageFields.fetchAhead();
}

function areOpen(leaves: readonly Leaf[]): leaves is Leaves {
  return leaves.length > 0;
}

function useManifest({ manifest, mount }: ReadingRoomProps): Manifest | undefined {
  const json = manifest?.json;
  return useMemo(() => {
    const read = readManifest(json, mount.language);
    // Texts of the whole document are kept under the address that was asked, whatever the manifest calls itself.
    return read === undefined ? undefined : { ...read, id: mount.manifest };
  }, [json, mount]);
}

/** Why there is no document; undefined while it is on its way, and when it is there. */
function failureOf({ manifest }: ReadingRoomProps): MessageKey | undefined {
  if (manifest === undefined || manifest.isFetching === true || manifest.json !== undefined) return undefined;
  // Mirador marks the fetch as begun without a word while its request waits for others.
  if (!('error' in manifest)) return undefined;
  switch (manifest.error) {
    case 'collection':
      return 'manifestCollection';
    case 'no-canvas':
      return 'manifestNoCanvas';
    case 'not-iiif':
      return 'manifestNotIiif';
    default:
      return 'manifestUnreachable';
  }
}
