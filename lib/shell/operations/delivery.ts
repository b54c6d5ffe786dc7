import { type BatchFile, type BatchOptions, type Claim, type Database, type Db, interruptible } from '#db';
import type { SourceFile } from '#imports';
import { CancelledError } from './import-failure.ts';
import type { Notes } from './import-notes.ts';
import type { ImportProgress } from './import-result.ts';

/** A file to be imported; its hash is null where it has not been read yet. */
export type DeliveredFile = { source: SourceFile; sha256: string | null };

/** A batch whose record says that it runs, what is to be imported of it, and the connection that it has for itself. */
export type Delivery = {
  id: string;
  claim: Claim;
  vendor: string | null;
  options: BatchOptions;
  files: readonly DeliveredFile[];
  /** Whether somebody will try again where the work is interrupted; else that is its end. */
  resumes: boolean;
  /** Told how far it is; throws where the work is to stop. */
  onProgress: (progress: ImportProgress) => void;
};

/** A delivery's files as its batch keeps them. */
export function batchFiles(files: readonly DeliveredFile[]): BatchFile[] {
  return files.map(({ source: { name, size }, sha256 }) => ({ name, size, sha256 }));
}

type OneGo<T> = {
  notes: Notes;
  work: (tx: Db) => Promise<T>;
  /** Records the batch's own end. From here on nothing may note how far the import is: it would wait for this. */
  end: (tx: Db, worked: T) => Promise<boolean>;
};

/**
 * All of it or nothing. Where the import is to stop, the statement under way is ended and everything undone. Throws
 * CancelledError where the batch has ended meanwhile.
 */
export function inOneGo<T>(database: Database, { notes, work, end }: OneGo<T>): Promise<T> {
  return database.transaction(async (tx) => {
    const worked = await interruptible(database, { worker: tx.sql, check: notes.look, work: () => work(tx) });
    if (!(await end(tx, worked))) throw new CancelledError();
    return worked;
  });
}
