import { parseMicros } from '#money';
import type { Fault } from '../../cells/fault.ts';
import { isFault } from '../../cells/fault.ts';
import type { Start } from '../../cells/started-at.ts';
import type { RowFault } from '../../log-format.ts';
import type { Placed } from '../../platform/gather.ts';
import type { Joined, PlatformCall, ReadContext } from '../../platform/platform-format.ts';
import { detailsOf } from '../../platform/read/details.ts';
import { byZone, readEpochMs, readEpochSeconds, timeReader } from '../../platform/read/times.ts';
import type { CallLogRow } from './schema.ts';

/** A call as it may be put aside: its revenue as decimal text. */
export type Piece = Omit<PlatformCall, 'revenue'> & { revenueText: string | null };

const readerOf = byZone(timeReader);

/** callDt is a number of milliseconds; one that is too small for this century is of seconds. A formatted one is local. */
function momentOf(text: string, { timezone }: ReadContext): Start | Fault {
  if (!/^\d+$/.test(text)) return readerOf(timezone)(text);
  const ms = text.length < 12 ? readEpochSeconds(text) : readEpochMs(text);
  return isFault(ms) ? ms : { ms, repeated: false };
}

function isConnected({ hasConnected, connectedCallLengthInSeconds: connected }: CallLogRow): boolean {
  return hasConnected ?? (connected ?? 0) > 0;
}

/** A call's length is the time to connect and the time connected; null = neither is said. */
function talkOf(row: CallLogRow): number | null {
  const { callLengthInSeconds: length, connectedCallLengthInSeconds: connected, timeToConnectInSeconds: before } = row;
  if (!isConnected(row)) return 0;
  return connected ?? (length === null || before === null ? null : Math.max(0, length - before));
}

/** Until somebody answered; of a call that nobody answered, all of it. */
function waitOf(row: CallLogRow): number | null {
  const { callLengthInSeconds: length, connectedCallLengthInSeconds: connected, timeToConnectInSeconds: before } = row;
  if (!isConnected(row)) return length ?? before;
  return before ?? (length === null || connected === null ? null : Math.max(0, length - connected));
}

/** Whether the buyer pays for it; null = that is not said, which is not no. */
function isConverted({ hasConverted, conversionAmount: amount }: CallLogRow): boolean | null {
  return hasConverted ?? (Number(amount) > 0 ? true : null);
}

function dispositionOf(row: CallLogRow): string {
  const converted = isConverted(row);
  if (converted) return 'converted';
  if (!isConnected(row)) return row.wasBlocked ? 'blocked' : 'not_connected';
  return converted === null ? 'connected' : 'not_converted';
}

/** What the buyer pays for the call; the 0 of a call that did not convert is no revenue. */
function revenueOf(row: CallLogRow): string | null {
  const { conversionAmount: amount } = row;
  return amount !== null && (isConverted(row) || Number(amount) !== 0) ? amount : null;
}

/** What a row says of its call, or what it lacks. */
export function pieceOf(row: CallLogRow, context: ReadContext): Piece | { faults: RowFault[] } {
  const start = momentOf(row.callDt, context);
  if (isFault(start)) return { faults: [{ column: 'callDt', value: row.callDt, reason: start.fault }] };
  const talkMs = talkOf(row);
  if (talkMs === null)
    return { faults: [{ column: 'connectedCallLengthInSeconds', value: null, reason: { key: 'rejects.empty' } }] };
  return {
    callId: row.inboundCallId,
    legOf: null,
    queue: row.campaignName ?? row.campaignId,
    direction: 'inbound',
    startedAt: start.ms,
    repeatedHour: start.repeated,
    waitMs: waitOf(row),
    legs: [{ talkMs, holdMs: null, wrapMs: null }],
    answered: isConnected(row),
    disposition: dispositionOf(row),
    outcome: null,
    agent: null,
    customer: row.inboundPhoneNumber,
    revenueText: revenueOf(row),
    currency: null,
    details: detailsOf({
      target: row.targetName,
      publisher: row.publisherName,
      buyer: row.buyer,
      payout: row.payoutAmount,
      telco_cost: row.telcoCost,
      total_cost: row.totalCost,
      duplicate: row.isDuplicate ? 'yes' : null,
      no_conversion_reason: row.noConversionReason,
      end_call_source: row.endCallSource,
    }),
  };
}

/** Records of one call: the later delivery stands, for it knows of later conversions. */
export function joinRecords(pieces: readonly Placed<Piece>[]): Joined {
  const last = pieces.at(-1);
  if (last === undefined) return { calls: [] };
  const { file, row, piece } = last;
  const { revenueText, ...rest } = piece;
  const revenue = revenueText === null ? null : parseMicros(revenueText);
  const details = { source_records: pieces.length, ...piece.details };
  return { calls: [{ file, row, call: { ...rest, revenue, details } }] };
}
