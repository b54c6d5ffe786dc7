import type { LegTimes } from '../../platform/platform-format.ts';
import type { ContactRecord } from './schema.ts';

/** One contact as its call needs it: what an agent of it did, how long it waited, and which contacts it is linked with. */
export type Contact = {
  id: string;
  method: string | null;
  startedAt: number;
  updatedAt: number | null;
  queue: string | null;
  queued: boolean;
  waitMs: number | null;
  /** Null: no agent had anything to do with it. */
  leg: LegTimes | null;
  answered: boolean;
  agent: string | null;
  group: string | null;
  customer: string | null;
  next: string | null;
  wentOutside: boolean;
  ended: string | null;
};

/** Contacts that the vendor's side began. */
export const outbound: ReadonlySet<string> = new Set(['OUTBOUND', 'API', 'CALLBACK', 'CAMPAIGN_PREVIEW']);

type Agent = NonNullable<ContactRecord['Agent']>;

const lastPart = (arn: string | null) => arn?.split('/').at(-1) ?? null;

/** Whether an agent was connected; one who is only named, since the contact was meant for him, was not. */
export function reachedAgent({ Agent: agent }: ContactRecord): boolean {
  return agent !== null && (agent.ConnectedToAgentTimestamp !== null || (agent.AgentInteractionDuration ?? 0) > 0);
}

/** Whether the contact is over: one whose agent has finished the work on it is, though its end be left out. */
export function isOver(record: ContactRecord): boolean {
  if (record.DisconnectTimestamp !== null) return true;
  if (record.Agent !== null) return record.Agent.AfterContactWorkDuration !== null;
  return record.Queue?.DequeueTimestamp != null || record.Queue?.Duration != null;
}

/** Until an agent came or the customer gave up; null where the contact was in no queue. */
function waitOf({ Queue: queue, Agent: agent, DisconnectTimestamp: disconnected }: ContactRecord): number | null {
  if (queue === null) return null;
  if (queue.Duration !== null) return queue.Duration;
  const left = queue.DequeueTimestamp ?? agent?.ConnectedToAgentTimestamp ?? disconnected;
  return queue.EnqueueTimestamp === null || left === null ? null : Math.max(0, left - queue.EnqueueTimestamp);
}

/** On outbound contacts an agent is connected first: the customer answered when there is a connection to the system. */
function customerAnswered({ InitiationMethod: method, ConnectedToSystemTimestamp: connected }: ContactRecord): boolean {
  return method === null || !outbound.has(method) || connected !== null;
}

function legOf(agent: Agent): LegTimes {
  return {
    talkMs: agent.AgentInteractionDuration ?? 0,
    holdMs: agent.CustomerHoldDuration,
    wrapMs: agent.AfterContactWorkDuration,
  };
}

/** What a contact record says of its contact. */
export function contactOf(record: ContactRecord): Contact {
  const { Agent: agent, Queue: queue } = record;
  const leg = agent !== null && reachedAgent(record) ? legOf(agent) : null;
  return {
    id: record.ContactId,
    method: record.InitiationMethod,
    startedAt: record.InitiationTimestamp,
    updatedAt: record.LastUpdateTimestamp,
    queue: queue?.Name ?? lastPart(queue?.ARN ?? null),
    queued: queue !== null,
    waitMs: waitOf(record),
    leg,
    answered: leg !== null && (leg.talkMs > 0 || customerAnswered(record)),
    agent: leg === null ? null : (agent?.Username ?? lastPart(agent?.ARN ?? null)),
    group: agent?.HierarchyGroups?.Level1?.GroupName ?? null,
    customer: record.CustomerEndpoint?.Address ?? null,
    next: record.NextContactId,
    wentOutside: record.TransferCompletedTimestamp !== null || (record.TransferredToEndpoint?.Address ?? null) !== null,
    ended: record.DisconnectReason,
  };
}
