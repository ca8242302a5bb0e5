import type { Rules } from './finding.ts';
import { under } from './json-path.ts';
import type { Node } from './node.ts';
import type { Setting } from './setting.ts';
import { shown } from './shown.ts';

export const DIMENSION_RULES = {
  'dimension-invalid': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 height, width, duration',
    section2: 'Presentation 2.1 §3.3',
    mend: 'Give width and height as whole numbers above 0, and duration as a number of seconds above 0.',
  },
  'canvas-one-sided': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 height',
    section2: 'Presentation 2.1 §5.3',
    mend: 'Give both width and height.',
  },
  'canvas-without-extent': {
    severity: 'error',
    section: 'Presentation 3.0 §5.3',
    section2: 'Presentation 2.1 §5.3',
    mend: 'Give the canvas a width and a height, or a duration, or all three.',
  },
} satisfies Rules;

export function checkDimensions({ kind, value, path, place }: Node, { report, version }: Setting): void {
  if (kind !== 'Canvas' && kind !== 'Content') return;
  for (const name of ['width', 'height']) {
    const length = value[name];
    if (length !== undefined && !(Number.isInteger(length) && Number(length) > 0))
      report('dimension-invalid', under(path, name), `The ${name} is ${shown(length)}.`);
  }
  const { width, height, duration } = value;
  if (duration !== undefined && !(typeof duration === 'number' && duration > 0))
    report('dimension-invalid', under(path, 'duration'), `The duration is ${shown(duration)}.`);
  if (kind !== 'Canvas' || place === 'reference') return;
  if ((width === undefined) !== (height === undefined))
    report('canvas-one-sided', path, `The canvas has a ${width === undefined ? 'height' : 'width'} alone.`);
  else if (width === undefined && (duration === undefined || version === 2))
    report('canvas-without-extent', path, 'The canvas has no width and height.');
}
