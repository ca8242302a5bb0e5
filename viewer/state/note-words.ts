import type { Note } from '../iiif/content-state.ts';
import type { MessageKey } from '../messages/messages.ts';

/** What is said of each thing that a content state asked for and the room could not do. */
export const NOTED: Record<Note, MessageKey> = {
  'first-of-several': 'noteFirstOfSeveral',
  'region-unread': 'noteRegionUnread',
  'range-unknown': 'noteRangeUnknown',
  'segment-gone': 'noteSegmentGone',
  'segment-unknown': 'noteSegmentUnknown',
};
