import type { Passage } from './passage.ts';

/** A translation that nobody linked: plain paragraphs, and the marks of pages where there are several. */
export function toHtml(
  passages: readonly Passage[],
  title: string,
  language: string,
  folios: readonly string[],
): string {
  const [first, ...later] = folios;
  let body = passages
    .map(({ groups, element }): { element: keyof typeof TAGS; sentences: string[] } => ({
      element: element ?? 'p',
      sentences: groups.flatMap(({ rendering }) => rendering),
    }))
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ element, sentences }) => {
      const [opening, closing] = TAGS[element];
      return `${opening}${escape(sentences.join(' '))}${closing}\n`;
    })
    .join('');
  for (const folio of later) body = body.replace('\f', `(p. ${folio}) `);
  if (later.length > 0) body = body.replace('>', `>(p. ${first}) `);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escape(title)}</title>
</head>
<body>
${body}</body>
</html>
`;
}

/** What stands around each passage: the role of a footnote is DPUB-ARIA's. */
const TAGS = {
  p: ['<p>', '</p>'],
  h1: ['<h1>', '</h1>'],
  footnote: ['<aside role="doc-footnote">', '</aside>'],
} as const;

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
