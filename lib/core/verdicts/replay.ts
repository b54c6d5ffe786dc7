import { type Book, type BookLook, lookAt, lossOf, marginOf, measuresOf } from './book.ts';
import { type Condition, nextState, unseen } from './next-state.ts';
import type { BookVerdict } from './verdict.ts';

const LARGEST_EVIDENCE = 1e12;

/** A book on its way through the days: where it stands, what the last look saw, and where its losing stretch began. */
export type Replay = {
  book: Book;
  condition: Condition;
  /** The epoch that the last look looked at. */
  epoch: number;
  look: BookLook | null;
  since: number | null;
};

/** A book before its first day. */
export function startReplay(book: Book): Replay {
  return { book, condition: unseen, epoch: 0, look: null, since: null };
}

/** Looks at the day with this index; the state is decided afterwards, when every vendor has been looked at. */
export function look(replay: Replay, index: number): Replay {
  const { book, condition } = replay;
  return { ...replay, epoch: condition.epoch, look: lookAt(book, index, condition) };
}

/** Decides the state after a look. `portfolioOk`: the flag stands among all vendors'. */
export function decide(replay: Replay, portfolioOk: boolean): Replay {
  if (!replay.look) return replay;
  const condition = nextState(replay.condition, { ...replay.look, portfolioOk });
  const kept = replay.condition.state === 'failing' && condition.state === 'failing';
  return { ...replay, condition, since: kept ? replay.since : stretchOf(condition, replay.look) };
}

function stretchOf({ state, epoch }: Condition, { since, enough, position }: BookLook): number | null {
  const losing = state === 'failing' || state === 'at_risk';
  return losing && enough && epoch < position ? since : null;
}

/** What a book lost over its losing stretch, currency units. */
export function lossSince({ book, since, look: last }: Replay): number {
  return since === null || !last ? 0 : lossOf(book, since, last.position);
}

/** A book's figures after its last look; its state and the days of flags are the caller's. */
export function figuresOf(replay: Replay): Omit<BookVerdict, 'state' | 'flaggedOn' | 'recoveredOn'> {
  const { book, epoch, since, look: last } = replay;
  const to = last?.position ?? 0;
  return {
    known: book.known,
    ...marginOf(book, epoch, to),
    evidence: last?.enough ? Math.min(LARGEST_EVIDENCE, last.evidence) : null,
    since: since === null ? null : (book.active[since] ?? null),
    stretch: since === null ? null : marginOf(book, since, to),
    ...measuresOf(book, epoch, to),
  };
}
