import { type Fault, isFault } from '../../cells/fault.ts';
import { readId, readText } from '../../cells/text.ts';
import { readDuration } from '../../platform/read/duration.ts';
import { detail, optional, required } from '../../platform/read/fields.ts';
import { readFlag } from '../../platform/read/flag.ts';
import { plainAmount, readMoney } from '../../platform/read/money.ts';
import { recordReader } from '../../platform/read/record-reader.ts';

/** An amount as plain decimal text, so that it can be put aside exactly. */
function readAmountText(text: string): string | Fault {
  const amount = readMoney(text);
  return isFault(amount) ? amount : plainAmount(amount);
}

const readCallLogRow = recordReader(
  {
    inboundCallId: required(readId),
    callDt: required(readText),
    campaignName: detail(readText),
    campaignId: detail(readId),
    publisherName: detail(readText),
    targetName: detail(readText),
    buyer: detail(readText),
    inboundPhoneNumber: detail(readText),
    callLengthInSeconds: optional(readDuration),
    connectedCallLengthInSeconds: optional(readDuration),
    timeToConnectInSeconds: optional(readDuration),
    hasConnected: optional(readFlag),
    hasConverted: optional(readFlag),
    isDuplicate: detail(readFlag),
    isLive: optional(readFlag),
    wasBlocked: detail(readFlag),
    conversionAmount: optional(readAmountText),
    payoutAmount: detail(readAmountText),
    telcoCost: detail(readAmountText),
    totalCost: detail(readAmountText),
    noConversionReason: detail(readText),
    endCallSource: detail(readText),
  },
  {
    callDt: ['Call Date', 'Call Date/Time'],
    campaignName: ['Campaign'],
    publisherName: ['Publisher'],
    targetName: ['Target'],
    inboundPhoneNumber: ['Caller ID'],
    callLengthInSeconds: ['callLength', 'Duration'],
    connectedCallLengthInSeconds: ['connectedCallLength'],
    timeToConnectInSeconds: ['timeToConnect'],
    hasConnected: ['Connected'],
    hasConverted: ['Converted'],
    isDuplicate: ['Duplicate'],
    isLive: ['Live'],
    conversionAmount: ['Revenue'],
    payoutAmount: ['Payout'],
  },
);

/**
 * A call of the call log (Ringba/ringba-api-samples; log-formats.md 4.6). The older interface has its columns in an object
 * of their own, beside its events and tags.
 */
export function readCall(record: unknown): ReturnType<typeof readCallLogRow> {
  const columns = typeof record === 'object' && record !== null && 'columns' in record ? record.columns : record;
  return readCallLogRow(columns ?? record);
}

export type CallLogRow = Extract<ReturnType<typeof readCall>, { values: unknown }>['values'];
