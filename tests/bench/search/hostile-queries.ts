/** What robots and cats on keyboards ask, and those who look for a hole; `q` as it stands in the address. */
export const HOSTILE: readonly { what: string; q: string }[] = [
  { what: '10,000 characters', q: 'a'.repeat(10_000) },
  { what: '10,000 characters of words', q: encodeURIComponent('слово '.repeat(1667)) },
  { what: 'an unclosed quote', q: encodeURIComponent('"unclosed') },
  { what: 'quotes in a heap', q: encodeURIComponent('"a "b" c"" """') },
  { what: 'only operators', q: encodeURIComponent('AND OR NOT - && || ( ) * "') },
  { what: 'brackets, 500 deep', q: '('.repeat(500) },
  { what: 'SQL', q: encodeURIComponent("'; drop table documents; --") },
  { what: 'FTS5 syntax', q: encodeURIComponent('word : "a" NEAR("b" "c", 99) ^d {stem} : e + f') },
  { what: 'NUL', q: 'a%00b' },
  { what: 'a lone surrogate, raw bytes', q: '%ED%A0%80' },
  { what: 'half an escape', q: '%E0%A4%A' },
  {
    what: 'a thousand ORs',
    q: encodeURIComponent(Array.from({ length: 1000 }, (_, at) => `a${at}`).join(' OR ')),
  },
  {
    what: '60 beginnings',
    q: encodeURIComponent(Array.from({ length: 60 }, (_, at) => `${letters(at)}*`).join(' OR ')),
  },
  {
    what: '60 phrases of two letters',
    q: encodeURIComponent(Array.from({ length: 60 }, () => '"a b"').join(' ')),
  },
  { what: '-a -b -c', q: encodeURIComponent('-a -b -c') },
  { what: 'nothing but signs', q: encodeURIComponent('!@#$%^&*(){}[]|\\:;<>?,./~`') },
  { what: 'marks without letters', q: encodeURIComponent('\u0301'.repeat(900)) },
  { what: 'nothing', q: '' },
];

function letters(at: number): string {
  return String.fromCharCode(97 + (at % 26)) + String.fromCharCode(97 + (at % 23));
}
