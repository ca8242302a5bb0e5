import { group, pair, type Passage } from '../passage.ts';

const PARAGRAPH = { indent: 2 };

/** Nothing in it has a form of its own in vertical lines: no brackets, no dashes. */
export const RIVER_MEMORANDUM: readonly Passage[] = [
  pair('河務委員會備忘錄', 'Memorandum of the River Commission', { indent: 1, element: 'h1' }),
  pair('一九五〇年十月二十六日', '26 October 1950', { indent: 17 }),
  pair('致松木渡口主任崔銀雪先生：', "To Mr. Ch'oe Ŭn-sŏl, head of the Solmok ferry:"),
  {
    ...PARAGRAPH,
    groups: [
      group(
        '一九五〇年十月七日，本會收到交通部來函，商借右岸倉庫，存放松木渡口之貨物。',
        'On 7 October 1950 this Commission received a letter from the Ministry of Transport, asking for the loan of warehouses on the right bank in which to store the goods of the Solmok ferry.',
      ),
      group(
        ['本會於十二日開會商議，全體贊成。', '議定各項如下。'],
        'The Commission met on the 12th to consider it, and all agreed to the following points.',
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group(
        '一、借用右岸倉庫三座，至明年四月一日為止，不收租金。',
        '1. Three warehouses on the right bank are lent until 1 April next year, free of rent.',
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group(
        '二、倉庫由交通部派十二人看守。',
        '2. The Ministry of Transport is to send twelve men to guard them.',
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group(
        '三、木材一千八百立方公尺，分三批放運，每批六百立方公尺。',
        '3. The timber, 1,800 cubic metres, is to be floated down in three lots of 600 cubic metres each.',
      ),
      group('首批已於十四日起運。', 'The first lot left on the 14th.'),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group(
        '近日河水下落甚快，昨日碼頭水深僅四公尺。',
        'The river has been falling fast of late, and yesterday there were only four metres of water at the landing stage.',
      ),
      group('往年十二月初即行封凍，故請貴處於十一月二十五日以前收起鋼纜，以免為冰所斷。', [
        'In other years it has frozen over at the beginning of December.',
        'You are therefore asked to take in the steel cable before 25 November, lest the ice break it.',
      ]),
      group(
        '本會並無起重船，此點已面告吳根潭部長，尚祈諒解。',
        'The Commission has no floating cranes, as Minister O Kŭn-dam has been told in person, and it hopes for your understanding.',
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group(
        '劉堅先生定於十月三十日前來查看碼頭，屆時請予接待。',
        'Mr. Liu Jian will come on 30 October to inspect the landing stage; please receive him then.',
      ),
      group(
        '承贈柿子三筐，味甚甘美，謹此致謝。',
        'Thank you for the three baskets of persimmons, which were very sweet.',
      ),
    ],
  },
  pair('河務委員會主席文台谷', "Mun T'ae-gok, Chairman of the River Commission", { indent: 16 }),
];
