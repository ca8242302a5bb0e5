import {
  getAnnotations,
  getManifests,
  getWindow,
  requestAnnotation,
  selectInfoResponses,
  setCanvas,
  setWindowViewType,
  type AnnotationEntry,
  type Dispatch,
  type InfoEntry,
  type ManifestEntry,
  type MiradorState,
  type WindowProps,
} from 'mirador';

type Entries = Readonly<Record<string, AnnotationEntry>>;

/** What Mirador knows of a window, as it keeps it: each value stays the same object until it changes. */
export type RoomState = {
  manifest: ManifestEntry | undefined;
  canvasId: string | undefined;
  /** Two pages lie side by side. */
  isBook: boolean;
  /** Annotation pages of the whole document, by their URI. */
  manifestPages: Entries | undefined;
  /** The same of all canvases that were asked for, by canvas. */
  pages: Readonly<Record<string, Entries>>;
  imageInfos: Readonly<Record<string, InfoEntry>>;
};

export type RoomActions = {
  turnTo: (canvasId: string) => void;
  /** One page at a time, or two as in an open book. */
  layOut: (view: 'single' | 'book', canvasId: string) => void;
  fetchPage: (owner: string, page: string) => void;
};

export function roomState(state: MiradorState, { windowId }: WindowProps): RoomState {
  const { canvasId, manifestId = '', view } = getWindow(state, { windowId }) ?? {};
  const annotations = getAnnotations(state);
  return {
    manifest: getManifests(state)[manifestId],
    canvasId,
    isBook: view === 'book',
    manifestPages: annotations[manifestId],
    pages: annotations,
    imageInfos: selectInfoResponses(state),
  };
}

/** What Mirador knows of all windows together. */
export type RoomsState = { manifests: Readonly<Record<string, ManifestEntry>> };

export function roomsState(state: MiradorState): RoomsState {
  return { manifests: getManifests(state) };
}

/** Which document a window shows, by its manifest's address; empty before it has one. */
export function manifestOf(state: MiradorState, { windowId }: WindowProps): { manifestId: string } {
  return { manifestId: getWindow(state, { windowId })?.manifestId ?? '' };
}

export function roomActions(dispatch: Dispatch, { windowId }: WindowProps): RoomActions {
  return {
    turnTo: (canvasId) => void dispatch(setCanvas(windowId, canvasId)),
    layOut: (view, canvasId) => {
      dispatch(setWindowViewType(windowId, view));
      // Mirador asks for the image of the other page only when it turns to one of both.
      dispatch(setCanvas(windowId, canvasId));
    },
    // Mirador fetches the pages of canvases itself; those of the manifest wait for someone to ask.
    fetchPage: (owner, page) => void dispatch(requestAnnotation(owner, page)),
  };
}
