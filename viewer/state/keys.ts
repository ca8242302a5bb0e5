import type { MessageKey } from '../messages/messages.ts';

/** Where keys work: in the whole room but in its fields, or only where the focus is in what the group is named after. */
export type KeyGroup = 'pages' | 'search' | 'rows' | 'scan' | 'panel' | 'room';

/**
 * Keys that do one thing (`act`, where that is done to the scan), each as `KeyboardEvent.key` has it, with what is held down before it: `Shift+F3`. Of several
 * any will do, or each goes its own way, as arrows do.
 */
export type KeyEntry = { keys: readonly string[]; says: MessageKey; group: KeyGroup; act?: ScanAct };

/** What a key alone does with the scan, which has buttons for it too. */
export type ScanAct = 'zoomIn' | 'zoomOut' | 'wholePage' | 'turnLeft' | 'turnRight' | 'lines' | 'fullScreen';

/** Every key of the room, as its help lists them. Those that handle them stand with what they do. */
export const KEYS: readonly KeyEntry[] = [
  { keys: ['n'], says: 'keyNextPage', group: 'pages' },
  { keys: ['p'], says: 'keyPreviousPage', group: 'pages' },
  { keys: ['Control+Home'], says: 'keyFirstPage', group: 'pages' },
  { keys: ['Control+End'], says: 'keyLastPage', group: 'pages' },
  { keys: ['g'], says: 'keyGoTo', group: 'pages' },
  { keys: ['/'], says: 'keySearch', group: 'search' },
  { keys: ['F3'], says: 'keyNextHit', group: 'search' },
  { keys: ['Shift+F3'], says: 'keyPreviousHit', group: 'search' },
  { keys: ['ArrowUp', 'ArrowDown'], says: 'keyWalkRows', group: 'rows' },
  { keys: ['Home', 'End'], says: 'keyEndsOfRows', group: 'rows' },
  { keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], says: 'keyMoveScan', group: 'scan' },
  { keys: ['PageUp', 'PageDown'], says: 'keyTurnFromScan', group: 'scan' },
  { keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], says: 'keyWalkPanel', group: 'panel' },
  { keys: ['Home', 'End'], says: 'keyEndsOfPanel', group: 'panel' },
  { keys: ['Escape'], says: 'keyClosePanel', group: 'panel' },
  // Of the two that are one key on many keyboards no one should have to press Shift.
  { keys: ['+', '='], says: 'zoomIn', group: 'scan', act: 'zoomIn' },
  { keys: ['-'], says: 'zoomOut', group: 'scan', act: 'zoomOut' },
  { keys: ['0'], says: 'wholePage', group: 'scan', act: 'wholePage' },
  { keys: ['['], says: 'turnLeft', group: 'scan', act: 'turnLeft' },
  { keys: [']'], says: 'turnRight', group: 'scan', act: 'turnRight' },
  { keys: ['r'], says: 'showLines', group: 'scan', act: 'lines' },
  { keys: ['1'], says: 'keyScanPane', group: 'room' },
  { keys: ['2'], says: 'keyTextsPane', group: 'room' },
  { keys: ['e'], says: 'evidenceOfRow', group: 'room' },
  { keys: ['t'], says: 'keyPanel', group: 'room' },
  { keys: ['Escape'], says: 'keyLetGo', group: 'room' },
  { keys: ['f'], says: 'fullScreen', group: 'room', act: 'fullScreen' },
  { keys: ['?'], says: 'keyHelp', group: 'room' },
];

/** On keyboards of other scripts the same keys bear other letters: `х` and `ъ` stand where `[` and `]` do. */
const SIGNS_BY_PLACE: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' };

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'getModifierState'>;

/**
 * The letter or sign that a key alone stands for; undefined where it is no such key, or something is held down with it,
 * which belongs to browser and system. On a keyboard of another script it is what stands at the same place of the Latin
 * one: `n` for `т`. A capital is another than its letter.
 */
export function signOf(press: Press): string | undefined {
  const { key, code, ctrlKey, altKey, metaKey } = press;
  // AltGr, by which many keyboards write brackets, comes as Ctrl and Alt.
  const isHeld = (ctrlKey || altKey || metaKey) && !press.getModifierState('AltGraph');
  if (isHeld || key.length !== 1) return undefined;
  const isOfOtherScript = /\p{L}/u.test(key) && !/\p{Script=Latin}/u.test(key);
  if (!isOfOtherScript) return key;
  return SIGNS_BY_PLACE[code] ?? /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
}

/** What a letter or sign does with the scan; undefined if nothing. */
export function scanActOf(sign: string | undefined): ScanAct | undefined {
  return sign === undefined
    ? undefined
    : KEYS.find(({ keys, act }) => act !== undefined && keys.includes(sign))?.act;
}

/** How a key is shown behind the name of what it does: `Zoom in (+)`. */
export function keyOf(act: ScanAct): string {
  return KEYS.find((entry) => entry.act === act)?.keys[0] ?? '';
}
