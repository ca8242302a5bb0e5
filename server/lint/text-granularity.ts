import { stringsOf } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { under } from './json-path.ts';
import type { Node } from './node.ts';
import type { Setting } from './setting.ts';
import { listed, quoted, shown } from './shown.ts';

export const TEXT_GRANULARITY_RULES = {
  'text-granularity-malformed': {
    severity: 'error',
    section: 'Text Granularity §2',
    mend: 'Give one string.',
  },
  'text-granularity-unknown': {
    severity: 'warning',
    section: 'Text Granularity §2',
    mend: 'Use page, block, paragraph, line, word or glyph.',
  },
  'text-granularity-motivation': {
    severity: 'warning',
    section: 'Text Granularity §3',
    mend: 'Say "supplementing": the text is of the canvas.',
  },
} satisfies Rules;

const LEVELS = ['page', 'block', 'paragraph', 'line', 'word', 'glyph'];

export function checkTextGranularity({ kind, value, path }: Node, { report }: Setting): void {
  const level = value.textGranularity;
  if (level === undefined || kind !== 'Annotation') return;
  const at = under(path, 'textGranularity');
  if (typeof level !== 'string')
    report('text-granularity-malformed', at, `The level is ${shown(level)} and no string.`);
  else if (!LEVELS.includes(level)) report('text-granularity-unknown', at, `${quoted(level)} is no level.`);
  const motivations = stringsOf(value.motivation);
  // Transcriptions are often shown as comments as well, for viewers that show nothing else.
  if (motivations.length > 0 && !motivations.some((one) => one === 'supplementing' || one === 'commenting'))
    report(
      'text-granularity-motivation',
      path,
      `A text of the canvas is ${listed(motivations.map(quoted))}.`,
    );
}
