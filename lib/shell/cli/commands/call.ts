import { handleMs } from '#calls';
import { formatMicros, minorDigits } from '#money';
import { OperationError } from '#operations';
import { type CallView, callView } from '#views';
import type { Command } from '../command.ts';

const seconds = (ms: number | null) => (ms === null ? null : ms / 1000);

function toJson({ call, source, contract, rated }: CallView) {
  const { startedAt, waitMs, talkMs, holdMs, wrapMs, revenue, ...rest } = call;
  return {
    ...rest,
    startedAt: new Date(startedAt).toISOString(),
    seconds: {
      wait: seconds(waitMs),
      talk: talkMs / 1000,
      hold: seconds(holdMs),
      wrap: seconds(wrapMs),
      handle: handleMs(call) / 1000,
    },
    revenue: revenue === null ? null : formatMicros(revenue, minorDigits(call.currency)),
    source,
    rating: contract &&
      rated && {
        contract: { id: contract.id, from: contract.from, to: contract.to, timezone: contract.timezone },
        rule: contract.rating,
        basis: rated.basis,
        basisSeconds: rated.basisMs / 1000,
        billable: rated.billable,
        exclusion: rated.exclusion,
        billedSeconds: rated.billedSeconds,
        rateClass: rated.rateClass,
      },
  };
}

const reasons = {
  not_in_billable_state: 'not billed: the contract bills other calls',
  shorter_than_minimum: "not billed: shorter than the contract's minimum",
} as const;

function toText(view: CallView): string {
  const { call, source, contract, rated } = view;
  const json = toJson(view);
  const part = (name: string, value: number | null) => `${name} ${value === null ? 'not reported' : `${value} s`}`;
  const { wait, talk, hold, wrap, handle } = json.seconds;
  const rating = !(contract && rated)
    ? 'no contract was in force'
    : rated.exclusion
      ? reasons[rated.exclusion]
      : `${rated.basis} time ${rated.basisMs / 1000} s, billed as ${rated.billedSeconds} s (first ${contract.rating.initialSeconds} s, then steps of ${contract.rating.incrementSeconds} s), rate class ${rated.rateClass}`;
  return [
    `${call.vendor} ${call.callId}: ${call.direction} call of ${call.program}, started ${json.startedAt}`,
    `outcome ${call.outcome}${call.disposition ? ` ("${call.disposition}")` : ''}, ${call.answered ? 'handled' : 'not handled'}`,
    [part('wait', wait), part('talk', talk), part('hold', hold), part('wrap', wrap), part('handle', handle)].join(', '),
    `revenue ${json.revenue === null ? 'not reported' : `${json.revenue} ${call.currency}`}`,
    `rating: ${rating}${contract ? ` (contract from ${contract.from}, ${contract.timezone})` : ''}`,
    `from ${source.fileName ?? 'a removed import'}, row ${source.row} (batch ${source.batchId})`,
  ].join('\n');
}

/** `call`: one call with its rating trace. */
export const call: Command = {
  name: 'call',
  args: [
    { name: 'vendor', required: true },
    { name: 'call_id', required: true },
  ],
  options: {},
  help: 'one call: what it came to, what was billed of it and why, and the row that it came from',
  async run({ positionals: [vendor = '', callId = ''] }, { session }) {
    const view = await callView(await session(), vendor, callId);
    if (!view) throw new OperationError('not_found', `vendor "${vendor}" has no call "${callId}"`);
    return { json: toJson(view), text: toText(view) };
  },
};
