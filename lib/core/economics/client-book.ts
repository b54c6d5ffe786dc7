import type { Program } from '#contracts';
import { convert, type Fraction, fractionOf, type Micros, micros, mulDiv, parseMicros } from '#money';
import type { RollupRow } from '#rollup';
import type { Reporting } from './shares.ts';

/** What the client's own book needs to know about a program, ready for exact arithmetic. */
export type ProgramRates = {
  code: string;
  currency: string;
  grossMargin: Fraction;
  otherCostPerCall: Micros;
  /** The margin that the client requires: an amount per handled call plus a share of contribution (one of them 0). */
  requiredPerCall: Micros;
  requiredShare: Fraction;
  serviceLevel: Program['serviceLevel'];
};

/** The programs by code. */
export function programRates(programs: readonly Program[]): Map<string, ProgramRates> {
  return new Map(
    programs.map(({ code, currency, grossMargin, otherCostPerCall, requiredMargin, serviceLevel }) => [
      code,
      {
        code,
        currency,
        grossMargin: fractionOf(grossMargin),
        otherCostPerCall: parseMicros(otherCostPerCall),
        requiredPerCall: parseMicros('perCall' in requiredMargin ? requiredMargin.perCall : '0'),
        requiredShare: fractionOf('share' in requiredMargin ? requiredMargin.share : '0'),
        serviceLevel,
      },
    ]),
  );
}

/** The client's side of some calls in the reporting currency, in micros. */
export type ClientAmounts = {
  revenue: bigint;
  contribution: bigint;
  otherCost: bigint;
  requiredPerCall: bigint;
  requiredShare: bigint;
};

/** No calls' amounts. */
export function emptyClientAmounts(): ClientAmounts {
  return { revenue: 0n, contribution: 0n, otherCost: 0n, requiredPerCall: 0n, requiredShare: 0n };
}

/**
 * Adds a row's revenue, contribution, other cost and required margin, at the rates of its day; each is rounded to the
 * micro row by row, so that the groups of any grouping sum to the same total.
 */
export function addClientAmounts(
  into: ClientAmounts,
  row: RollupRow,
  { program, currency, rates }: Reporting & { program: ProgramRates },
): void {
  if (row.revenue !== 0n) {
    const revenue = convert(row.revenue, row.currency, currency, row.day, rates);
    const contribution = times(revenue, program.grossMargin);
    into.revenue += revenue;
    into.contribution += contribution;
    into.requiredShare += times(contribution, program.requiredShare);
  }
  if (row.handled === 0) return;
  const perCall = (amount: Micros) =>
    convert(micros(amount * BigInt(row.handled)), program.currency, currency, row.day, rates);
  if (program.otherCostPerCall !== 0n) into.otherCost += perCall(program.otherCostPerCall);
  if (program.requiredPerCall !== 0n) into.requiredPerCall += perCall(program.requiredPerCall);
}

function times(amount: bigint, { num, den }: Fraction): bigint {
  if (num === 0n) return 0n;
  return num === den ? amount : mulDiv(amount, num, den);
}

/** Which vendors' revenue for which program is reported at all: any call or event with one, in the period or not, says so. */
export function revenueReporters(rows: readonly RollupRow[]): (row: { vendor: string; program: string }) => boolean {
  const reporting = new Map<string, Set<string>>();
  for (const { vendor, program, revenueCalls, revenue } of rows) {
    if (revenueCalls === 0 && revenue === 0n) continue;
    const programs = reporting.get(vendor);
    if (programs) programs.add(program);
    else reporting.set(vendor, new Set([program]));
  }
  return ({ vendor, program }) => reporting.get(vendor)?.has(program) ?? false;
}
