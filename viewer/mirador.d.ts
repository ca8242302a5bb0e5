/** What we use of Mirador 4.0.0, which brings no types of its own. */
declare module 'mirador' {
  import type { ComponentType, ReactElement, ReactNode } from 'react';

  /** Mirador's redux state: read it through the selectors below only. */
  export type MiradorState = { readonly windows?: unknown };
  export type MiradorAction = { readonly type: string; readonly [property: string]: unknown };
  export type MiradorThunk = (...parameters: never[]) => unknown;
  export type Dispatch = (action: MiradorAction | MiradorThunk) => unknown;

  export type MiradorPlugin = {
    name: string;
    target: string;
    mode: 'add' | 'wrap';
    component: unknown;
    mapStateToProps?: unknown;
    mapDispatchToProps?: unknown;
  };

  export type MiradorInstance = {
    store: { dispatch: Dispatch; getState(): MiradorState };
    render(): ReactElement;
    unmount(): void;
  };

  /** With `id` in the configuration it renders into that element at once; without, `render()` gives the element. */
  export function viewer(configuration: object, plugins: readonly MiradorPlugin[]): MiradorInstance;

  export type WindowProps = { windowId: string };
  export type ManifestEntry = { id: string; json?: unknown; isFetching?: boolean; error?: unknown };
  export type AnnotationEntry = { id: string; json?: unknown; isFetching?: boolean; error?: unknown };
  export type InfoEntry = { id: string; json?: unknown; isFetching?: boolean; error?: unknown };

  export function getWindow(
    state: MiradorState,
    props: WindowProps,
  ): { canvasId?: string; manifestId?: string; view?: string } | undefined;
  export function getWindowIds(state: MiradorState): readonly string[];
  export function getManifests(state: MiradorState): Readonly<Record<string, ManifestEntry>>;
  export function getAnnotations(
    state: MiradorState,
  ): Readonly<Record<string, Readonly<Record<string, AnnotationEntry>>>>;
  export function getVisibleCanvasIds(state: MiradorState, props: WindowProps): readonly string[];
  export function selectInfoResponses(state: MiradorState): Readonly<Record<string, InfoEntry>>;

  export function setWindowViewType(windowId: string, viewType: string): MiradorAction;
  export function setCanvas(windowId: string, canvasId: string): MiradorThunk;
  export function requestAnnotation(targetId: string, annotationId: string): MiradorAction;
  export function updateConfig(configuration: object): MiradorAction;

  /** Where the canvases lie on the surface that OpenSeadragon shows; its units are the canvases' own. */
  export type CanvasWorld = {
    canvasIds: readonly string[];
    offsetByCanvas(canvasId: string): { x: number; y: number };
    canvasToWorldCoordinates(
      canvasId: string,
    ): readonly [x: number, y: number, width: number, height: number];
  };

  export type OsdPoint = { x: number; y: number };
  /** `rotate`: the same turned about its middle, by degrees clockwise. */
  export type OsdRect = OsdPoint & {
    width: number;
    height: number;
    clone(): OsdRect;
    rotate(degrees: number): OsdRect;
  };
  /** Of OpenSeadragon 5.0.1; `current`: as it is in the middle of a movement, else where that will end. */
  export type OsdViewport = {
    getCenter(current?: boolean): OsdPoint;
    getBoundsNoRotate(current?: boolean): OsdRect;
    getContainerSize(): OsdPoint;
    getFlip(): boolean;
    /** In degrees clockwise, not bounded to one turn. */
    getRotation(current?: boolean): number;
    setRotation(degrees: number, immediately?: boolean): OsdViewport;
    pixelFromPoint(point: OsdPoint, current?: boolean): OsdPoint;
    pointFromPixel(pixel: OsdPoint, current?: boolean): OsdPoint;
    fitBounds(bounds: OsdRect, immediately?: boolean): void;
    zoomBy(factor: number): OsdViewport;
    applyConstraints(): OsdViewport;
  };
  export type OsdEvent = {
    position?: OsdPoint;
    quick?: boolean;
    /** Of `rotate`: where to. */
    degrees?: number;
    /** Of `canvas-key`: the press. */
    originalEvent?: Event;
    preventDefaultAction?: boolean;
    /** Of `add-item-failed`: what was to be added. */
    options?: unknown;
  };
  export type OsdViewer = {
    element: HTMLElement;
    /** What takes the keyboard's focus. */
    canvas: HTMLElement;
    viewport: OsdViewport;
    world: Pick<OsdViewer, 'addHandler' | 'removeHandler'>;
    addHandler(event: string, handler: (event: OsdEvent) => void): void;
    removeHandler(event: string, handler: (event: OsdEvent) => void): void;
  };
  /** What a plugin that is added to `OpenSeadragonViewer` is given; the viewer comes after the first drawing. */
  export type ScanProps = WindowProps & { viewer: OsdViewer | null; canvasWorld: CanvasWorld };

  export const ConnectedWindow: ComponentType<WindowProps>;
  export const ConnectedPrimaryWindow: ComponentType<
    WindowProps & {
      view?: string | undefined;
      isFetching?: boolean | undefined;
      className?: string;
      children?: ReactNode;
    }
  >;
  export const ConnectedIIIFAuthentication: ComponentType<WindowProps>;
  export const ConnectedErrorDialog: ComponentType;
}
