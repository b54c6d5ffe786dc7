import type { Direction } from '#calls';
import { isFault } from '../../cells/fault.ts';
import type { RowFault } from '../../log-format.ts';
import type { ReadContext } from '../../platform/platform-format.ts';
import { byZone, timeReader } from '../../platform/read/times.ts';
import type { Five9Record } from './schema.ts';
import { reachesNobody } from './words.ts';

/** One leg of a call: rows of one CALL ID are legs of one call. */
export type Leg = {
  callId: string;
  startedAt: number;
  repeated: boolean;
  /** `inner`: between people of the account, or a test; it is no customer's call by itself. */
  kind: 'customer' | 'transfer' | 'inner';
  direction: Direction | null;
  queue: string | null;
  agent: string | null;
  disposition: string | null;
  ani: string | null;
  dnis: string | null;
  waitMs: number | null;
  talkMs: number;
  /** Null: the report has no such column, or nothing in it of an agent that spoke. */
  holdMs: number | null;
  wrapMs: number | null;
  abandoned: boolean;
  callMs: number | null;
  billedMs: number | null;
  ivrMs: number | null;
  cost: string | null;
};

const readerOf = byZone(timeReader);

/** TIMESTAMP where it is a whole moment; where it is, or is not there, a time of day, DATE goes before it. */
function momentText({ TIMESTAMP: stamp, DATE: day, TIME: time }: Five9Record['values']): string {
  if (stamp !== null && !/^\d{1,2}:/.test(stamp)) return stamp;
  return `${day ?? ''} ${stamp ?? time ?? ''}`.trim();
}

function kindOf(type: string | null): Leg['kind'] {
  if (type === null) return 'customer';
  if (/transfer|conference|consult/i.test(type)) return 'transfer';
  return /^(internal|test)\b/i.test(type) ? 'inner' : 'customer';
}

/** All that an agent or a dialler begins is outbound. The inbound report has no CALL TYPE, but SKILL or IVR PATH. */
function directionOf({ values, has }: Five9Record): Direction | null {
  const type = values['CALL TYPE'];
  if (type === null) return !has('CALL TYPE') && (has('SKILL') || has('IVR PATH')) ? 'inbound' : null;
  if (/^inbound/i.test(type)) return 'inbound';
  return kindOf(type) === 'customer' ? 'outbound' : null;
}

/** Of an agentless leg a time is 0 where the report has its column at all. */
function timeOf({ values, has }: Five9Record, column: 'HOLD TIME' | 'AFTER CALL WORK TIME'): number | null {
  return values[column] ?? (values.AGENT === null && has(column) ? 0 : null);
}

/**
 * Talk of a leg: empty is 0 where no agent was, or nobody to talk to. Of an agent who reached somebody it is unknown then;
 * so is all talk where the report lacks the column.
 */
function talkOf({ values, has }: Five9Record): number | null {
  const talk = values['TALK TIME LESS HOLD AND PARK'] ?? values['TALK TIME'];
  if (talk !== null || !(has('TALK TIME') || has('TALK TIME LESS HOLD AND PARK'))) return talk;
  return values.AGENT === null || values['CALL TIME'] === 0 || reachesNobody(values.DISPOSITION) ? 0 : null;
}

const fault = (column: string, value: string | null, reason: RowFault['reason']) => ({
  faults: [{ column, value, reason }],
});

/** A row as a leg, or what it lacks: a moment, or an agent's talk. */
export function legOf(record: Five9Record, { timezone }: ReadContext): Leg | { faults: RowFault[] } {
  const { values, has } = record;
  const stamp = momentText(values);
  const column = has('TIMESTAMP') || !has('DATE') ? 'TIMESTAMP' : 'DATE';
  if (stamp === '') return fault(column, null, { key: 'rejects.empty' });
  const start = readerOf(timezone)(stamp);
  if (isFault(start)) return fault(column, stamp, start.fault);
  const talkMs = talkOf(record);
  if (talkMs === null) return fault('TALK TIME', null, { key: 'rejects.empty' });
  return {
    callId: values['CALL ID'],
    startedAt: start.ms,
    repeated: start.repeated,
    kind: kindOf(values['CALL TYPE']),
    direction: directionOf(record),
    queue: values.CAMPAIGN ?? values.SKILL,
    agent: values.AGENT,
    disposition: values.DISPOSITION,
    ani: values.ANI,
    dnis: values.DNIS,
    waitMs: values['QUEUE WAIT TIME'],
    talkMs,
    holdMs: timeOf(record, 'HOLD TIME'),
    wrapMs: timeOf(record, 'AFTER CALL WORK TIME'),
    abandoned: (values.ABANDONED ?? 0) > 0,
    callMs: values['CALL TIME'],
    billedMs: values['BILL TIME (ROUNDED)'],
    ivrMs: values['IVR TIME'],
    cost: values.COST,
  };
}
