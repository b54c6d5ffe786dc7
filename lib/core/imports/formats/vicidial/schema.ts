import { readId, readText } from '../../cells/text.ts';
import { readDuration } from '../../platform/read/duration.ts';
import { detail, optional, required } from '../../platform/read/fields.ts';
import { recordReader } from '../../platform/read/record-reader.ts';
import { asWritten, byZone, timeReader } from '../../platform/read/times.ts';

/**
 * A row of the export (www/vicidial/call_report_export.php), STANDARD or EXTENDED: `alt_dial` is which number was dialled
 * (MAIN, ALT, NONE) of an outbound call and seconds in the queue of an inbound one, under the same header; `wrapup_time`
 * is dispo_sec + dead_sec. Of the rest of the lead nothing is read.
 */
export const readerOf = byZone((zone) =>
  recordReader(
    {
      call_date: required(asWritten(timeReader(zone))),
      phone_number_dialed: detail(readText),
      status: required(readText),
      user: optional(readText),
      campaign_id: optional(readText),
      length_in_sec: required(readDuration),
      alt_dial: detail(readText),
      lead_id: optional(readId),
      uniqueid: optional(readId),
      wrapup_time: optional(readDuration),
      queue_time: optional(readDuration),
      status_name: detail(readText),
      dial_time: detail(readDuration),
      answered_time: detail(readDuration),
    },
    { phone_number_dialed: ['phone_number'] },
  ),
);

export type VicidialRow = Extract<ReturnType<ReturnType<typeof readerOf>>, { values: unknown }>;
