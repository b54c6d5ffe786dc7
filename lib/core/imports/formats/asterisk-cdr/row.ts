import type { Start } from '../../cells/started-at.ts';
import { type CdrRow, epochOf } from '../asterisk/piece.ts';
import type { CdrRecord } from './schema.ts';

const HOUR_MS = 3_600_000;
const SLACK_MS = 2_000;

/**
 * A row cannot begin before its channel was made, which the unique id says: of an hour that comes twice it may so be known
 * to be the second. An id of another clock says nothing.
 */
function placed(start: Start, uniqueid: string | null): Start {
  const made = epochOf(uniqueid);
  if (!start.repeated || made === null) return start;
  const isSecond = start.ms < made - SLACK_MS && start.ms + HOUR_MS >= made - SLACK_MS;
  return isSecond ? { ms: start.ms + HOUR_MS, repeated: false } : start;
}

/**
 * From start to answer. Both are cut to the second, and so are `duration` and `billsec`, by themselves: where they differ
 * by more, a clock change lies between, and the durations are right.
 */
function answerAfter({ start, answer, duration, billsec }: CdrRecord): number | null {
  if (answer === null) return null;
  const shown = answer.ms - start.ms;
  const counted = Math.max(0, duration - billsec);
  return Math.abs(shown - counted) <= SLACK_MS ? Math.max(0, shown) : counted;
}

/** A record as a row of its call. Logs from before `linkedid` know no more than the channel; the oldest, not even its id. */
export function rowOf(record: CdrRecord): CdrRow {
  const { uniqueid, linkedid, disposition, billsec } = record;
  const start = placed(record.start, uniqueid);
  const own = uniqueid ?? `${record.start.text} ${record.channel}`;
  const answered = answerAfter(record);
  return {
    source: 'cdr',
    callId: linkedid ?? own,
    isFirst: linkedid === null || linkedid === uniqueid,
    sequence: record.sequence ?? 0,
    startedAt: start.ms,
    repeated: start.repeated,
    answerAfterMs: answered ?? (disposition === 'ANSWERED' ? Math.max(0, record.duration - billsec) : null),
    billedMs: billsec,
    account: record.accountcode,
    src: record.src,
    dst: record.dst,
    dcontext: record.dcontext,
    channel: record.channel,
    dstchannel: record.dstchannel,
    app: record.lastapp,
    data: record.lastdata,
    disposition,
  };
}
