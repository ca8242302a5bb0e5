import { Failure } from '../model/failure.ts';
import { isIdentifier } from '../model/identifier.ts';
import type { Page } from '../model/page.ts';
import type { Store, StoredDocument, StoredText } from './store.ts';

type DocumentSource = Pick<Store, 'document' | 'currentDocumentId'>;

/**
 * The document that an id of a URL names, by its present or a former id.
 * @throws Failure `document-not-found`, `document-gone`.
 */
export async function findDocument(store: DocumentSource, id: string): Promise<StoredDocument> {
  const document = isIdentifier(id) ? await documentOrHeir(store, id) : undefined;
  if (document === undefined) {
    throw new Failure('document-not-found', { message: 'There is no such document', received: id });
  }
  if (document.state === 'gone') {
    throw new Failure('document-gone', {
      message: 'This document is no longer in the archive',
      received: id,
    });
  }
  return document;
}

/** @throws Failure `page-not-found`, `page-gone`. */
export function findPage(document: StoredDocument, id = ''): Page {
  const page = document.pages.find((candidate) => candidate.id === id);
  if (page !== undefined) return page;
  if (document.retiredPages.includes(id)) {
    throw new Failure('page-gone', { message: 'This page is no longer in its document', received: id });
  }
  throw new Failure('page-not-found', { message: 'The document has no such page', received: id });
}

/** @throws Failure `text-not-found`. */
export function findText(document: StoredDocument, id = ''): StoredText {
  const text = document.texts.find((candidate) => candidate.id === id);
  if (text !== undefined) return text;
  throw new Failure('text-not-found', { message: 'The document has no such text', received: id });
}

async function documentOrHeir(store: DocumentSource, id: string): Promise<StoredDocument | undefined> {
  const document = await store.document(id);
  if (document?.state === 'present') return document;
  const heir = await store.currentDocumentId(id);
  return heir === undefined ? document : store.document(heir);
}
