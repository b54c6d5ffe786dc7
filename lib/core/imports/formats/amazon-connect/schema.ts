import { z } from 'zod';
import { readId, readText } from '../../cells/text.ts';
import { readConstant } from '../../platform/read/constant.ts';
import { readDuration } from '../../platform/read/duration.ts';
import { detail, optional, required } from '../../platform/read/fields.ts';
import { nestedReader, section } from '../../platform/read/nested-reader.ts';
import { readUtc } from '../../platform/read/utc.ts';

/** An endpoint that is not an object is the number itself: no fault may show it. */
const customerEndpoint = z.preprocess(
  (value) => (typeof value === 'object' ? value : { Address: value }),
  section({ Address: detail(readText) }),
);

/**
 * A contact record (awsdocs/amazon-connect-admin-guide, ctr-data-model): times in UTC, durations in whole seconds. Fields
 * that older records lack, and those that newer ones add, do not matter.
 */
export const readContactRecord = nestedReader({
  ContactId: required(readId),
  InitialContactId: optional(readId),
  PreviousContactId: optional(readId),
  NextContactId: optional(readId),
  InitiationMethod: optional(readConstant),
  Channel: optional(readConstant),
  InitiationTimestamp: required(readUtc),
  ConnectedToSystemTimestamp: optional(readUtc),
  DisconnectTimestamp: optional(readUtc),
  LastUpdateTimestamp: optional(readUtc),
  TransferCompletedTimestamp: optional(readUtc),
  TransferredToEndpoint: section({ Address: detail(readText) }),
  DisconnectReason: detail(readConstant),
  CustomerEndpoint: customerEndpoint,
  Queue: section({
    ARN: detail(readText),
    Name: detail(readText),
    EnqueueTimestamp: optional(readUtc),
    DequeueTimestamp: optional(readUtc),
    Duration: optional(readDuration),
  }),
  Agent: section({
    ARN: detail(readText),
    Username: detail(readText),
    ConnectedToAgentTimestamp: optional(readUtc),
    AgentInteractionDuration: optional(readDuration),
    CustomerHoldDuration: optional(readDuration),
    AfterContactWorkDuration: optional(readDuration),
    HierarchyGroups: section({ Level1: section({ GroupName: detail(readText) }) }),
  }),
});

export type ContactRecord = Extract<ReturnType<typeof readContactRecord>, { values: unknown }>['values'];
