import type { LegendEntry, SignedForm } from '../../../../viewer/iiif/legend.ts';
import type { Sign } from '../../../../viewer/iiif/signs.ts';

/** What is said of the signs of an edition: which words are struck, added or uncertain, and what is a stamp or a note. */
export const conventionMessages = {
  legend: 'Key to the signs',
  legendWord: 'word',
  explained: {
    struck: 'Struck out by the writer',
    added: 'Added by the writer, above the line or in it',
    uncertain: 'Read so, but not for sure',
    gap: 'Cannot be read',
    noteref: 'A note says more',
    stamp: 'Stamped on the paper',
    marginalia: 'Stands in the margin',
    footnote: 'A note at the foot or at the end',
  } satisfies Record<LegendEntry, string>,
  /** For those who hear the page: before the words of a sign, and after them. */
  before: {
    struck: 'struck out',
    added: 'added',
    uncertain: 'uncertain reading',
    gap: 'illegible',
    noteref: 'note',
  } satisfies Record<Sign, string>,
  end: 'end',
  form: { stamp: 'Stamp', marginalia: 'In the margin', footnote: 'Footnote' } satisfies Record<
    SignedForm,
    string
  >,
};
