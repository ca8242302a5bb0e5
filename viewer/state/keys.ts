import type { MessageKey } from '../messages/messages.ts';

/** What a key alone does in the room. */
export type Act = 'zoomIn' | 'zoomOut' | 'wholePage' | 'turnLeft' | 'turnRight' | 'lines' | 'fullScreen';

/** `keys`: as `KeyboardEvent.key` names them, the first as it is shown to people; `message`: what it does. */
export type Shortcut = { act: Act; keys: readonly [string, ...string[]]; message: MessageKey };

/** Keys that do something wherever the focus is, except where one types. */
export const SHORTCUTS: readonly Shortcut[] = [
  // Of the two that are one key on many keyboards no one should have to press Shift.
  { act: 'zoomIn', keys: ['+', '='], message: 'zoomIn' },
  { act: 'zoomOut', keys: ['-'], message: 'zoomOut' },
  { act: 'wholePage', keys: ['0'], message: 'wholePage' },
  { act: 'turnLeft', keys: ['['], message: 'turnLeft' },
  { act: 'turnRight', keys: [']'], message: 'turnRight' },
  { act: 'lines', keys: ['r'], message: 'showLines' },
  { act: 'fullScreen', keys: ['f'], message: 'fullScreen' },
];

/** On keyboards of other scripts the same keys bear other letters: `х` and `ъ` stand where `[` and `]` do. */
const BY_PLACE: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  KeyR: 'r',
  KeyF: 'f',
};

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'getModifierState'>;

/** What a press of a key does; undefined if nothing: with Ctrl, Alt or Meta keys belong to browser and system. */
export function actOf(press: Press): Act | undefined {
  const { key, code, ctrlKey, altKey, metaKey } = press;
  // AltGr, by which many keyboards write brackets, comes as Ctrl and Alt.
  const isHeld = (ctrlKey || altKey || metaKey) && !press.getModifierState('AltGraph');
  if (isHeld) return undefined;
  const isOfOtherScript = key.length === 1 && key.charCodeAt(0) > 0x2ff;
  const meant = isOfOtherScript ? (BY_PLACE[code] ?? key) : key;
  return SHORTCUTS.find(({ keys }) => keys.includes(meant))?.act;
}

/** How a key is shown behind the name of what it does: `Zoom in (+)`. */
export function keyOf(act: Act): string {
  return SHORTCUTS.find((shortcut) => shortcut.act === act)?.keys[0] ?? '';
}

/** Whether what has the focus takes letters for words. */
export function takesWords(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type=radio], [type=checkbox], [type=range]), textarea, select') !== null)
  );
}
