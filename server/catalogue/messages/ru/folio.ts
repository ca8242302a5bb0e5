/** The label of a leaf as archivists write it: `705 verso` is `705 об.`; any other is as it stands in the archive. */
export function folioWords(folio: string): string {
  return folio.replace(/\s*verso$/i, ' об.');
}
