import type { Store, StoredDocument } from '../../store/store.ts';
import type { StoreChanges } from './store-changes.ts';

/** Pages of all documents together; each takes some hundred bytes. */
const PAGES = 30_000;

/**
 * Documents, read once for as long as they do not change: whoever reads a book of ten thousand pages asks for one
 * page of a text after the other, and each answer needs the document.
 */
export class KeptDocuments implements Pick<Store, 'document' | 'currentDocumentId'> {
  readonly #store: Pick<Store, 'document' | 'currentDocumentId'>;
  readonly #changes: StoreChanges;
  /** Maps keep the order of insertion: the last used are at the end. */
  readonly #kept = new Map<string, { document: StoredDocument; moment: number }>();
  #pages = 0;

  constructor(store: Pick<Store, 'document' | 'currentDocumentId'>, changes: StoreChanges) {
    this.#store = store;
    this.#changes = changes;
  }

  /** @throws Failure `store-unusable` */
  async document(id: string): Promise<StoredDocument | undefined> {
    const moment = await this.#changes.now();
    const kept = this.#take(id);
    if (kept !== undefined && !this.#changes.changedSince(kept.moment, [`document/${id}`])) {
      this.#put(kept.document, kept.moment);
      return kept.document;
    }
    const document = await this.#store.document(id);
    // What is not there is not kept: anybody can ask for any number of names.
    if (document !== undefined) this.#put(document, moment);
    return document;
  }

  currentDocumentId(formerId: string): Promise<string | undefined> {
    return this.#store.currentDocumentId(formerId);
  }

  #take(id: string): { document: StoredDocument; moment: number } | undefined {
    const kept = this.#kept.get(id);
    if (kept === undefined) return undefined;
    this.#kept.delete(id);
    this.#pages -= costOf(kept.document);
    return kept;
  }

  #put(document: StoredDocument, moment: number): void {
    // Another request may have read it meanwhile.
    this.#take(document.id);
    const cost = costOf(document);
    if (cost > PAGES) return;
    for (const oldest of this.#kept.keys()) {
      if (this.#pages + cost <= PAGES) break;
      this.#take(oldest);
    }
    this.#kept.set(document.id, { document, moment });
    this.#pages += cost;
  }
}

/** A record takes about as much as some pages do. */
function costOf(document: StoredDocument): number {
  return document.pages.length + document.retiredPages.length + 20;
}
