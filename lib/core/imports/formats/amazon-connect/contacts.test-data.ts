import { expect } from 'vitest';
import { readSample } from '../../platform/read-sample.test-data.ts';

const arn = (kind: string, id: string) => `arn:aws:connect:eu-central-1:111122223333:instance/i-1/${kind}/${id}`;
export const at = (clock: string) => `2026-05-04T${clock}Z`;

/** What an agent did. */
export const agent = (values: Record<string, unknown> = {}) => ({
  ARN: arn('agent', 'a-7'),
  Username: 'a.seven',
  ConnectedToAgentTimestamp: at('09:00:20'),
  AgentInteractionDuration: 100,
  CustomerHoldDuration: 9,
  AfterContactWorkDuration: 40,
  HierarchyGroups: null,
  ...values,
});

/** An inbound contact that an agent answered, unless said otherwise. */
export const contact = (values: Record<string, unknown> = {}) => ({
  AWSContactTraceRecordFormatVersion: '2017-03-10',
  ContactId: 'c-1',
  InitialContactId: null,
  PreviousContactId: null,
  NextContactId: null,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: at('09:00:00'),
  ConnectedToSystemTimestamp: at('09:00:00'),
  DisconnectTimestamp: at('09:02:09'),
  LastUpdateTimestamp: at('09:05:00'),
  CustomerEndpoint: { Address: '+4930555001', Type: 'TELEPHONE_NUMBER' },
  Queue: {
    ARN: arn('queue', 'q-1'),
    Name: 'orders',
    EnqueueTimestamp: at('09:00:08'),
    DequeueTimestamp: at('09:00:20'),
    Duration: 12,
  },
  Agent: agent(),
  TransferCompletedTimestamp: null,
  TransferredToEndpoint: null,
  ...values,
});

export const queue = (Duration: number, Name = 'orders') => ({ Name, EnqueueTimestamp: at('09:00:08'), Duration });
/** The contact to which that one was transferred. */
export const second = (values: Record<string, unknown> = {}) =>
  contact({
    ContactId: 'c-2',
    InitialContactId: 'c-1',
    PreviousContactId: 'c-1',
    InitiationMethod: 'TRANSFER',
    InitiationTimestamp: at('09:02:00'),
    Queue: queue(30, 'billing'),
    Agent: agent({
      Username: 'b.eight',
      AgentInteractionDuration: 50,
      CustomerHoldDuration: 1,
      AfterContactWorkDuration: 5,
    }),
    ...values,
  });

export const lines = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join('\n');
export const read = (records: readonly object[], options = {}) => readSample(lines(records), options);
/** The first call that comes out, where nothing is refused. */
export const callOf = async (...records: readonly object[]) => {
  const { calls, rejects } = await read(records);
  expect(rejects).toEqual([]);
  const [first] = calls;
  if (first === undefined) throw new Error('no call came out');
  return first.call;
};
export const reasonsOf = async (...records: readonly object[]) =>
  (await read(records, { format: 'amazon-connect' })).rejects.map(({ column, reason }) => [column, reason.key]);
