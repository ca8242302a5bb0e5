import type { Block } from '../sheet.ts';

/** The seven leaves that are held, by folio; the fifth is lost, and with it the end of one sentence and the start of another. */
export const REPORT_TEXT: Readonly<Record<'1' | '2' | '3' | '4' | '6' | '7' | '8', readonly Block[]>> = {
  '1': [
    {
      skip: 0,
      lines: ['Gesandtschaft                   Skelvik, den 12. März 1938', 'der Freien Stadt Lindhafen'],
    },
    { skip: 0, lines: ['Tgb.-Nr. 217/38'] },
    { skip: 0.8, lines: ['Inhalt: Jahresbericht über Hafen, Holzausfuhr', '        und Winterschiffahrt'] },
    { skip: 0.8, lines: ['An den Senat,', 'Abteilung für auswärtige Angelegenheiten,', 'in Lindhafen'] },
    {
      skip: 0.8,
      lines: [
        '     In der Anlage beehre ich mich, den Jahresbericht über',
        'die Verhältnisse des hiesigen Hafens, die Holzausfuhr und die',
        'Winterschiffahrt in doppelter Ausfertigung zu überreichen.',
      ],
    },
    {
      skip: 0,
      lines: [
        '     Der Bericht stützt sich auf die Angaben der Hafenverwal¬',
        'tung, auf vertrauliche Auskünfte hiesiger Reedereien sowie',
        'auf eigene Beobachtungen, die Legationssekretär Wiebold wäh¬',
        'rend des strengen Frostes im Januar und Februar an Ort und',
        'Stelle gemacht hat.',
      ],
    },
    {
      skip: 0,
      lines: [
        '     Zu der im Erlaß vom 4. November vorigen Jahres aufgewor¬',
        'fenen Frage, ob die Linie Lindhafen - Skelvik auch im Winter',
        'aufrechterhalten werden könne, darf ich auf den fünften Ab¬',
        'schnitt verweisen. Ich möchte schon hier bemerken, daß ich',
        'sie mit einer Einschränkung bejahe.',
      ],
    },
    { skip: 0.8, lines: ['                                   Der Ministerresident'] },
    { skip: 0.4, lines: ['                                   gez. Eschenlohe'] },
    { skip: 0.6, lines: ['1 Anlage'] },
  ],
  '2': [
    { skip: 0, lines: ['                            - 2 -'] },
    { skip: 1.2, spaced: true, lines: ['                      INHALT'] },
    {
      skip: 1.2,
      lines: [
        'I.   Der Hafen ......................................... 3',
        '     1. Lage und Tiefe ................................. 3',
        '     2. Kais und Krane ................................. 3',
      ],
    },
    {
      skip: 0.5,
      lines: [
        'II.  Die Holzausfuhr ................................... 4',
        '     1. Mengen und Preise .............................. 4',
        '     2. Die neuen Abnehmer ............................. 5',
      ],
    },
    { skip: 0.5, lines: ['III. Zölle und Abgaben ................................. 5'] },
    { skip: 0.5, lines: ['IV.  Arbeiter und Löhne ................................ 6'] },
    {
      skip: 0.5,
      lines: [
        'V.   Die Winterschiffahrt .............................. 7',
        '     1. Eisverhältnisse ................................ 7',
        '     2. Der Eisbrecher "Nordlicht" ..................... 7',
      ],
    },
    { skip: 0.5, lines: ['VI.  Schlußfolgerungen ................................. 8'] },
    {
      skip: 1.6,
      lines: [
        '     Die Angaben der Abschnitte II und III sind vertraulich',
        'und nur für den Dienstgebrauch bestimmt.',
      ],
    },
  ],
  '3': [
    { skip: 0, lines: ['                            - 3 -'] },
    { skip: 0.7, spaced: true, lines: ['                 I. Der Hafen'] },
    { skip: 0.6, underlined: true, lines: ['1. Lage und Tiefe'] },
    {
      skip: 0,
      lines: [
        '     Skelvik liegt an der Mündung der Lave, zwölf Seemeilen',
        'vom offenen Meer. Die Fahrrinne ist seit der Baggerung des',
        'vergangenen Sommers bei mittlerem Wasser auf sieben Meter zu',
        'rechnen; Schiffe von mehr als dreitausend Tonnen müssen',
        'gleichwohl die Flut abwarten, da die Barre vor der Mündung',
        'sich nach jedem Nordweststurm verlagert. Eine zweite Bagge¬',
        'rung ist beantragt, die Mittel dafür sind aber noch nicht be¬',
        'willigt.',
      ],
    },
    {
      skip: 0,
      lines: [
        '     Lotsenzwang besteht erst vom zweiten Feuer ab. Die Ge¬',
        'bühren wurden im Mai um ein Zehntel erhöht, worüber sich be¬',
        'sonders die kleineren Reeder beschweren.',
      ],
    },
    { skip: 0.6, underlined: true, lines: ['2. Kais und Krane'] },
    {
      skip: 0,
      lines: [
        '     Der alte Kai am linken Ufer dient nur noch dem Fisch¬',
        'fang. Am Nordkai, der im Herbst um neunzig Meter verlängert',
        'worden ist, können vier Seeschiffe gleichzeitig laden. Von',
        'den sechs elektrischen Kranen waren zur Zeit meines Besuches',
        'fünf in Betrieb; der sechste wartet seit Oktober auf ein Er¬',
        'satzteil, das angeblich nur im Auslande zu haben ist. Die Ha¬',
        'fenarbeiter behelfen sich mit Winden, und zwar mit erstaunli¬',
        'chem Geschick.',
      ],
    },
  ],
  '4': [
    { skip: 0, lines: ['                            - 4 -'] },
    { skip: 0.7, spaced: true, lines: ['           II. Die Holzausfuhr'] },
    { skip: 0.6, underlined: true, lines: ['1. Mengen und Preise'] },
    {
      skip: 0,
      lines: [
        '     Ausgeführt wurden im Jahre 1937 insgesamt 214 000 Fest¬',
        'meter, das sind 31 000 mehr als im Vorjahre, und zwar:',
      ],
    },
    {
      skip: 0.2,
      leading: 0.8,
      lines: [
        '     Schnittholz      112 000 fm     +  9 000',
        '     Grubenholz        71 000 fm     + 26 000',
        '     Papierholz        31 000 fm     -  4 000',
      ],
    },
    {
      skip: 0.2,
      lines: ['     Der Anteil des Papierholzes ist somit zum ersten Male', 'seit Jahren zurückgegangen.'],
    },
    {
      skip: 0,
      lines: [
        '     Die Preise zogen bis zum August ständig an und gaben',
        'erst nach, als bekannt wurde, daß die Regierung den Einschlag',
        'für den kommenden Winter nicht beschränken werde. Wie mir der',
        'Direktor der Gesellschaft "Laveholz", Herr Torkelsberg, ver¬',
        'traulich mitteilte, sind für das laufende Jahr bereits zwei',
        'Drittel der Erzeugung fest verkauft. Am stärksten stieg Gru¬',
        'benholz, nämlich um mehr als die Hälfte, was man hier allge¬',
        'mein auf die Käufe der Zechen von Varnby zurückführt.',
      ],
    },
    {
      skip: 0,
      lines: [
        '     Für unsere Häuser ergibt sich daraus, daß mit Abschlüs¬',
        'sen nicht bis zum Frühjahr gewartet werden sollte. Wer erst',
        'im Mai kauft, wird nehmen müssen, was übrigbleibt, und zwar',
        'zu Bedingungen, die ihm der Verkäufer vorschreibt. Der',
        'hiesige Vertreter von Brege & Söhne hat dies rechtzeitig er¬',
        'kannt und sich schon im November die gesamte Erzeugung zweier',
        'Sägewerke am Oberlauf der Lave gesichert, während die übrigen',
      ],
    },
  ],
  '6': [
    { skip: 0, lines: ['                            - 6 -'] },
    {
      skip: 0.7,
      lines: [
        'von dieser Abgabe befreit bleibt, solange die Ladung nicht',
        'gelöscht wird. Eine endgültige Regelung ist nach Auskunft des',
        'Zollamtes nicht vor dem 1. Juli zu erwarten.',
      ],
    },
    { skip: 0.7, spaced: true, lines: ['         IV. Arbeiter und Löhne'] },
    {
      skip: 0.4,
      lines: [
        '     Im Hafen werden während der Ladezeit etwa achthundert',
        'Mann beschäftigt, im Winter kaum der vierte Teil. Der Stun¬',
        'denlohn beträgt seit dem 1. April eine Krone zehn; für Nacht¬',
        'arbeit werden fünfzig vom Hundert zugeschlagen. Die Vereini¬',
        'gung der Schauerleute hatte mehr verlangt, sich aber nach',
        'einem Ausstand von neun Tagen mit diesem Ergebnis zufrieden¬',
        'gegeben.',
      ],
    },
    {
      skip: 0,
      lines: [
        '     Der Ausstand verlief ohne Zwischenfälle. Bemerkenswert',
        'war, daß die Fischer den Streikenden unentgeltlich Heringe',
        'lieferten und daß selbst die Hafenverwaltung davon absah,',
        'fremde Arbeiter heranzuziehen. Drei unserer Schiffe mußten',
        'ohne Ladung wieder auslaufen; der Schaden ist mit 18 400 Mark',
        'angemeldet, doch verspreche ich mir von der Anmeldung wenig.',
      ],
    },
    {
      skip: 0,
      lines: [
        '     An Unterkünften fehlt es nach wie vor. Legationssekretär',
        'Wiebold hat die Schlafsäle am Nordkai besichtigt und fand sie',
        'sauber, aber überfüllt; in einem Raum, der für zwanzig Mann',
        'bestimmt ist, schliefen vierunddreißig.',
      ],
    },
  ],
  '7': [
    { skip: 0, lines: ['                            - 7 -'] },
    { skip: 0.7, spaced: true, lines: ['       V. Die Winterschiffahrt'] },
    { skip: 0.6, underlined: true, lines: ['1. Eisverhältnisse'] },
    {
      skip: 0,
      lines: [
        '     Die Lave fror in diesem Winter am 9. Dezember zu, drei',
        'Wochen früher als im Durchschnitt der letzten zehn Jahre, und',
        'war bei Abgang dieses Berichtes noch nicht wieder offen. Die',
        'größte Stärke des Eises wurde am 2. Februar gemessen; sie be¬',
        'trug am Nordkai 61 Zentimeter, in der Fahrrinne, die täglich',
        'aufgebrochen wurde, etwa die Hälfte.',
      ],
    },
    { skip: 0.6, underlined: true, lines: ['2. Der Eisbrecher "Nordlicht"'] },
    {
      skip: 0,
      lines: [
        '     Der im Jahre 1934 erbaute Eisbrecher hat sich bewährt.',
        'An sechsundfünfzig von dreiundneunzig Tagen hielt er die',
        'Rinne so weit offen, daß Schiffe bis zu zweitausend Tonnen',
        'einzeln hinter ihm folgen konnten; im Geleit wurde nur an elf',
        'Tagen gefahren. Der Kapitän, ein Herr Olland, ist ein beson¬',
        'nener Mann, der sich von ungeduldigen Reedern nicht drängen',
        'läßt.',
      ],
    },
    {
      skip: 0,
      lines: [
        '     Stillgelegen hat die Fahrt demnach sechsundzwanzig Tage,',
        'davon neunzehn im Februar. Drei Dampfer lagen in dieser Zeit',
        'fest, darunter unsere "Emma Stern", deren Mannschaft zu Fuß',
        'an Land gehen konnte. Schaden hat keines der Schiffe genom¬',
        'men.',
      ],
    },
  ],
  '8': [
    { skip: 0, lines: ['                            - 8 -'] },
    { skip: 0.7, spaced: true, lines: ['         VI. Schlußfolgerungen'] },
    {
      skip: 0.4,
      lines: [
        '     Nach allem halte ich es für möglich, die Linie Lindhafen',
        '- Skelvik im nächsten Winter bis Ende Januar und wieder von',
        'Mitte März an zu befahren. Für den Februar möchte ich davon',
        'abraten, solange hier nur ein einziger Eisbrecher verfügbar',
        'ist.',
      ],
    },
    { skip: 0, lines: ['     Ich bitte, mich zu ermächtigen,'] },
    {
      skip: 0,
      lines: [
        '     1. mit der Hafenverwaltung über einen festen Liegeplatz',
        '        am Nordkai zu verhandeln;',
      ],
    },
    {
      skip: 0,
      lines: [
        '     2. die Firma Brege & Söhne sowie die übrigen beteiligten',
        '        Häuser von dem Inhalt des zweiten Abschnittes ver¬',
        '        traulich in Kenntnis zu setzen;',
      ],
    },
    {
      skip: 0,
      lines: ['     3. Herrn Torkelsberg für seine Auskünfte in geeigneter', '        Form zu danken.'],
    },
    {
      skip: 0,
      lines: ['     Dem Konsulat in Varnby habe ich eine Abschrift dieses', 'Berichtes zugehen lassen.'],
    },
    { skip: 1, lines: ['                                   Der Ministerresident'] },
    { skip: 0.3, lines: ['                                   gez. Eschenlohe'] },
    {
      skip: 1.3,
      leading: 0.8,
      lines: ['Für die Richtigkeit der Abschrift:', 'Wiebold', 'Legationssekretär'],
    },
  ],
};
