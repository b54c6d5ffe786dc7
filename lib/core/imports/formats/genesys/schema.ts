import { z } from 'zod';
import { readId, readText } from '../../cells/text.ts';
import { readConstant } from '../../platform/read/constant.ts';
import { readMilliseconds } from '../../platform/read/duration.ts';
import { detail, optional, required } from '../../platform/read/fields.ts';
import { list, listOf, nestedReader, object } from '../../platform/read/nested-reader.ts';
import { readUtc } from '../../platform/read/utc.ts';

/** Metrics that a call's times are made of, all in milliseconds. */
const times = [
  ...(['tAbandon', 'tAcd', 'tAcw', 'tAnswered', 'tHandle', 'tHeld', 'tHeldComplete', 'tIvr'] as const),
  ...(['tTalk', 'tTalkComplete'] as const),
];
export type Time = (typeof times)[number];

const timeByName = new Map(times.map((time) => [time.toLowerCase(), time]));
const milliseconds = optional(readMilliseconds);

/** Of the many metrics (counts, targets, shares) only those that are used must be readable. */
const metric = object({ name: detail(readId), value: z.unknown() }).transform(({ name, value }, context) => {
  const time = timeByName.get(name?.toLowerCase() ?? '') ?? null;
  if (time === null) return { time, ms: null };
  const read = milliseconds.safeParse(value);
  if (read.success) return { time, ms: read.data };
  const [issue] = read.error.issues;
  context.addIssue({ code: 'custom', path: ['value'], params: issue?.code === 'custom' ? issue.params : {} });
  return z.NEVER;
});

/**
 * A conversation as Genesys Cloud's analytics give it (platform-client-sdk, analyticsconversation): metrics whose names
 * begin with t are milliseconds, those that begin with n are counts; which ones there are differs from session to session.
 * Conversations of 2016 have no metrics, no end and no direction of their own: there it is all in sessions and segments.
 */
export const readConversation = nestedReader({
  conversationId: required(readId),
  conversationStart: required(readUtc),
  conversationEnd: optional(readUtc),
  originatingDirection: optional(readConstant),
  participants: list({
    participantName: detail(readText),
    purpose: optional(readConstant),
    userId: detail(readId),
    sessions: list({
      mediaType: optional(readConstant),
      direction: detail(readConstant),
      ani: detail(readText),
      dnis: detail(readText),
      dispositionName: detail(readText),
      metrics: listOf(metric),
      segments: list({
        segmentType: optional(readConstant),
        segmentStart: optional(readUtc),
        segmentEnd: optional(readUtc),
        queueId: detail(readId),
        wrapUpCode: detail(readText),
      }),
    }),
  }),
});

export type Conversation = Extract<ReturnType<typeof readConversation>, { values: unknown }>['values'];
export type Participant = Conversation['participants'][number];
export type Session = Participant['sessions'][number];
