import type { Call } from '#calls';
import type { ContractVersion } from '#contracts';
import type { Cell, Text } from '#format';
import type { Rated } from '#rating';

const HOUR_MS = 3_600_000;

/** Hours as a person says them, to two decimals: `3`, `0.05`. */
function hours(ms: number): Cell {
  return { kind: 'quantity', quantity: (ms / HOUR_MS).toFixed(2).replace(/\.?0+$/, '') };
}

const exactSeconds = (value: number): Cell => ({ kind: 'exact', cell: { kind: 'seconds', value } });

type Traced = { call: Pick<Call, 'startedAt'>; contract: ContractVersion; rated: Rated };

/** That the call is a repeat, and of which: `Repeat of call A-17, 3 h before.` Null where it is none. */
export function repeatText({ startedAt }: Pick<Call, 'startedAt'>, { repeatOf }: Rated): Text | null {
  return (
    repeatOf && {
      key: 'calls.repeatOf',
      values: { call: repeatOf.callId, hours: hours(startedAt - repeatOf.startedAt) },
    }
  );
}

function whichContract({ call, contract }: Traced): Text {
  const { from, timezone } = contract;
  return {
    key: 'calls.trace.contract',
    values: {
      from: { kind: 'day', day: from },
      timezone,
      start: { kind: 'instant', ms: call.startedAt, zone: timezone },
    },
  };
}

function state({ contract, rated }: Traced): Text {
  const met = rated.exclusion === 'not_in_billable_state' ? 'no' : 'yes';
  return { key: 'calls.trace.state', values: { billable: contract.rating.billable, met } };
}

function length({ contract, rated }: Traced): Text {
  const { excludeShorterThanSeconds: shortest } = contract.rating;
  const met = rated.exclusion === 'shorter_than_minimum' ? 'no' : 'yes';
  return {
    key: 'calls.trace.length',
    values: { basis: rated.basis, seconds: exactSeconds(rated.basisMs / 1000), shortest, met },
  };
}

function repeats(traced: Traced): Text[] {
  const within = traced.contract.rating.excludeRepeatsWithinHours;
  if (within === undefined) return [];
  const repeat = repeatText(traced.call, traced.rated);
  return [{ key: 'calls.trace.repeats', values: { within } }, repeat ?? { key: 'calls.trace.noRepeat' }];
}

function rounding({ contract, rated }: Traced): Text[] {
  const { initialSeconds: initial, incrementSeconds: increment } = contract.rating;
  const values = { initial, increment, billed: { kind: 'count', value: rated.billedSeconds } } as const;
  return [
    { key: 'calls.trace.rounding', values },
    { key: 'calls.trace.rateClass', values: { rateClass: rated.rateClass } },
  ];
}

/**
 * The rules of the contract that a call met, in the order in which they are asked, up to the one that leaves it out; that
 * there was no contract where there was none.
 */
export function callTrace(
  call: Pick<Call, 'startedAt' | 'legOf'>,
  contract: ContractVersion | null,
  rated: Rated | null,
): Text[] {
  if (call.legOf !== null) return [{ key: 'calls.trace.leg', values: { call: call.legOf } }];
  if (!(contract && rated)) return [{ key: 'calls.trace.none' }];
  const traced = { call, contract, rated };
  const { exclusion } = rated;
  const asked = [whichContract(traced), state(traced)];
  if (exclusion === 'not_in_billable_state') return asked;
  asked.push(length(traced));
  if (exclusion === 'shorter_than_minimum') return asked;
  asked.push(...repeats(traced));
  return exclusion === 'repeat_within_hours' ? asked : [...asked, ...rounding(traced)];
}
