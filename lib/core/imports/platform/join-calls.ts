import { type CallBatch, emptyBatch, type FileFacts, type Place } from '../call-batch.ts';
import type { Unusable } from '../unusable-file-error.ts';
import { type Gather, MOST_PIECES, type Placed } from './gather.ts';
import type { Joined, PlatformFormat, ReadContext } from './platform-format.ts';
import { refuseWithoutZone } from './read-pieces.ts';
import type { platformCallMapper } from './to-call.ts';

/** Calls that one batch has at most, more or less. */
const BATCH = 2_000;

/** Pieces of calls that have been read, and who joins them. */
export type Gathered = {
  platform: PlatformFormat;
  gather: Gather;
  toCall: ReturnType<typeof platformCallMapper>;
  /** Of the last document with pieces. */
  facts: FileFacts;
  unusable: Unusable;
};

type JoiningBatch = ReturnType<typeof emptyBatch>;

function rejectAt(batch: JoiningBatch, bad: Set<string>, { file, row }: Place): void {
  const key = `${file}:${row}`;
  if (bad.has(key)) return;
  bad.add(key);
  batch.rejected++;
}

function tooMany([first]: readonly Placed<unknown>[]): Joined {
  const { file = 0, row = 0 } = first ?? {};
  const reason = { key: 'rejects.too_many_records', values: { most: MOST_PIECES } };
  return { calls: [], rejects: [{ file, row, column: null, value: null, reason }] };
}

function joinGroup(batch: JoiningBatch, pieces: readonly Placed<unknown>[], gathered: Gathered, context: ReadContext) {
  const { platform, toCall, unusable } = gathered;
  const { calls, rejects = [] } = pieces.length > MOST_PIECES ? tooMany(pieces) : platform.join(pieces, context);
  const bad = new Set<string>();
  for (const reject of rejects) {
    refuseWithoutZone([reject], reject.row, unusable);
    batch.rejects.push(reject);
    rejectAt(batch, bad, reject);
  }
  for (const { file, row, call } of calls) {
    const made = toCall(call);
    if ('faults' in made) {
      for (const fault of made.faults) batch.rejects.push({ file, row, ...fault });
      rejectAt(batch, bad, { file, row });
      continue;
    }
    batch.calls.push({ file, row, call: made.call });
    if (made.repeatedHour) batch.repeatedHour++;
    const { unexplained } = made;
    if (unexplained !== undefined)
      batch.unknownDispositions.set(unexplained, (batch.unknownDispositions.get(unexplained) ?? 0) + 1);
  }
}

/** Joins the pieces of each call, and gives the calls. */
export async function* joinCalls(
  gathered: Gathered,
  context: ReadContext,
  read: { bytes: number },
): AsyncGenerator<CallBatch> {
  const fresh = () => emptyBatch(gathered.facts, read.bytes, 'joining');
  let batch = fresh();
  for await (const pieces of gathered.gather.groups()) {
    joinGroup(batch, pieces, gathered, context);
    if (batch.calls.length + batch.rejects.length < BATCH) continue;
    yield batch;
    batch = fresh();
  }
  yield batch;
}
