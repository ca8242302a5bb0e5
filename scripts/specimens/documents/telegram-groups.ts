import { group, type Group } from '../passage.ts';

/** The telegram's sentences, and those of the second translation, which is written by hand and not linked. */
export const TELEGRAM_GROUPS: readonly Group[] = [
  group('СОВЕРШЕННО СЕКРЕТНО', 'Top Secret.'),
  group('Экз. № 2', 'Second copy.'),
  group(
    ['ТЕЛЕГРАММА № 318', 'из Пекхо 7 октября 1950 года', 'ТОВАРИЩУ ЗАЛЕСЬЕВУ'],
    'Cable no. 318, sent from Byeokho on 7 October 1950, for the attention of Comrade Zalesyev',
  ),
  group(
    'Докладываю: 4 октября из поездки на правый берег возвратился министр путей сообщения О Гын Дам; 5 октября он созвал совещание, на котором сообщил о переговорах по вопросу о переправе через реку Норан.',
    [
      'This is to inform you that O Geun-dam, the transport minister, came back on October 4 from his trip across the river.',
      'Next day he gathered his officials and told them how the talks about getting over the Noran had gone.',
    ],
  ),
  group(
    'По словам О Гын Дама, его приняли председатель речной комиссии Мун Тхэ Гок и три ее члена.',
    'He says he was seen by Mun Tae-gok, who heads the River Commission, together with three commissioners.',
  ),
  group(
    'Первая беседа касалась только паводка и убытков, вторая, более откровенная, - положения на обоих берегах.',
    [
      'In their first talk they spoke of nothing but the high water and the losses.',
      'The second was more candid and turned to how matters stand on the one shore and the other.',
    ],
  ),
  group(
    'Мун Тхэ Гок заявил, что комиссия готова продать лес для восстановления моста, но послать своих инженеров и водолазов не может.',
    'The commission, Mun Tae-gok declared, would gladly sell the wood that is needed to restore the bridge; its engineers and divers, however, it could not spare.',
  ),
  group(
    'Он пояснил, что появление их на левом берегу было бы истолковано как признание нынешней границы, к чему комиссия не уполномочена.',
    'Were they to be seen on the left bank, he said, this would be taken to mean that the border as it now runs had been accepted, and the commission has no powers to do that.',
  ),
  group(
    'Кроме того, заметил он, ледостав наступает здесь в первых числах декабря, и начинать работы у опор поздно; плавучих кранов у комиссии нет, а ее единственный буксир третий месяц стоит в ремонте.',
    [
      'He remarked, too, that ice closes the river there at the very beginning of December, so that it is late in the year to start on the piers.',
      'Floating cranes the commission does not possess, and the one tugboat it has is in its third month at the repair yard.',
    ],
  ),
  group(
    'О Гын Даму посоветовали не ждать моста, а устроить паром у деревни Сольмок и подвозить грузы гужевым транспортом.',
    'His advice to O Geun-dam was to forget about a bridge for the present, open a ferry near Solmok village, and haul the goods there on carts.',
  ),
  group(
    'Склады на правом берегу, сказал Мун Тхэ Гок, могут быть предоставлены до весны безвозмездно, если охрану их примет на себя министерство путей сообщения.',
    'According to Mun Tae-gok the storehouses on the far side may be had rent-free till spring, so long as the transport ministry posts the guards.',
  ),
  group('На совещании 5 октября мнения разделились.', 'Those present on October 5 could not agree.'),
  group(
    'Заместитель министра Чхве Ын Соль настаивал, чтобы работы на мосту были начаты немедленно и своими силами, однако поддержки не получил.',
    'Choe Eun-seol, the deputy minister, demanded that they start on the bridge immediately, using what they had; nobody seconded him.',
  ),
  group('Решено:', 'Decisions:'),
  group(
    '1. Постройку постоянного моста отложить до мая 1951 г.',
    'A permanent bridge will not be built before May of 1951.',
  ),
  group(
    '2. Паром у Сольмока открыть не позднее 20 октября; начальником переправы назначить Чхве Ын Соля.',
    'The Solmok ferry will run from October 20 at the latest, with Choe Eun-seol in charge of the crossing.',
  ),
  group(
    '3. Закупить 1800 куб. метров леса и сплавить его до ледостава.',
    '1800 cubic meters of lumber will be purchased and rafted downstream ahead of the ice.',
  ),
  group(
    'Официально о возвращении О Гын Дама и о принятом решении миссии до сих пор не сообщено.',
    'Nobody has yet told the legation officially that O Geun-dam is back, nor what was decided.',
  ),
  group(
    'Сведения получены от лица, присутствовавшего на совещании; проверяем.',
    'We have this from someone who sat in on the meeting, and are checking it.',
  ),
  group(
    'Прошу указать, как отвечать, если нас попросят о присылке двух плавучих кранов.',
    'Please advise what we are to answer should they want two floating cranes from us.',
  ),
  group('ОЛЬШАНИКОВ', 'Olshanikov'),
  group(
    ['Отпечатано в 3 экз.', 'Экз. № 1 - тов. Залесьеву', 'Экз. № 2 - в дело', 'Экз. № 3 - шифротделу'],
    'Three copies typed: the first for Comrade Zalesyev, the second for the file, the third for the code section.',
  ),
  group('7.10.50 г.', 'October 7, 1950.'),
];
