import type { Messages } from '../messages.ts';

/** What is said of the signs of an edition, in the words of the reading room. */
export const conventionMessages: Messages['conventions'] = {
  legend: 'Условные знаки',
  legendWord: 'слово',
  explained: {
    struck: 'Зачёркнуто пишущим',
    added: 'Вписано пишущим над строкой или в строку',
    uncertain: 'Прочтение предположительное',
    gap: 'Неразборчиво',
    noteref: 'К слову есть примечание',
    stamp: 'Штамп или печать на листе',
    marginalia: 'Написано на полях',
    footnote: 'Сноска или примечание в конце',
  },
  before: {
    struck: 'зачёркнуто',
    added: 'вписано',
    uncertain: 'предположительное прочтение',
    gap: 'неразборчиво',
    noteref: 'примечание',
  },
  end: 'конец',
  form: { stamp: 'Штамп', marginalia: 'На полях', footnote: 'Сноска' },
};
