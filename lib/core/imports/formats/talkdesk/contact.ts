import type { Direction } from '#calls';
import { isFault } from '../../cells/fault.ts';
import type { RowFault } from '../../log-format.ts';
import type { LegTimes, ReadContext } from '../../platform/platform-format.ts';
import { byZone, timeReader } from '../../platform/read/times.ts';
import type { ContactRow } from './schema.ts';

/** One contact of an interaction: a try to reach an agent, in a queue or by a transfer. */
export type Contact = {
  interaction: string;
  id: string | null;
  startedAt: number;
  repeated: boolean;
  direction: Direction | null;
  type: string | null;
  queue: string | null;
  waitMs: number | null;
  leg: LegTimes;
  answered: boolean;
  /** It was forwarded to somebody outside: his time is no agent's. */
  outside: boolean;
  transferredOut: boolean;
  agent: string | null;
  customer: string | null;
  ringMs: number | null;
  callback: boolean;
  disconnectedByAgent: boolean | null;
};

const readerOf = byZone(timeReader);
const NEAR_MS = 1_000;

function holdOf({ values, has }: ContactRow): number | null {
  const parts = [values['Hard Hold Time'], values['Soft Hold Time']].filter((ms) => ms !== null);
  const sum = parts.length === 0 ? null : parts.reduce((all, ms) => all + ms, 0);
  return values['Hold Time'] ?? sum ?? (isAnswered(values) || !hasHold(has) ? null : 0);
}

const hasHold = (has: ContactRow['has']) => has('Hold Time') || has('Hard Hold Time') || has('Soft Hold Time');

function isAnswered(values: ContactRow['values']): boolean {
  const type = values['Contact Type']?.toUpperCase() ?? null;
  if (type === 'ANSWERED' || type === 'CONNECTED') return true;
  return type === null && ((values['Talk Time'] ?? 0) > 0 || values['Connected At'] !== null);
}

/**
 * Handle time is talk, hold and after-call work (support.talkdesk.com, Avg. Handle Time), so that talk excludes hold. A
 * part that is empty is 0 where the others make up the handle time; a talk time with which hold is too much includes it.
 */
function timesOf(row: ContactRow): LegTimes {
  const { values, has } = row;
  const answered = isAnswered(values);
  const talk = values['Talk Time'] ?? 0;
  const hold = holdOf(row);
  const wrap = values['After Call Work Time'] ?? (answered || !has('After Call Work Time') ? null : 0);
  const handle = values['Handle Time'];
  const makesUp = (ms: number) => handle !== null && Math.abs(handle - ms) <= NEAR_MS;
  if (hold !== null && hold > NEAR_MS && talk >= hold && makesUp(talk + (wrap ?? 0)))
    return { talkMs: talk - hold, holdMs: hold, wrapMs: wrap ?? 0 };
  const otherwise = makesUp(talk + (hold ?? 0) + (wrap ?? 0)) ? 0 : null;
  return { talkMs: answered ? talk : 0, holdMs: hold ?? otherwise, wrapMs: wrap ?? otherwise };
}

function directionOf(direction: string | null): Direction | null {
  if (direction === 'IN' || direction === 'INBOUND') return 'inbound';
  return direction === 'OUT' || direction === 'OUTBOUND' ? 'outbound' : null;
}

const fault = (column: string, value: string | null, reason: RowFault['reason']) => ({
  faults: [{ column, value, reason }],
});

/** A row as a contact, or what it lacks. */
export function contactOf(row: ContactRow, { timezone }: ReadContext): Contact | { faults: RowFault[] } {
  const { values } = row;
  const start = readerOf(timezone)(values['Started At']);
  if (isFault(start)) return fault('Started At', values['Started At'], start.fault);
  const answered = isAnswered(values);
  if (answered && values['Talk Time'] === null) return fault('Talk Time', null, { key: 'rejects.empty' });
  const agent = values['User ID'] ?? values['User Name'];
  const outside = agent === null && values['External Phone Number (Forward)'] !== null;
  return {
    interaction: values['Interaction ID'],
    id: values['Contact ID'],
    startedAt: start.ms,
    repeated: start.repeated,
    direction: directionOf(values.Direction),
    type: values['Contact Type'],
    queue: values['Handling Ring Groups'] ?? values['Ring Groups'],
    waitMs: values['Wait Time'] ?? values['Abandon Time'],
    leg: timesOf(row),
    answered: answered && !outside,
    outside: answered && outside,
    transferredOut: values['Transfer Out (Yes/No)'] ?? false,
    agent,
    customer: values['Contact Person Number'],
    ringMs: values['Ring Time'],
    callback: values['Callback (Yes / No)'] ?? false,
    disconnectedByAgent: values['Disconnected By Agent'],
  };
}
