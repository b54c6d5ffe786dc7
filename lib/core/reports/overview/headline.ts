import type { Text } from '#format';
import { type Micros, micros, sumMicros } from '#money';
import type { Day, Period } from '#time';
import type { State } from '#verdicts';
import { amount, day, say, timesCalls } from '../cells.ts';
import { stateOf, type VendorRow, worstState } from './vendor-row.ts';

type Scope = { period: Period; asOf: Day; currency: string };

/** The overview in sentences that a person could read out: how many vendors' prices fail, and what that cost. */
export function overviewHeadline(rows: readonly VendorRow[], scope: Scope): Text[] {
  const states = vendorStates(rows);
  const vendors = states.length;
  const count = (state: State) => states.filter((own) => own === state).length;
  const failing = count('failing');
  const atRisk = count('at_risk');
  const unclear = count('not_enough_evidence');
  if (vendors === 0) return [{ key: 'overview.noCalls', values: { period: { kind: 'period', ...scope.period } } }];
  if (unclear === vendors) return [{ key: 'overview.allUnclear', values: { vendors } }];
  const others = [
    ...(atRisk > 0 ? [{ key: 'overview.atRisk', values: { n: atRisk } }] : []),
    ...(unclear > 0 ? [{ key: 'overview.unclear', values: { n: unclear } }] : []),
  ];
  if (failing === 0) return [{ key: 'overview.noneFails', values: { vendors } }, ...others];
  const failed = rows.filter((row) => stateOf(row) === 'failing');
  return [{ key: 'overview.failing', values: { failing, vendors } }, ...balance(failed, scope), ...others];
}

/** One state for each vendor; rows that cannot be judged (a monthly amount without calls) speak only if all are such. */
function vendorStates(rows: readonly VendorRow[]): State[] {
  return [...new Set(rows.map((row) => row.vendor))].flatMap((code) => {
    const own = rows.filter((row) => row.vendor === code);
    const judged = own.filter(({ verdict }) => verdict !== null);
    return worstState((judged.length > 0 ? judged : own).map(stateOf)) ?? [];
  });
}

/** What each failing book has lost in the period: the client's where it fails, the vendors' where they do. */
function balance(failed: readonly VendorRow[], { period, asOf, currency }: Scope): Text[] {
  const span =
    asOf <= period.to
      ? say('overview.since', { day: day(period.from) })
      : say('overview.during', { period: { kind: 'period', ...period } });
  const costly = failed.filter((row) => row.verdict?.client.state === 'failing');
  const losing = failed.filter((row) => row.verdict?.vendorBook.state === 'failing');
  const client = total(costly.map((row) => marginTotal(row, row.economics.perCall.margin)));
  const vendor = total(losing.map((row) => marginTotal(row, row.economics.perCall.vendorMargin?.value ?? null)));
  const sentence = (key: string, value: Micros, n: number): Text => ({
    key,
    values: { n, amount: amount(micros(-value), currency), span },
  });
  const all = (rows: readonly VendorRow[]) => rows.length === failed.length;
  return [
    ...(costly.length > 0 && client === null ? [{ key: 'overview.balanceUnknown', values: { n: failed.length } }] : []),
    ...(client !== null && client < 0n
      ? [sentence(all(costly) ? 'overview.loss' : 'overview.lossOfSome', client, costly.length)]
      : []),
    ...(vendor !== null && vendor < 0n
      ? [sentence(all(losing) ? 'overview.vendorLoss' : 'overview.vendorLossOfSome', vendor, losing.length)]
      : []),
  ];
}

function marginTotal(row: VendorRow, perCall: number | null): Micros | null {
  return timesCalls(perCall, row.economics.counts.handled);
}

/** The sum, or null where a part of it is not known. */
function total(parts: readonly (Micros | null)[]): Micros | null {
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length && parts.length > 0 ? sumMicros(known) : null;
}
