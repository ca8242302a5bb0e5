import type { MessageKey } from '../messages/messages.ts';

/** Where keys work: in the whole room but in its fields, or only where the focus is in what the group is named after. */
export type KeyGroup = 'pages' | 'search' | 'rows' | 'scan' | 'panel' | 'room';

/**
 * Keys that do one thing, each as `KeyboardEvent.key` has it, with what is held down before it: `Shift+F3`. Of several
 * any will do, or each goes its own way, as arrows do.
 */
export type KeyEntry = { keys: readonly string[]; says: MessageKey; group: KeyGroup };

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
  { keys: ['t'], says: 'keyPanel', group: 'room' },
  { keys: ['Escape'], says: 'keyLetGo', group: 'room' },
  { keys: ['?'], says: 'keyHelp', group: 'room' },
];
