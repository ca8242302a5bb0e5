import { isRecord, recordsOf } from './json.ts';

/**
 * Which side of a page the next one is on, where the manifest says so for pages that are turned sideways
 * (`viewingDirection`, Presentation 3 §3.2, 2.1 §3.3 on the manifest or its first sequence). Undefined where it says
 * nothing, or that pages follow from top to bottom.
 */
export function viewingDirectionOf(manifest: unknown): 'ltr' | 'rtl' | undefined {
  if (!isRecord(manifest)) return undefined;
  const [sequence] = recordsOf(manifest.sequences);
  const named = [manifest.viewingDirection, sequence?.viewingDirection];
  if (named.includes('right-to-left')) return 'rtl';
  return named.includes('left-to-right') ? 'ltr' : undefined;
}
