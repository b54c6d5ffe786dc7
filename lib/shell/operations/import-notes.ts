import { type BatchPhase, type Claim, noteProgress, type Session } from '#db';
import { CancelledError } from './import-failure.ts';
import type { ImportProgress } from './import-result.ts';

/** What is counted while an import runs. */
type Counted = Pick<ImportProgress, 'rows' | 'rejected' | 'bytesRead'>;

/** Tells how far an import is. */
export type Notes = {
  /** Enters a phase. */
  enter(phase: BatchPhase): Promise<void>;
  /** Counts; told a few times a second at most. */
  count(counted: Counted): Promise<void>;
  /** Tells what is known already, to learn whether the import may go on. */
  look(): Promise<void>;
};

type Noted = {
  id: string;
  claim: Claim;
  bytesTotal: number | null;
  onProgress: (progress: ImportProgress) => void;
};

const PROGRESS_MS = 250;

/**
 * The connection on which to tell: while the import waits for its turn its claim's is busy with that; afterwards the
 * pool's may all wait for this import.
 */
const connectionOf = ({ database }: Session, claim: Claim, phase: BatchPhase) =>
  phase === 'waiting' ? database.sql : claim.sql;

/**
 * Tells the caller and the batch's own record how far an import has come. Each throws where it is to stop: where
 * somebody has cancelled it, or whatever the caller throws.
 */
export function importNotes(session: Session, { id, claim, bytesTotal, onProgress }: Noted): Notes {
  let phase: BatchPhase = 'waiting';
  let counted: Counted = { rows: 0, rejected: 0, bytesRead: 0 };
  let last = 0;
  const look = async () => {
    last = performance.now();
    onProgress({ phase, ...counted, bytesTotal });
    const sql = connectionOf(session, claim, phase);
    if (!(await noteProgress(sql, id, { phase, ...counted }))) throw new CancelledError();
  };
  return {
    look,
    async enter(next) {
      phase = next;
      await look();
    },
    async count(next) {
      counted = next;
      if (performance.now() - last >= PROGRESS_MS) await look();
    },
  };
}
