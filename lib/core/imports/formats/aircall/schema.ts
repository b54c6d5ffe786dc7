import { readId, readText } from '../../cells/text.ts';
import { wordReader } from '../../cells/word.ts';
import { readDuration } from '../../platform/read/duration.ts';
import { readExact } from '../../platform/read/exact.ts';
import { detail, optional, required } from '../../platform/read/fields.ts';
import { nestedReader, section } from '../../platform/read/nested-reader.ts';
import { readEpochSeconds } from '../../platform/read/times.ts';

/** A call as the API and its events have it (developer.aircall.io): moments in seconds since 1970, UTC. */
export const readCall = nestedReader({
  id: required(readId),
  direction: optional(wordReader({ inbound: 'inbound', outbound: 'outbound' } as const)),
  missed_call_reason: detail(readText),
  started_at: required(readEpochSeconds),
  answered_at: optional(readEpochSeconds),
  ended_at: optional(readEpochSeconds),
  duration: detail(readDuration),
  cost: detail(readExact),
  voicemail: detail(readText),
  asset: detail(readText),
  raw_digits: detail(readText),
  user: section({ id: detail(readId), name: detail(readText) }),
  number: section({ name: detail(readText) }),
});

export type AircallCall = Extract<ReturnType<typeof readCall>, { values: unknown }>['values'];

/** What a webhook says of the event that it delivers, besides the call, user or contact as it stood then. */
export const readEvent = nestedReader({ event: required(readId), timestamp: optional(readEpochSeconds) });
