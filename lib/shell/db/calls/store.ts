import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Db } from '../database.ts';
import type { OwnDatabase } from '../own-connection.ts';
import { lockVendors } from '../rollup/amend.ts';
import type { Ids } from '../rollup/spans.ts';
import { callRows, copiedColumns, type DeliveredCall } from './copy-calls.ts';
import { mergeStaged, nextCommitted, type Stored } from './merge.ts';
import { addSlots, joinSlots, type Slots, touchSlots } from './touched-slots.ts';

/** Stored, and the place in the order in which batches are committed. */
export type Committed = Stored & { committed: number };

/** Takes a delivery's calls into the database while the next are read. */
export type Store = {
  write(calls: readonly DeliveredCall[]): Promise<void>;
  /** Stores what is left; lists the vendor-days that the delivery changes in staging_touched. */
  finish(): Promise<Committed>;
  /** Waits for what is under way, whatever comes of it: only then can the transaction be undone. */
  settled(): Promise<void>;
};

type Into = {
  /** The connection of the transaction `tx`. */
  own: OwnDatabase;
  tx: Db;
  batchId: string;
  /** The vendor of all the calls; null where they name their own. */
  vendor: string | null;
  ids: Ids;
};

const nothingMerged: Stored = { inserted: 0, updated: 0, unchanged: 0, repeated: 0 };

/** Bytes that go to the server at a time: a part that meets a known call is sent once more. */
const PART_BYTES = 2 << 20;

/** Parts that may be on their way to the server while the next is read. */
const PARTS_AHEAD = 2;

const UNIQUE_VIOLATION = '23505';

/** The server works on what has come while the rest is on its way. */
const MESSAGE_BYTES = 1 << 16;

async function copy({ own }: Into, table: string, rows: Buffer): Promise<void> {
  const stream = own.client.query(copyFrom(`copy ${table} (${copiedColumns.join(', ')}) from stdin (format binary)`));
  const ended = finished(stream);
  for (let at = 0; at < rows.length; at += MESSAGE_BYTES) stream.write(rows.subarray(at, at + MESSAGE_BYTES));
  stream.end();
  await ended;
}

/** Serialises imports of the same vendors: two at once would both think themselves the newer. */
function lockOwn({ tx, vendor, ids }: Into): Promise<void> {
  const own = vendor === null ? [...ids.vendors.values()] : [ids.vendors.get(vendor) ?? 0];
  return lockVendors(tx, own);
}

/** What is sent at a time. */
type Part = { rows: Buffer; calls: number; slots: Slots };

/** Copies parts into `call`; from the first on that meets a call that is there already, into staged_call. */
function parts(into: Into) {
  const { tx } = into;
  const direct = { calls: 0, slots: new Map() as Slots };
  let state: 'fresh' | 'direct' | 'staged' = 'fresh';

  /** Whether all of a part is new. */
  const tryDirect = async (rows: Buffer): Promise<boolean> => {
    await tx.sql.execute('savepoint part');
    try {
      await copy(into, 'call', rows);
      await tx.sql.execute('release savepoint part');
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
      await tx.sql.execute('rollback to savepoint part');
      return false;
    }
  };

  return {
    direct,
    isStaged: () => state === 'staged',
    async store({ rows, calls, slots }: Part): Promise<void> {
      if (state === 'fresh') await lockOwn(into);
      if (state !== 'staged') {
        if (await tryDirect(rows)) {
          state = 'direct';
          direct.calls += calls;
          joinSlots(direct.slots, slots);
          return;
        }
        state = 'staged';
        await tx.sql.execute(
          `create temp table staged_call on commit drop as select ${copiedColumns.join(', ')} from call with no data`,
        );
      }
      await copy(into, 'staged_call', rows);
    },
  };
}

/**
 * Opens the storing of a batch within a transaction of its own connection. Calls go straight into `call` by COPY, part
 * by part, while the next are read: new ids, each once, is what nearly every file has, and the key itself says whether
 * it is so. Parts that meet a known id, and all after them, are staged and merged at the end. Of an id that the delivery
 * has twice the last row stands. Every batch's word on a call is kept, so that any of them can be undone: in `call` the
 * one that counts, in `call_word` the others.
 */
export function openStore(into: Into): Store {
  const rows = callRows(into.batchId, into.ids, PART_BYTES);
  const { store, direct, isStaged } = parts(into);
  let part = { calls: 0, slots: new Map() as Slots };
  const pending: Promise<void>[] = [];
  const sent = () => pending.at(-1) ?? Promise.resolve();

  /** Sends what has gathered, after what was sent before. */
  const send = async () => {
    if (pending.length === PARTS_AHEAD) await pending.shift();
    const gathered = { rows: rows.take(), ...part };
    const stored = sent().then(() => store(gathered));
    // What goes wrong surfaces at a later write or at the end; without a listener it would end the process.
    stored.catch(() => {});
    pending.push(stored);
    part = { calls: 0, slots: new Map() };
  };

  return {
    async write(batch) {
      for (const call of batch) rows.add(call);
      part.calls += batch.length;
      addSlots(part.slots, batch);
      if (rows.isFull()) await send();
    },
    async finish() {
      if (part.calls > 0) await send();
      await sent();
      await lockOwn(into);
      await touchSlots(into.tx, direct.slots, into.ids);
      const merged = isStaged() ? await mergeStaged(into.tx) : nothingMerged;
      const committed = await nextCommitted(into.tx);
      return { ...merged, inserted: direct.calls + merged.inserted, committed };
    },
    async settled() {
      await sent().catch(() => {});
    },
  };
}
