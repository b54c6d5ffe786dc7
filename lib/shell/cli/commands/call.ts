import { handleMs } from '#calls';
import type { Say } from '#format';
import { formatMicros, type Micros, minorDigits } from '#money';
import { OperationError } from '#operations';
import { repeatText } from '#reports';
import { type CallView, callView } from '#views';
import type { Command } from '../command.ts';

const seconds = (ms: number | null) => (ms === null ? null : ms / 1000);

function toJson({ call, source, contract, rated, events, netRevenue }: CallView) {
  const money = (amount: Micros | null) => (amount === null ? null : formatMicros(amount, minorDigits(call.currency)));
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
    revenue: money(revenue),
    events: events.map(({ eventId, vendor, kind, occurredAt, amount, currency, match }) => ({
      ...{ eventId, vendor, kind, occurredAt: new Date(occurredAt).toISOString(), amount: money(amount), currency },
      ...{ matchedBy: match?.by ?? null, bookedOn: match?.booked ?? null },
    })),
    netRevenue: money(netRevenue),
    source,
    rating: contract &&
      rated && {
        contract: { id: contract.id, from: contract.from, to: contract.to, timezone: contract.timezone },
        rule: contract.rating,
        basis: rated.basis,
        basisSeconds: rated.basisMs / 1000,
        billable: rated.billable,
        exclusion: rated.exclusion,
        repeatOf: rated.repeatOf && {
          callId: rated.repeatOf.callId,
          startedAt: new Date(rated.repeatOf.startedAt).toISOString(),
        },
        billedSeconds: rated.billedSeconds,
        rateClass: rated.rateClass,
      },
  };
}

function ratingText({ call, contract, rated }: CallView, say: Say): string {
  if (!(contract && rated)) return 'no contract was in force';
  const { basis, basisMs, billedSeconds, rateClass, exclusion } = rated;
  const { initialSeconds, incrementSeconds } = contract.rating;
  const repeat = repeatText(call, rated);
  if (exclusion) return [say({ key: `calls.exclusions.${exclusion}` }), ...(repeat ? [say(repeat)] : [])].join('. ');
  return `${basis} time ${basisMs / 1000} s, billed as ${billedSeconds} s (first ${initialSeconds} s, then steps of ${incrementSeconds} s), rate class ${rateClass}`;
}

function toText(view: CallView, say: Say): string {
  const { call, source, contract } = view;
  const json = toJson(view);
  const part = (name: string, value: number | null) => `${name} ${value === null ? 'not reported' : `${value} s`}`;
  const { wait, talk, hold, wrap, handle } = json.seconds;
  return [
    `${call.vendor} ${call.callId}: ${call.direction} call of ${call.program}, started ${json.startedAt}`,
    `outcome ${call.outcome}${call.disposition ? ` ("${call.disposition}")` : ''}, ${call.answered ? 'handled' : 'not handled'}`,
    [part('wait', wait), part('talk', talk), part('hold', hold), part('wrap', wrap), part('handle', handle)].join(', '),
    `revenue ${json.revenue === null ? 'not reported' : `${json.revenue} ${call.currency}`}`,
    ...json.events.map(
      ({ eventId, kind, amount, currency, occurredAt, matchedBy, bookedOn }) =>
        `  ${kind} ${eventId}: ${amount} ${currency}, ${occurredAt}, found by ${matchedBy === 'call_id' ? 'its call id' : "the customer's last call"}, changes ${bookedOn}`,
    ),
    ...(json.events.length > 0 ? [`net revenue ${json.netRevenue} ${call.currency}`] : []),
    `rating: ${ratingText(view, say)}${contract ? ` (contract from ${contract.from}, ${contract.timezone})` : ''}`,
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
  async run({ positionals: [vendor = '', callId = ''] }, { session, say }) {
    const view = await callView(await session(), vendor, callId);
    if (!view) throw new OperationError('not_found', `vendor "${vendor}" has no call "${callId}"`);
    return { json: toJson(view), text: toText(view, say) };
  },
};
