import { nameMentions } from '../../../server/language/name-keys.ts';

/** Sentences of our own in the manner of what is indexed; as they are many words of names, they are no easy case. */
const TEXTS: Readonly<Record<string, string>> = {
  Russian:
    'Пак Ир У сообщил, что вчера в Пхеньян прибыла делегация Министерства иностранных дел. Товарищ Штыков принял ее в посольстве и передал письмо Сталина. В беседе участвовали Ким Ир Сен и министр обороны Цой Ен Ген. Речь шла о положении на фронте и о поставках вооружения через порт Вонсан. Телеграмма направлена в Москву, копии разосланы Молотову, Вышинскому и Булганину. ',
  English:
    'Pak Il-u reported that a delegation of the Ministry of Foreign Affairs arrived in Pyongyang yesterday. Comrade Shtykov received it at the embassy and handed over a letter from Stalin. Kim Il Sung and the Minister of Defence Choe Yong-gon took part in the talk. They spoke of the situation at the front and of deliveries of arms through the port of Wonsan. ',
  German:
    'Pak Il-u berichtete, dass gestern eine Abordnung des Ministeriums für Auswärtige Angelegenheiten in Pjöngjang eingetroffen sei. Genosse Schtykow empfing sie in der Botschaft und übergab einen Brief Stalins. An dem Gespräch nahmen Kim Il Sung und der Minister der Verteidigung teil. Die Rede war von der Lage an der Front und von Lieferungen durch den Hafen. ',
  Korean:
    '박일우는 어제 외무성 대표단이 평양에 도착하였다고 보고하였다. 슈티코프 동지는 대사관에서 그들을 접견하고 쓰딸린의 편지를 전달하였다. 담화에는 김일성과 민족보위상 최용건이 참가하였다. 전선의 형편과 원산항을 통한 무기 공급에 대하여 이야기하였다. 전보는 모스크바로 보내였다. ',
  Chinese:
    '朴一禹报告说，外务省代表团昨天抵达平壤。什特科夫同志在大使馆接见了代表团，并转交了斯大林的信件。金日成和民族保卫相崔庸健参加了谈话。他们谈到了前线的形势以及通过元山港供应武器的问题。电报已发往莫斯科，副本送交周恩来和彭德怀。',
};

const PAGE = 1500;

/** How many keys an index gets of a text, and how long a page of it takes. */
export function density(): string[] {
  return Object.entries(TEXTS).map(([language, text]) => {
    const page = text.repeat(Math.ceil(PAGE / text.length)).slice(0, PAGE);
    const mentions = nameMentions(page);
    const keys = mentions.reduce((sum, mention) => sum + mention.keys.length, 0);
    for (let warm = 0; warm < 500; warm += 1) nameMentions(page);
    const began = process.cpuUsage();
    for (let round = 0; round < 200; round += 1) nameMentions(page);
    const each = process.cpuUsage(began).user / 1000 / 200;
    const perThousand = (count: number) => Math.round((1000 * count) / page.length);
    return `${language.padEnd(8)} ${perThousand(mentions.length)} stretches, ${perThousand(keys)} keys per 1,000 characters; ${each.toFixed(2)} ms of CPU a page of ${PAGE}`;
  });
}
