import type { Direction } from '#calls';
import type { LegTimes } from '../../platform/platform-format.ts';
import type { CompletedContact } from './schema.ts';

/** One contact as its call needs it. */
export type Contact = {
  id: string;
  startedAt: number;
  updatedAt: number | null;
  direction: Direction | null;
  queue: string | null;
  waitMs: number | null;
  leg: LegTimes;
  answered: boolean;
  abandoned: boolean;
  agent: string | null;
  disposition: string | null;
  customer: string | null;
  preQueueMs: number | null;
  conferenceMs: number | null;
  shortAbandon: boolean;
  transfer: string | null;
  ended: string | null;
  serviceLevelFlag: string | null;
};

/** An id, where it is not 0: the platform's empty one. */
export const idOf = (id: string | null) => (id === '0' ? null : id);

/**
 * agentSeconds is the whole time with the agent, hold and conference included: inContact's help says so of its talk time
 * ("different from active talk time, which does not include hold or conference"), and durations are the time before the
 * queue, in it, with the agent and after it, without after-call work (5 + 13 + 277 + 0 = 295 beside 187 of that, in a
 * public record of 2016). A tenant whose durations only add up with hold beside agentSeconds has it without hold.
 */
function talkOf(contact: CompletedContact): number {
  const { agentSeconds, holdSeconds, totalDurationSeconds: total } = contact;
  const agent = agentSeconds ?? 0;
  const hold = holdSeconds ?? 0;
  if (hold === 0) return agent;
  if (hold > agent) return agent;
  const { preQueueSeconds: before, inQueueSeconds: queued, postQueueSeconds: after } = contact;
  const rest = total === null ? null : total - (before ?? 0) - (queued ?? 0) - (after ?? 0);
  const near = (ms: number) => rest !== null && Math.abs(rest - ms) <= 1_000;
  return near(agent + hold) && !near(agent) ? agent : agent - hold;
}

function waitOf({ abandoned, inQueueSeconds, abandonSeconds }: CompletedContact): number | null {
  return inQueueSeconds ?? (abandoned ? abandonSeconds : null);
}

function nameOf({ agentId, firstName, lastName }: CompletedContact): string | null {
  return idOf(agentId) ?? ([firstName, lastName].filter((name) => name !== null).join(' ') || null);
}

/** What a completed contact says of its contact. */
export function contactOf(contact: CompletedContact): Contact {
  const direction = contact.isOutbound === null ? null : contact.isOutbound ? 'outbound' : 'inbound';
  return {
    id: contact.contactId,
    startedAt: contact.contactStart,
    updatedAt: contact.lastUpdateTime,
    direction,
    queue: contact.skillName ?? contact.campaignName ?? idOf(contact.skillId),
    waitMs: waitOf(contact),
    leg: { talkMs: talkOf(contact), holdMs: contact.holdSeconds, wrapMs: contact.acwSeconds },
    answered: (contact.agentSeconds ?? 0) > 0,
    abandoned: contact.abandoned ?? false,
    agent: nameOf(contact),
    disposition: contact.primaryDispositionName ?? idOf(contact.primaryDispositionId),
    customer: direction === 'outbound' ? contact.toAddress : contact.fromAddress,
    preQueueMs: contact.preQueueSeconds,
    conferenceMs: contact.conferenceSeconds,
    shortAbandon: contact.isShortAbandon ?? false,
    transfer: contact.transferIndicatorName,
    ended: contact.endReason,
    serviceLevelFlag: contact.serviceLevelFlag,
  };
}
