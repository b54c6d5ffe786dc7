import type { Db } from '../database.ts';
import { binding, type CallFilter, conditionsOf, ratedSource } from './filter.ts';

/** What a list adds up to. */
export type CallTotals = { calls: number; billedCalls: number; billedSeconds: number };

type Stored = Record<keyof CallTotals, string>;

function fromDb(row: Stored | undefined): CallTotals {
  const { calls = 0, billedCalls = 0, billedSeconds = 0 } = row ?? {};
  return { calls: Number(calls), billedCalls: Number(billedCalls), billedSeconds: Number(billedSeconds) };
}

/** What a list adds up to: from the roll-up where its rows tell the calls of the filter apart, else call by call. */
export async function countCalls(db: Db, filter: CallFilter): Promise<CallTotals> {
  const { outcome, state, withRevenue, billed } = filter;
  if (outcome !== undefined || state !== undefined || withRevenue) return counted(db, filter);
  const { calls, billedCalls, billedSeconds } = await rolledUp(db, filter);
  if (billed === undefined) return { calls, billedCalls, billedSeconds };
  return billed
    ? { calls: billedCalls, billedCalls, billedSeconds }
    : { calls: calls - billedCalls, billedCalls: 0, billedSeconds: 0 };
}

async function counted(db: Db, filter: CallFilter): Promise<CallTotals> {
  const { ctes, values, bind } = (await ratedSource(db, filter))();
  const [totals] = await db.sql.query<Stored>(
    `${ctes} select count(*) as calls, count(*) filter (where r.is_billed) as "billedCalls",
       coalesce(sum(r.rounded_s) filter (where r.is_billed), 0) as "billedSeconds"
     from rated r where ${['r.leg_of is null', ...conditionsOf(filter, bind)].join(' and ')}`,
    values,
  );
  return fromDb(totals);
}

async function rolledUp(db: Db, filter: CallFilter): Promise<CallTotals> {
  const { period, vendor, program, contract, rateClass, callType } = filter;
  const values: unknown[] = [period.from, period.to];
  const bind = binding(values);
  const where = [
    'r.day >= $1::date and r.day < $2::date',
    ...(vendor === undefined ? [] : [`r.vendor_id = (select id from vendor where code = ${bind(vendor)})`]),
    ...(program === undefined ? [] : [`r.program_id = (select id from program where code = ${bind(program)})`]),
    ...(contract === undefined ? [] : [`r.contract_id = ${bind(contract)}::int`]),
    ...(rateClass === undefined ? [] : [`r.rate_class = ${bind(rateClass)}`]),
    ...(callType === undefined ? [] : [`r.call_type = ${bind(callType)}`]),
  ];
  const [totals] = await db.sql.query<Stored>(
    `select coalesce(sum(calls), 0) as calls, coalesce(sum(billed_calls), 0) as "billedCalls",
       coalesce(sum(billed_seconds), 0) as "billedSeconds" from call_rollup r where ${where.join(' and ')}`,
    values,
  );
  return fromDb(totals);
}
