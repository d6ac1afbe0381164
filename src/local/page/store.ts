/** What this browser remembers of the open document between two visits, in IndexedDB. */
import type { SavedHost } from '../types';
import type { Language } from '../../model/words';

/** Raised when a saved document of an older page can no longer be read. */
const FORMAT = 1;

export interface StoredDocument {
  readonly format: typeof FORMAT;
  readonly name: string;
  readonly user: string;
  readonly language: Language;
  /** Absent in a spreadsheet that is to be started empty. */
  readonly host?: SavedHost;
  /** Where a document that nobody has opened yet wants to be looked at. */
  readonly look?: Look;
}

export interface Look {
  readonly sheet: string;
  readonly a1: string;
}

/** What was found: a document, nothing yet, or something that this page cannot read, kept for its owner. */
export type Found = { readonly document: StoredDocument } | { readonly damaged: unknown } | undefined;

export function storedDocument(parts: Omit<StoredDocument, 'format'>): StoredDocument {
  return { format: FORMAT, ...parts };
}

export async function readDocument(): Promise<Found> {
  const value = await inStore('readonly', (store) => store.get('document') as IDBRequest<unknown>);
  if (value === undefined) return undefined;
  return isDocument(value) ? { document: value } : { damaged: value };
}

export async function writeDocument(document: StoredDocument): Promise<void> {
  await inStore('readwrite', (store) => store.put(document, 'document'));
}

/** Forgets the document, so that the next visit starts with the sample. */
export async function forgetDocument(): Promise<void> {
  await inStore('readwrite', (store) => store.delete('document'));
}

function isDocument(value: unknown): value is StoredDocument {
  if (typeof value !== 'object' || value === null) return false;
  const { format, name, user, language, host } = value as Partial<Record<keyof StoredDocument, unknown>>;
  const texts = [name, user, language].every((text) => typeof text === 'string');
  return format === FORMAT && texts && (host === undefined || (typeof host === 'object' && host !== null));
}

async function inStore<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction('okr', mode);
      const request = use(transaction.objectStore('okr'));
      // A written value is safe when the transaction is, not when the request is.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('The browser gave up its storage.'));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('okr-sheets', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('okr');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser offers no storage.'));
  });
}
