import { counted } from './counted.ts';

/** Every word of ours that the page of dates says. */
export const datesMessages = {
  heading: 'Dates',
  lead: 'The documents year by year, each year’s in the order of their dates. A document that spans several years is counted in each of them.',
  none: 'No document of this archive has a date of a year yet.',
  decade: (decade: string) => `${decade}s`,
  documents: (count: number) => counted(count, 'document', 'documents'),
  otherwise: 'Of no year',
  longer: (count: number) =>
    `${counted(count, 'document spans', 'documents span')} more than twenty years or a time without an end.`,
  undated: (count: number) => `${counted(count, 'document bears', 'documents bear')} no date.`,
  undatedLink: 'See them',
  undatedHeading: 'Undated',
  undatedLead: 'The documents whose records have no date, in the order of their ids.',
  noneUndated: 'Every document of this archive has a date.',
  otherwiseHelp: 'They stand in their collections.',
};
