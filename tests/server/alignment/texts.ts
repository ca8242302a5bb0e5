import type { AlignmentText } from '../../../server/alignment/align-sentences.ts';

/** Short texts written for the tests, each with an English rendering that has as many sentences. */
export const RUSSIAN: AlignmentText = {
  language: 'ru',
  sentences: [
    'Докладываю о поездке в Сольмок 12 октября 1950 года.',
    'Министр Ли Сан Чжо принял нас утром.',
    'Он сообщил, что мост через реку разрушен.',
    'Железная дорога на север открыта, но поезда идут медленно.',
    'Какова судьба рабочих депо?',
    'Из 340 человек на работу вышли 215.',
    'Деньги были выплачены за август и сентябрь.',
    'Лес для моста обещал доставить Каменский.',
    'Снег выпал в горах раньше обычного.',
    'Врачи просят прислать лекарства: хинин, йод и бинты.',
    'Школа в деревне закрыта до весны.',
    'Прошу ответить телеграммой.',
  ],
};

export const RUSSIAN_IN_ENGLISH: readonly string[] = [
  'I report on the journey to Solmok on 12 October 1950.',
  'Minister Li Sang-cho received us in the morning.',
  'He told us that the bridge across the river was destroyed.',
  'The railway to the north is open, but the trains are slow.',
  'What has become of the workers of the depot?',
  'Of 340 people 215 have come to work.',
  'Money was paid for August and September.',
  'Kamensky has promised to deliver timber for the bridge.',
  'Snow has fallen in the mountains earlier than usual.',
  'The doctors ask for medicines: quinine, iodine and bandages.',
  'The school in the village is closed until spring.',
  'Please reply by telegram.',
];

export const KOREAN: AlignmentText = {
  language: 'ko',
  sentences: [
    '1951년 3월 4일 평양에서 이 편지를 보냅니다.',
    '우리 학교에는 학생이 120명 있습니다.',
    '겨울에는 석탄이 없어서 아이들이 추위에 떨었습니다.',
    '박 선생은 책 35권을 가져왔습니다.',
    '다리는 4월에 다시 건설됩니다.',
    '병원에는 의사가 두 사람뿐입니다.',
    '평화를 위하여 당신의 도움에 감사합니다.',
  ],
};

export const KOREAN_IN_ENGLISH: readonly string[] = [
  'I send you this letter from Pyongyang on 4 March 1951.',
  'There are 120 pupils in our school.',
  'In winter there was no coal, and the children shivered with cold.',
  'Mr Pak brought 35 books.',
  'The bridge will be built again in April.',
  'In the hospital there are only two doctors.',
  'We thank you for your help in the cause of peace.',
];

export const CHINESE: AlignmentText = {
  language: 'zh',
  sentences: [
    '一九五〇年十月五日，大使馆收到了政府的电报。',
    '会议讨论了铁路和桥的问题。',
    '代表团有17人，其中3人是医生。',
    '他们请求送来400吨煤。',
    '秘密报告已经交给主席。',
    '我们等待回答。',
  ],
};

export const CHINESE_IN_ENGLISH: readonly string[] = [
  'On 5 October 1950 the embassy received a telegram from the government.',
  'The meeting discussed the question of the railway and the bridge.',
  'The delegation has 17 members, of whom 3 are doctors.',
  'They ask for 400 tons of coal to be sent.',
  'The secret report has been given to the chairman.',
  'We await an answer.',
];
