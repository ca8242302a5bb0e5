/**
 * Words that a full stop shortens and does not end a sentence after, by language, in lower case and without their last stop.
 * Those of `any` are read in texts of every language: titles, units and Latin are written everywhere.
 */
const WRITTEN: Readonly<Record<string, string>> = {
  any: 'dr prof st vol no nr nos pp p s f ff fol cf ibid op cit ca etc vs al ed eds cm mm km kg fig tab art col gen lt capt sgt hr hrsg inc ltd co approx mr mrs ms messrs jr sr hon rev',
  de: 'okt dez febr gez bzw usw z.b z d.h d u.a u ggf evtl inkl exkl abs anm aufl bd bde bes betr bl str tel vgl geb gest gez ing jh jhd kap lic mio mrd min mill nachm vorm nördl südl östl westl rd reg sog u.s.w u.s.f v.chr n.chr verf wwe zt zz z.t z.zt i.a i.v i.d.r o.ä o.a m.e a.a.o dipl frl fr hl inf kl med phil jur pl rgt rtt stv oblt obst hptm ltn div abt akt fa gebr',
  fr: 'janv févr avr juil sept oct nov déc art mm mme mlle mgr me éd éds env hab chap av apr j.-c bd fg réf tél p.ex ex c.-à-d n n.b s.m ss qq suiv trad dép dir',
  en: 'jan feb mar apr jun jul aug sept oct nov dec ph ph.d wm geo chas apt sq e.g i.e viz etc est dept gov maj col cpl pvt adm amb asst assn ave blvd bros corp div esq ft mt mts oz lb lbs rd sec sen rep supt univ u.s u.k u.n u.s.s.r d.c a.m p.m tel encl cont incl',
  ru: 'т т.е т.д т.п т.к т.н др пр г гг в вв н.э стр с ул д кв обл р руб коп тыс млн млрд им тов тт гр гос акад проф инж зам зав нач ред изд ст гл рис табл см ср напр экз оп ф л лл об дер пос ж.д мин час сек кг км м см мм куб кв ген полк подп кап лейт серж секр пред мид цк чл корр п пп ч',
  da: 'indb stk min bl.a f.eks dvs d.v.s osv m.m m.fl mv m.v hr fr frk nr kl ca jf jvf pga p.g.a vedr pkt stk bd udg s.d d d.d a.a o.s.v resp evt ekskl inkl iflg if ca følg afd kgl ell t.eks',
  nl: 'febr okt dec afd prof wed d.w.z bijv bv b.v o.a e.d m.a.w enz a.s j.l jl dhr mevr mej mw drs ir mr ds dr nr blz bladz vgl t.a.v i.v.m t/m z.o.z n.a.v ong afd hfdst gebr zgn resp ca n.v o.l.v n.chr v.chr',
};

const READ = new Map(
  Object.entries(WRITTEN).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Those that sentences often end with: a capital after them begins the next. */
const AT_ENDS = new Set(
  'etc ff f usw u.s.w osv m.m m.fl enz e.d т.д т.п др a.m p.m inc ltd co corp jr sr'.split(' '),
);

/** What is written after a number: years, units, money. After it a capital begins the next sentence; elsewhere not (г. Москва). */
const AFTER_NUMBERS = new Set(
  'г гг в вв м км кг см мм т р руб коп чел m km kg cm mm mk kr fr fl gld'.split(' '),
);

/** Whether a capital or a figure after an abbreviation begins a new sentence. */
export function mayEnd(word: string, afterNumber: boolean): boolean {
  const plain = word.toLowerCase();
  return AT_ENDS.has(plain) || (afterNumber && AFTER_NUMBERS.has(plain));
}

/** Whether a word before a full stop is an abbreviation. */
export function isAbbreviation(word: string, language: string): boolean {
  const plain = word.toLowerCase();
  return READ.get('any')?.has(plain) === true || READ.get(language)?.has(plain) === true;
}
