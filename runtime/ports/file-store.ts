import type { Readable } from 'node:stream';

/** What is known of a file's content once it is stored. Its name, type and owner are rows in the database. */
export interface StoredFile {
  /** Random and unguessable; says nothing of the content, so that one file can be erased without touching its likes. */
  readonly key: string;
  readonly size: number;
  /** SHA-256 of the content, hex. */
  readonly sha256: string;
}

/** Keeps the bytes of files; knows nothing of cases. Streams both ways, so that a large file never stands in memory. */
export interface FileStore {
  /** Keeps all of `content` or, when it fails or is aborted, nothing. The file is on disk when the promise resolves. */
  write(content: AsyncIterable<Uint8Array>): Promise<StoredFile>;
  /** Throws `file.missing` when there is none. */
  read(key: string): Promise<Readable>;
  /** Erases the file for good (gallring, expired drafts); one that is gone already is no fault. */
  delete(key: string): Promise<void>;
  /** Keys of files written before `instant`, to find those that no row knows. */
  writtenBefore(instant: Date): AsyncIterable<string>;
}
