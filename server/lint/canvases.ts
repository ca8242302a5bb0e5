import type { Rules } from './finding.ts';
import { under } from './json-path.ts';
import type { Node } from './node.ts';
import type { Setting } from './setting.ts';

export const CANVAS_RULES = {
  'placeholder-nested': {
    severity: 'error',
    section: 'Presentation 3.0 §3.1 placeholderCanvas',
    mend: 'Take it away: what stands in for something has no stand-in itself.',
  },
} satisfies Rules;

const STAND_INS = ['placeholderCanvas', 'accompanyingCanvas'] as const;

export function checkCanvases({ role, value, path }: Node, { report }: Setting): void {
  if (!STAND_INS.some((name) => name === role)) return;
  for (const name of STAND_INS) {
    if (value[name] !== undefined)
      report('placeholder-nested', under(path, name), `The canvas in "${role}" has a "${name}" itself.`);
  }
}
