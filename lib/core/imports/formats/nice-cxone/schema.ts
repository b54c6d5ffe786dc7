import { readId, readText } from '../../cells/text.ts';
import { readConstant } from '../../platform/read/constant.ts';
import { readDuration } from '../../platform/read/duration.ts';
import { detail, optional, required } from '../../platform/read/fields.ts';
import { readFlag } from '../../platform/read/flag.ts';
import { recordReader } from '../../platform/read/record-reader.ts';
import { readUtc } from '../../platform/read/utc.ts';

/**
 * A completed contact (GET /contacts/completed; log-formats.md 4.10): times in UTC, durations in seconds with decimals.
 * Some names changed from one generation of the interface to the next.
 */
export const readCompletedContact = recordReader(
  {
    contactId: required(readId),
    masterContactId: optional(readId),
    contactStart: required(readUtc),
    lastUpdateTime: optional(readUtc),
    isOutbound: optional(readFlag),
    isActive: optional(readFlag),
    mediaType: optional(readConstant),
    mediaTypeName: optional(readConstant),
    skillId: detail(readId),
    skillName: detail(readText),
    campaignName: detail(readText),
    agentId: detail(readId),
    firstName: detail(readText),
    lastName: detail(readText),
    abandoned: optional(readFlag),
    isShortAbandon: detail(readFlag),
    abandonSeconds: optional(readDuration),
    preQueueSeconds: optional(readDuration),
    inQueueSeconds: optional(readDuration),
    postQueueSeconds: optional(readDuration),
    agentSeconds: optional(readDuration),
    holdSeconds: optional(readDuration),
    conferenceSeconds: optional(readDuration),
    acwSeconds: optional(readDuration),
    totalDurationSeconds: optional(readDuration),
    holdCount: detail(readId),
    fromAddress: detail(readText),
    toAddress: detail(readText),
    primaryDispositionId: detail(readId),
    primaryDispositionName: detail(readText),
    endReason: detail(readText),
    transferIndicatorName: detail(readText),
    serviceLevelFlag: detail(readId),
  },
  {
    contactStart: ['contactStartDate'],
    mediaType: ['mediaTypeId'],
    conferenceSeconds: ['confSeconds'],
    fromAddress: ['fromAddr'],
    toAddress: ['toAddr'],
    primaryDispositionName: ['primaryDisposition', 'dispositionName'],
  },
);

export type CompletedContact = Extract<ReturnType<typeof readCompletedContact>, { values: unknown }>['values'];
