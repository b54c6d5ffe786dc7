import type { Call } from '#calls';
import { type Ids, idOf } from '../rollup/spans.ts';
import { BinaryRows } from './binary-rows.ts';

/** A call with its place in the delivery. */
export type DeliveredCall = { file: number; row: number; call: Call };

/** Columns of a call in the order in which they are copied, as `call` names them. */
export const copiedColumns = [
  'batch_row',
  'batch_file',
  'vendor_id',
  'call_id',
  'program_id',
  'started_at',
  'wait_ms',
  'talk_ms',
  'hold_ms',
  'wrap_ms',
  'revenue',
  'direction',
  'outcome',
  'answered',
  'currency',
  'call_type',
  'agent',
  'disposition',
  'customer_ref',
  'leg_of',
  'details',
  'batch_id',
] as const;

const lengthOf = (text: string | null) => text?.length ?? 0;

/** Writer of a batch's calls as rows of COPY, in parts of about `size` bytes. */
export function callRows(batchId: string, { vendors, programs }: Ids, size: number) {
  const rows = new BinaryRows(copiedColumns.length, size);
  const batch = batchId.replaceAll('-', '');
  return {
    isFull: () => rows.isFull(),
    take: () => rows.take(),
    add({ row, file, call }: DeliveredCall): void {
      const details = call.details === null ? null : JSON.stringify(call.details);
      const { callId, callType, agent, disposition, legOf } = call;
      rows.row(
        callId.length +
          lengthOf(callType) +
          lengthOf(agent) +
          lengthOf(disposition) +
          lengthOf(legOf) +
          lengthOf(details) +
          lengthOf(call.customerRef),
      );
      rows.int4(row);
      rows.int2(file);
      rows.int4(idOf(vendors, call.vendor));
      rows.text(callId);
      rows.int4(idOf(programs, call.program));
      rows.timestamptz(call.startedAt);
      rows.int4(call.waitMs);
      rows.int4(call.talkMs);
      rows.int4(call.holdMs);
      rows.int4(call.wrapMs);
      rows.int8(call.revenue);
      rows.text(call.direction);
      rows.text(call.outcome);
      rows.bool(call.answered);
      rows.text(call.currency);
      rows.text(callType);
      rows.text(agent);
      rows.text(disposition);
      rows.hex(call.customerRef);
      rows.text(legOf);
      rows.jsonb(details);
      rows.hex(batch);
    },
  };
}
