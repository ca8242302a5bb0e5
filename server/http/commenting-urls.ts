import { PublicUrls } from './public-urls.ts';

/**
 * The URLs of a document whose texts are comments, for viewers that show nothing else: its manifest and its texts
 * have ids of their own, so that nobody meets one annotation with two motivations. Canvases and all else are the same.
 */
export class CommentingUrls extends PublicUrls {
  override manifest = (document: string) => `${this.#document(document)}/manifest`;
  override text = (document: string, text: string) =>
    `${this.#document(document)}/texts/${encodeURIComponent(text)}`;

  #document(document: string): string {
    return `${this.base}/iiif/commenting/documents/${encodeURIComponent(document)}`;
  }
}
