import type { Call, Outcome } from '#calls';
import { hashedReference } from '../../cells/customer.ts';
import { isFault } from '../../cells/fault.ts';
import type { RowResult } from '../../log-format.ts';
import type { CanonicalRow, KnownVendor } from './schema.ts';

/** A row that names its vendor by its code alone. */
type ReadRow = Omit<CanonicalRow, 'vendor'> & { vendor: Pick<KnownVendor, 'code'> };

/** The call of a row whose every cell could be read; what a row does not say comes from its program. */
export function callOf(row: ReadRow, outcome: Outcome, hashCustomer: (reference: string) => string): Call {
  const { vendor, program } = row;
  return {
    callId: row.call_id,
    vendor: vendor.code,
    program: program.code,
    callType: row.call_type ?? null,
    direction: row.direction ?? program.direction,
    startedAt: row.started_at.ms,
    waitMs: row.wait_s ?? null,
    talkMs: row.talk_s,
    holdMs: row.hold_s ?? null,
    wrapMs: row.wrap_s ?? null,
    answered: row.answered ?? row.talk_s > 0,
    disposition: row.disposition ?? null,
    outcome,
    agent: row.agent ?? null,
    customerRef: row.customer_ref ? hashedReference(row.customer_ref, hashCustomer) : null,
    revenue: row.revenue ?? null,
    currency: row.currency ?? program.currency,
    legOf: null,
    details: null,
  };
}

/** Maker of calls from such rows, each of which comes to what its vendor's words say. */
export function callMapper(hashCustomer: (reference: string) => string): (row: CanonicalRow) => RowResult {
  return (row) => {
    const disposition = row.disposition ?? null;
    const outcome = row.vendor.outcomeOf(disposition, row.outcome ?? null);
    if (isFault(outcome)) return { faults: [{ column: 'disposition', value: disposition, reason: outcome.fault }] };
    return { call: callOf(row, outcome, hashCustomer), repeatedHour: row.started_at.repeated };
  };
}
