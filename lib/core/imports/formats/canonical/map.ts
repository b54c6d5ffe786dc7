import type { Call } from '#calls';
import { hashedReference } from '../../cells/customer.ts';
import { isFault } from '../../cells/fault.ts';
import type { RowResult } from '../../log-format.ts';
import type { CanonicalRow } from './schema.ts';

/** Maker of calls from rows whose every cell could be read; what a row does not say comes from its program. */
export function callMapper(hashCustomer: (reference: string) => string): (row: CanonicalRow) => RowResult {
  return (row) => {
    const { vendor, program } = row;
    const disposition = row.disposition ?? null;
    const outcome = vendor.outcomeOf(disposition, row.outcome ?? null);
    if (isFault(outcome)) return { faults: [{ column: 'disposition', value: disposition, reason: outcome.fault }] };
    const call: Call = {
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
      disposition,
      outcome,
      agent: row.agent ?? null,
      customerRef: row.customer_ref ? hashedReference(row.customer_ref, hashCustomer) : null,
      revenue: row.revenue ?? null,
      currency: row.currency ?? program.currency,
      legOf: null,
      details: null,
    };
    return { call, repeatedHour: row.started_at.repeated };
  };
}
