import { english } from '../en/messages.ts';
import type { Messages } from '../messages.ts';

/**
 * What failures say, by their English words; `{}` stands for what a failure names. They are thrown far from any
 * page, by code that knows no language, and are logged and answered to programs in English.
 */
const FAILURES: Readonly<Record<string, string>> = {
  'There is nothing at {}': 'По адресу {} ничего нет',
  'Diptych only answers questions': 'Diptych только отвечает на запросы',
  'GET, HEAD or OPTIONS': 'GET, HEAD или OPTIONS',
  'The archive has no such collection': 'Такого собрания в архиве нет',
  'The archive has no such document': 'Такого документа в архиве нет',
  'There is no such document': 'Такого документа нет',
  'This document is no longer published here': 'Этот документ здесь больше не опубликован',
  'This document is no longer in the archive': 'Этого документа в архиве больше нет',
  'The archive describes no such person': 'Такого лица архив не описывает',
  'The archive describes no such place': 'Такого места архив не описывает',
  'This leaf is no longer part of the document': 'Этот лист больше не входит в документ',
  'This page is no longer in its document': 'Этой страницы в документе больше нет',
  'The document has no such leaf': 'Такого листа в документе нет',
  'The document has no such page': 'Такой страницы в документе нет',
  'The document has no such text': 'Такого текста у документа нет',
  'The document has no such line': 'Такой строки в документе нет',
  'The document has no two translations of the same text': 'У документа нет двух переводов одного текста',
  'This is no translation that could be compared with another':
    'Это не перевод, который можно сравнить с другим',
  'These two texts translate different originals': 'Эти два текста — переводы разных оригиналов',
  'the id of a text and of a line in it, such as ru.s1':
    'идентификатор текста и строки в нём, например ru.s1',
  'The parameter {} may be given once only': 'Параметр {} можно указать только один раз',
  'The parameter {} is not usable': 'Параметр {} непригоден',
  'The parameter {} is no address that can be opened': 'Параметр {} — не адрес, который можно открыть',
  'The parameter {} is no date': 'Параметр {} — не дата',
  'The parameter {} is no rectangle': 'Параметр {} — не прямоугольник',
  'The parameter {} names no line': 'Параметр {} не называет строки',
  'The parameter {} names none of this document': 'Параметр {} не называет ничего в этом документе',
  'The parameter from is after the parameter to': 'Начальная дата позже конечной',
  'the earlier date first': 'сначала более ранняя дата',
  'a whole number': 'целое число',
  'a whole number from {}': 'целое число от {}',
  'a whole number from {} to {}': 'целое число от {} до {}',
  'the id of a document': 'идентификатор документа',
  'reading or difference': 'reading или difference',
  '1, or none': '1 или ничего',
  'words, {} characters at most': 'слова, не более {} знаков',
  'a whole http or https address, such as {}': 'полный адрес http или https, например {}',
  'four numbers, such as {} or {}': 'четыре числа, например {} или {}',
  'a year, a month or a day, such as {}, {} or {}': 'год, месяц или день, например {}, {} или {}',
  'This search is narrowed by too much at once': 'Поиск уточнён слишком многими условиями сразу',
  '{} values at most': 'не более {} значений',
  'This is too much to search for': 'Запрос слишком длинный',
  '{} characters at most': 'не более {} знаков',
  'This search has too many words': 'В запросе слишком много слов',
  '{} at most': 'не более {}',
  'This search has too many beginnings of words': 'В запросе слишком много начал слов',
  'This search is nested too deeply': 'Слишком много вложенных скобок',
  '{} brackets at most': 'не более {} скобок',
  'Too many are searching at the moment; please try again': 'Сейчас ищут слишком многие; попробуйте ещё раз',
  'This search takes too long; please ask for something less common':
    'Этот поиск занимает слишком много времени; поищите что-нибудь менее частое',
  'An address holds no NUL': 'В адресе не бывает знака NUL',
};

/**
 * The Russian of a failure's English words; undefined for what has none: details of files and of the machine, which
 * the status page's own words cover.
 * @param contentState the Russian of why a content state is refused.
 */
export function failureIn(contentState: Messages['contentState']): (words: string) => string | undefined {
  const refusals = Object.entries(contentState.refusal).map(([reason, words]) => {
    const [, from = ''] = Object.entries(english.contentState.refusal).find(([key]) => key === reason) ?? [];
    return [from, words] as const;
  });
  const known = [
    ...Object.entries(FAILURES),
    [english.contentState.expected, contentState.expected] as const,
    ...refusals.flatMap(([from, words]) => [
      [from, words] as const,
      [`${from} ({})`, `${words} ({})`] as const,
    ]),
  ];
  // The most exact first: what names nothing, then what has the most words of its own.
  const templates = known
    .toSorted(([a], [b]) => b.replaceAll('{}', '').length - a.replaceAll('{}', '').length)
    .map(([from, to]) => ({ pattern: patternOf(from), to }));
  return (words) => {
    for (const { pattern, to } of templates) {
      const found = pattern.exec(words);
      if (found === null) continue;
      let next = 0;
      return to.replaceAll('{}', () => found[(next += 1)] ?? '');
    }
    return undefined;
  };
}

function patternOf(template: string): RegExp {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('{}', '(.+?)')}$`, 'su');
}
