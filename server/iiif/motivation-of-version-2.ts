import type { TextRole } from '../model/text.ts';

/**
 * Presentation API 2.1 §5.4 and §5.5: a transcription is shown as the page itself, and must be `sc:painting`; what is
 * said about the page is not. A transliteration is the page's own words too; a translation or a note is somebody's.
 * Mirador 4.0 shows both kinds, and Content Search 1 tells them apart by it.
 */
export const MOTIVATION: Record<TextRole, 'sc:painting' | 'oa:commenting'> = {
  transcription: 'sc:painting',
  transliteration: 'sc:painting',
  translation: 'oa:commenting',
  notes: 'oa:commenting',
};
