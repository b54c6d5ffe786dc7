import type { Text } from '#format';
import type { Verdict } from '#verdicts';
import { amount, day } from '../cells.ts';
import { type Names, programName, vendorName } from '../names.ts';
import { worstState } from '../overview/vendor-row.ts';
import { reasonText } from '../reasons.ts';

/**
 * A vendor in sentences: the state of the price model that needs a person most, why, since when and what is at stake,
 * then its further reasons; the other programs follow with their state and first reason.
 */
export function vendorHeadline(vendor: string, verdicts: readonly Verdict[], names: Names): Text[] {
  const worst = worstState(verdicts.map(({ state }) => state));
  const first = verdicts.find(({ state }) => state === worst);
  if (!first) return [{ key: 'vendor.noVerdict', values: { vendor: vendorName(names, vendor) } }];
  const [why, ...more] = first.reasons.map((reason) => reasonText(reason, first.currency));
  return [
    stateText(first, verdicts.length > 1, names),
    ...(why ? [why] : []),
    ...since(first),
    ...atStake(first),
    ...more,
    ...verdicts.filter((verdict) => verdict !== first).flatMap((verdict) => inBrief(verdict, names)),
  ];
}

/** Since when, unless the reason has said it. */
function since({ since: from, reasons }: Verdict): Text[] {
  return from === null || reasons[0]?.figures.since ? [] : [{ key: 'vendor.since', values: { day: day(from) } }];
}

function stateText({ vendor, program, state }: Verdict, several: boolean, names: Names): Text {
  const values = { vendor: vendorName(names, vendor), program: programName(names, program) };
  return several ? { key: `programStates.${state}`, values } : { key: `vendorStates.${state}`, values };
}

function inBrief(verdict: Verdict, names: Names): Text[] {
  const [why] = verdict.reasons;
  return [stateText(verdict, true, names), ...(why ? [reasonText(why, verdict.currency)] : [])];
}

function atStake({ moneyAtStake, currency }: Verdict): Text[] {
  if (moneyAtStake === null) return [];
  return [{ key: 'vendor.atStake', values: { amount: amount(moneyAtStake, currency) } }];
}
