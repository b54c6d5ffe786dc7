import type { Call, Outcome } from '#calls';
import type { Text } from '#format';
import type { CallBatch, Place, RecordFault } from '../call-batch.ts';
import type { ImportOptions } from '../import-options.ts';
import { fold } from '../vendor-words.ts';
import type { TakenRow } from './taken.ts';

/** One record as it stands, and what it becomes; no call and no fault = a part of a call, or nothing of any. */
export type PreviewRecord = Place & { cells: (string | null)[]; call: Call | null; faults: RecordFault[] };

/** What records come to, counted. */
export type Counted = {
  records: PreviewRecord[];
  counts: { records: number; calls: number; rejected: number; notCalls: number };
  outcomes: { outcome: Outcome; calls: number }[];
  /** The vendor's words and what they come to; null = nobody has explained the word. */
  dispositions: { word: string; outcome: Outcome | null; calls: number }[];
  queues: { word: string; program: string | null; calls: number }[];
  rejects: { column: string | null; reason: Text; records: number }[];
};

const SHOWN_RECORDS = 50;
const MOST_LINES = 200;

/** Things counted by what they are; the most frequent first. */
function counter<T extends object>() {
  const all = new Map<string, { of: T; count: number }>();
  return {
    add(of: T, count = 1): void {
      const key = JSON.stringify(of);
      const own = all.get(key);
      if (own) own.count += count;
      else all.set(key, { of, count });
    },
    sorted: () => [...all.values()].toSorted((a, b) => b.count - a.count).slice(0, MOST_LINES),
  };
}

const unexplained = {
  'rejects.unknown_disposition': 'dispositions',
  'rejects.unknown_queue': 'queues',
  'rejects.unknown_program': 'queues',
} as const;
const keyOf = ({ file, row }: Place) => `${file}:${row}`;

/** Counts what the records of a preview come to, as batches of them are read. */
export function tally({ vendor, vendors, programs }: ImportOptions) {
  const words = new Set([...(vendors.get(vendor ?? '')?.programs.keys() ?? [])].map(fold));
  const shown = new Map<string, PreviewRecord>();
  const counts = { records: 0, calls: 0, rejected: 0, notCalls: 0 };
  const outcomes = counter<{ outcome: Outcome }>();
  const dispositions = counter<{ word: string; outcome: Outcome | null }>();
  const queues = counter<{ word: string; program: string | null }>();
  const rejects = counter<{ column: string | null; reason: Text }>();

  function addCall(call: Call, { unknownDispositions, phase }: CallBatch): void {
    outcomes.add({ outcome: call.outcome });
    const { disposition: word, callType: queue } = call;
    if (word !== null) dispositions.add({ word, outcome: unknownDispositions.has(word) ? null : call.outcome });
    if (phase !== 'joining' || queue === null) return;
    queues.add({ word: queue, program: words.has(fold(queue)) || programs.has(queue) ? call.program : null });
  }

  function addFault({ column, value, reason }: RecordFault): void {
    rejects.add({ column, reason });
    const list = unexplained[reason.key as keyof typeof unexplained];
    if (value === null || list === undefined) return;
    if (list === 'queues') queues.add({ word: value, program: null });
    else dispositions.add({ word: value, outcome: null });
  }

  return {
    /** Records as they stand in a document, of which the first are shown. */
    addRows(file: number, rows: readonly TakenRow[]): void {
      for (const { row, cells } of rows.slice(0, SHOWN_RECORDS - shown.size))
        shown.set(keyOf({ file, row }), {
          file,
          row,
          cells: cells.map((cell) => cell.trim() || null),
          call: null,
          faults: [],
        });
    },
    add(batch: CallBatch): void {
      counts.records += batch.rows;
      counts.calls += batch.calls.length;
      counts.rejected += batch.rejected;
      counts.notCalls += batch.notCalls;
      for (const { call, ...place } of batch.calls) {
        addCall(call, batch);
        const record = shown.get(keyOf(place));
        if (record) record.call = call;
      }
      for (const { file, row, ...fault } of batch.rejects) {
        addFault(fault);
        shown.get(keyOf({ file, row }))?.faults.push(fault);
      }
    },
    counted: (): Counted => ({
      records: [...shown.values()],
      counts,
      outcomes: outcomes.sorted().map(({ of, count }) => ({ ...of, calls: count })),
      dispositions: dispositions.sorted().map(({ of, count }) => ({ ...of, calls: count })),
      queues: queues.sorted().map(({ of, count }) => ({ ...of, calls: count })),
      rejects: rejects.sorted().map(({ of, count }) => ({ ...of, records: count })),
    }),
  };
}

export type Tally = ReturnType<typeof tally>;
