/**
 * Whether what a record calls `kind` is addressed to somebody, as letters and telegrams are: for these CSL, RIS and
 * Zotero have a type with a recipient. A newsletter is none.
 */
export function isPersonalCommunication(kind: string | undefined): boolean {
  return kind !== undefined && KINDS.test(kind);
}

const KINDS =
  /(?<!\p{L})(?:tele(?:gram|x|phonogram)s?|(?:radio|cipher|cypher)?(?:tele)?grams?|cables?|letters?|dispatch(?:es)?|despatch(?:es)?|messages?|e-?mails?|postcards?|lettres?|télégrammes?|briefe?|telegramme?|(?:шифро?)?телеграмм[аы]|радиограмм[аы]|шифровк[аи]|письм[оа])(?!\p{L})|편지|서한|전보|電報|电报|書信|书信|信函/iu;
