import type { Messages } from '../messages.ts';
import { counted } from './counted.ts';

/** Every word of ours that the page of dates says. */
export const datesMessages: Messages['dates'] = {
  heading: 'Даты',
  lead: 'Документы по годам, внутри каждого года — в порядке дат. Документ, который охватывает несколько лет, учтён в каждом из них.',
  none: 'Ни у одного документа этого архива пока нет даты с годом.',
  decade: (decade) => `${decade}-е годы`,
  documents: (count) => counted(count, ['документ', 'документа', 'документов']),
  otherwise: 'Вне годов',
  longer: (count) =>
    `${counted(count, ['документ охватывает', 'документа охватывают', 'документов охватывают'])} более двадцати лет или время без окончания.`,
  undated: (count) =>
    `${counted(count, ['документ не датирован', 'документа не датированы', 'документов не датированы'])}.`,
  undatedLink: 'Показать',
  undatedHeading: 'Без даты',
  undatedLead: 'Документы, в описаниях которых нет даты, в порядке их идентификаторов.',
  noneUndated: 'У каждого документа этого архива есть дата.',
  otherwiseHelp: 'Их можно найти в их собраниях.',
};
