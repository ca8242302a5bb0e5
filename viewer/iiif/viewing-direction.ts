import { isRecord, recordsOf } from './json.ts';

/**
 * Which side of a page the next one is on (`viewingDirection`, Presentation 3 §3.2, 2.1 §3.3 on the manifest or its
 * first sequence). A manifest that says nothing means `left-to-right`. Undefined where pages follow each other from top
 * to bottom or from bottom to top, and none is at the side of another.
 */
export function viewingDirectionOf(manifest: unknown): 'ltr' | 'rtl' | undefined {
  if (!isRecord(manifest)) return 'ltr';
  const [sequence] = recordsOf(manifest.sequences);
  const named = [manifest.viewingDirection, sequence?.viewingDirection];
  if (named.includes('right-to-left')) return 'rtl';
  return named.includes('top-to-bottom') || named.includes('bottom-to-top') ? undefined : 'ltr';
}
