import type { ContractVersion, Rating, VendorCost } from '#contracts';
import type { Cell, Text } from '#format';
import { count, day, list, percent, rate, say } from './cells.ts';
import { chargeText } from './charge-words.ts';
import { validity } from './contract-words.ts';

/** One part of a contract under its name: what is paid, which seconds count, what is assumed. */
export type ContractPart = {
  id: 'validity' | 'charges' | 'rating' | 'windows' | 'vendorCost' | 'plan';
  label: Text;
  /** In the contract's order; charges are one each, at the place that statements and missing inputs name. */
  sentences: Text[];
};

/** A contract to be read: its parts in the order in which people argue about them; a part without content is left out. */
export function contractParts(version: ContractVersion): ContractPart[] {
  const parts: [ContractPart['id'], Text[]][] = [
    ['charges', version.charges.map((charge) => chargeText(charge, version))],
    ['rating', ratingTexts(version.rating)],
    ['windows', windowTexts(version)],
    ['validity', validityTexts(version)],
    ['vendorCost', version.vendorCost ? costTexts(version.vendorCost, version.currency) : []],
    ['plan', planTexts(version.plan ?? {})],
  ];
  return parts
    .filter(([, sentences]) => sentences.length > 0)
    .map(([id, sentences]) => ({ id, label: { key: `contractParts.${id}` }, sentences }));
}

function ratingTexts(rating: Rating): Text[] {
  const { billable, basis, initialSeconds, incrementSeconds } = rating;
  const [shortest, repeats] = [rating.excludeShorterThanSeconds, rating.excludeRepeatsWithinHours ?? 0];
  return [
    { key: 'contractTerms.billable', values: { billable } },
    { key: 'contractTerms.basis', values: { basis } },
    { key: 'contractTerms.rounding', values: { initial: initialSeconds, increment: incrementSeconds } },
    ...(shortest === 0 ? [] : [{ key: 'contractTerms.shortest', values: { shortest, basis } }]),
    ...(repeats === 0 ? [] : [{ key: 'contractTerms.repeats', values: { hours: repeats } }]),
  ];
}

/** The first window that holds a call's start gives its class, so their order is the contract's. */
function windowTexts({ rating, timezone }: ContractVersion): Text[] {
  if (rating.windows.length === 0) return [];
  return [
    ...rating.windows.map((window) => ({
      key: 'contractTerms.window',
      values: { rateClass: window.class, when: whenCell(window) },
    })),
    { key: 'contractTerms.standard', values: { timezone } },
  ];
}

/** When a rate window is: its days or dates, and its hours. */
export function whenCell({ days, dates, from, to }: Rating['windows'][number]): Cell {
  const on = dates ? list(dates.map((date) => day(date))) : days && list(days.map((name) => weekday(name)));
  const hours = from !== undefined && to !== undefined ? say('contractTerms.hours', { from, to }) : null;
  if (on && hours) return say('contractTerms.onAt', { on, hours });
  return on ?? hours ?? list([]);
}

function weekday(name: string): Cell {
  return say('contractTerms.weekday', { day: name });
}

function validityTexts(version: ContractVersion): Text[] {
  const { program, timezone, exchange, currency } = version;
  return [
    { key: 'contractTerms.inForce', values: { validity: validity(version), timezone } },
    { key: 'contractTerms.scope', values: { program: program ?? 'all' } },
    { key: 'contractTerms.currency', values: { currency, exchange } },
  ];
}

function costTexts(cost: VendorCost, currency: string): Text[] {
  const { value, low, high } = cost.agentHourly;
  const wage = rate(value, currency);
  const range = { low: rate(low, currency), high: rate(high, currency) };
  return [
    low === high
      ? { key: 'contractTerms.wage', values: { wage } }
      : { key: 'contractTerms.wageRange', values: { wage, ...range } },
    { key: 'contractTerms.load', values: { load: { kind: 'quantity', quantity: cost.load } } },
    { key: 'contractTerms.occupancy', values: { share: percent(cost.occupancy) } },
    { key: 'contractTerms.shrinkage', values: { share: percent(cost.shrinkage) } },
    { key: 'contractTerms.overhead', values: { amount: rate(cost.overheadPerCall, currency) } },
    { key: 'contractTerms.targetMargin', values: { share: percent(cost.targetMargin) } },
  ];
}

function planTexts({ ahtSeconds, callsPerMonth, conversion }: NonNullable<ContractVersion['plan']>): Text[] {
  return [
    ...(ahtSeconds === undefined ? [] : [{ key: 'contractTerms.planAht', values: { aht: plain(ahtSeconds) } }]),
    ...(callsPerMonth === undefined
      ? []
      : [{ key: 'contractTerms.planCalls', values: { calls: count(callsPerMonth) } }]),
    ...(conversion === undefined
      ? []
      : [{ key: 'contractTerms.planConversion', values: { share: percent(String(conversion)) } }]),
  ];
}

function plain(value: number): Cell {
  return { kind: 'quantity', quantity: String(value) };
}
