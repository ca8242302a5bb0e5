import { interfaceDirection } from './interface-direction.ts';
import type { Mount } from './mount.ts';
import { requests } from './requests.ts';
import { themesWith, type Scheme } from './themes.ts';
import { say } from '../messages/messages.ts';

/** At most so long does the scan take to come into view. Seconds. */
const TRAVEL = 0.2;

/** Mirador as the scan pane and nothing else: no workspace, no side bars, one canvas at a time; a window for each room. */
export function configuration(
  mounts: readonly [Mount, ...Mount[]],
  scheme: Scheme,
  still: boolean,
  accent: string,
): object {
  const [{ language }] = mounts;
  return {
    language,
    translations: {
      [language]: {
        ...{ digitizedView: say('digitizedView'), workspace: say('readingRoom') },
        // Without a name Mirador's section is no landmark: the region around it is one, and has the name. With one that
        // counts the pages, two documents would have the same landmark.
        item: '',
      },
    },
    // Mirador has no Russian of its own: what it says that is seen or heard here is said by us.
    availableLanguages: { [language]: language },
    selectedTheme: scheme,
    theme: { direction: interfaceDirection() },
    themes: themesWith(accent),
    requests,
    windows: mounts.map(({ room, manifest, json, canvas }) => ({
      id: room,
      manifestId: manifest,
      ...(json === undefined ? {} : { manifest: json }),
      ...(canvas === undefined ? {} : { canvasId: canvas }),
    })),
    window: {
      allowClose: false,
      allowMaximize: false,
      allowTopMenuButton: false,
      allowWindowSideBar: false,
      sideBarOpen: false,
      // Else one is drawn that nobody sees, in English.
      sideBarPanel: '',
      // A manifest's own behavior would win over the default view; without views to match it cannot.
      views: [{ key: 'single' }, { key: 'book' }],
      defaultView: 'single',
    },
    workspace: { type: 'rooms', allowNewWindows: false, showZoomControls: false },
    workspaceControlPanel: { enabled: false },
    osdConfig: {
      // WebGL gains nothing on one page, and is lost where there are no graphics or too many tabs.
      drawer: 'canvas',
      animationTime: still ? 0 : TRAVEL,
      // Another page starts as a whole page; this is Mirador's own word for it as well as OpenSeadragon's.
      preserveViewport: false,
      preserveImageSizeOnResize: false,
      blendTime: still ? 0 : 0.1,
      visibilityRatio: 0.4,
      minZoomImageRatio: 0.6,
      maxZoomPixelRatio: 3,
      zoomPerDoubleClick: 2,
    },
  };
}
