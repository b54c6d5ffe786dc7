import type { Fault } from '../../cells/fault.ts';
import { isFault } from '../../cells/fault.ts';
import { readId, readText } from '../../cells/text.ts';
import { optional, required } from '../../platform/read/fields.ts';
import { recordReader } from '../../platform/read/record-reader.ts';
import { byZone, readEpochSeconds, timeReader } from '../../platform/read/times.ts';

/** Reads seconds since 1970, as the file has them, or the date and time of a database's table. */
function momentReader(zone: string | null): (text: string) => number | Fault {
  const read = timeReader(zone);
  return (text) => {
    if (/^\d+(\.\d+)?$/.test(text)) return readEpochSeconds(text);
    const start = read(text);
    return isFault(start) ? start : start.ms;
  };
}

const param = optional(readText);

/** The names of a line's cells, as the table of the same log calls them. */
export const columns = [
  'time',
  'callid',
  'queuename',
  'agent',
  'event',
  'data1',
  'data2',
  'data3',
  'data4',
  'data5',
  'data6',
  'data7',
];

/** A line of queue_log, or a row of the table that newer exchanges keep instead. */
export const readerOf = byZone((zone) =>
  recordReader(
    {
      time: required(momentReader(zone)),
      callid: optional(readId),
      queuename: optional(readText),
      agent: optional(readText),
      event: required(readId),
      ...{ data1: param, data2: param, data3: param, data4: param, data5: param, data6: param, data7: param },
      data: param,
    },
    { queuename: ['queue'], time: ['eventdate', 'time_id'], callid: ['call_id'], event: ['verb'] },
  ),
);
