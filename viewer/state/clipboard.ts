/** What is copied: plain words, and where a program takes it the same as HTML. */
export type Copied = { plain: string; html?: string };

/** @returns whether it was: a page may not write there over plain http, or where the reader forbids it. */
export async function copyToClipboard({ plain, html }: Copied): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(plain);
    else {
      const typed = (text: string, type: string) => new Blob([text], { type });
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': typed(plain, 'text/plain'),
          'text/html': typed(html, 'text/html'),
        }),
      ]);
    }
    return true;
  } catch {
    return false;
  }
}
