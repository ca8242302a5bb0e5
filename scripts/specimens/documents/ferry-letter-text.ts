import { group, pair, type Passage } from '../passage.ts';

const PARAGRAPH = { indent: 2 };

/** Names stand in Han characters, as educated writers set them among the syllables. */
export const FERRY_LETTER: readonly Passage[] = [
  pair('솔목 나루 제14호', 'Solmok Ferry, No. 14'),
  pair('1950년 10월 28일', '28 October 1950', { indent: 37, skip: -1 }),
  pair('交通相 吳根潭 귀하', 'To Mr. O Geun-dam, Minister of Transport', { indent: 0, skip: 0.8 }),
  {
    ...PARAGRAPH,
    skip: 0.7,
    groups: [
      group('그동안 안녕하셨습니까.', 'I hope that you have been well.'),
      group(
        '저는 1950년 10월 7일에 임명을 받고 10월 15일 솔목에 도착하여, 10월 18일 아침에 첫 배를 띄웠습니다.',
        [
          'I was appointed on 7 October 1950 and reached Solmok on 15 October.',
          'On the morning of 18 October the first boat put out.',
        ],
      ),
      group(
        '그날 하루에 수레 24대와 사람 130명이 강을 건넜습니다.',
        'On that one day 24 carts and 130 people crossed the river.',
      ),
      group(
        '이튿날부터는 하루에 여덟 번쯤 오가고 있습니다.',
        'Since the day after we have been going to and fro about eight times a day.',
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group('배는 짐배 두 척을 나란히 묶은 것입니다.', 'The boat is two barges lashed side by side.'),
      group(
        '본래 40톤까지 실을 수 있으나, 왼쪽 배에 물이 새므로 30톤만 싣습니다.',
        'It could take 40 tons, but as the left barge lets in water we load only 30.',
      ),
      group(
        [
          '지난 9월 큰물에 떠내려온 나무가 아직도 강바닥에 많이 박혀 있습니다.',
          '그 가운데 큰 것 17그루를 건져 말뚝으로 썼습니다.',
        ],
        'Many trees that came down with the flood of last September are still stuck in the river bed, and 17 of the largest we have pulled out and used as piles.',
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group(
        '강 건너 하천위원회의 文台谷 위원장은 우리를 잘 도와줍니다.',
        'Chairman Mun Tae-gok of the River Commission, across the river, helps us gladly.',
      ),
      group(
        '지난 20일에는 쌀 15섬과 소금 8가마를 보내왔습니다.',
        'On the 20th he sent us 15 sacks of rice and 8 bags of salt.',
      ),
      group(
        '저는 답례로 솔목의 감 세 광주리를 보냈습니다.',
        'In return I sent him three baskets of Solmok persimmons.',
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group('걱정되는 것은 쇠줄입니다.', 'What troubles me is the cable.'),
      group(
        '길이가 420미터인 이 줄은 세 군데를 이은 헌것이어서, 뱃사공 南錫哲은 아침마다 줄부터 살펴봅니다.',
        'It is 420 metres long, old, and spliced in three places, so that Nam Seok-cheol, the ferryman, looks it over first thing every morning.',
      ),
      group(
        '새 줄을 구하실 수 있으면 11월 10일 전에 보내 주시기 바랍니다.',
        'If a new one can be found, I beg you to send it before 10 November.',
      ),
      group(
        '얼음이 얼기 전에 마을의 겨울 양식 200섬을 꼭 건네주어야 합니다.',
        'Before the ice forms we must without fail bring over the 200 sacks of grain that the village needs for the winter.',
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group('아이들은 벌써 얼음을 기다리고 있습니다.', 'The children are waiting for the ice already.'),
      group(
        '날씨가 차가워지니 부디 몸조심하십시오.',
        'The weather is turning cold; please take care of yourself.',
      ),
    ],
  },
  pair('솔목 나루에서', 'At the Solmok ferry', { indent: 33, skip: 0.8 }),
  pair('崔銀雪 올림', 'Respectfully, Choe Eun-seol', { indent: 35 }),
];
