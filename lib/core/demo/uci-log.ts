import type { RealCall } from './bank.ts';
import { type LogRow, logHeader, logLine } from './log-row.ts';

function uciRow(call: RealCall): LogRow {
  return {
    call_id: `uci-${call.row}`,
    vendor: 'uci',
    program: 'term-deposit',
    call_type: call.contact,
    direction: 'outbound',
    started_at: call.day,
    wait_s: null,
    talk_s: call.seconds,
    hold_s: null,
    wrap_s: null,
    answered: null,
    disposition: call.sale ? 'yes' : 'no',
    outcome: call.sale ? 'sale' : 'no_sale',
    agent: null,
    customer_ref: null,
    revenue: null,
    currency: 'EUR',
  };
}

/**
 * The real calls themselves as one canonical log, nothing added but the vendor's and program's codes: date-only starts
 * (Europe/Lisbon), talk only, no money. Text in chunks, the header first.
 */
export function* uciLog(calls: readonly RealCall[]): Generator<string> {
  yield logHeader;
  const chunk = 1000;
  for (let start = 0; start < calls.length; start += chunk)
    yield calls
      .slice(start, start + chunk)
      .map((call) => logLine(uciRow(call)))
      .join('');
}
