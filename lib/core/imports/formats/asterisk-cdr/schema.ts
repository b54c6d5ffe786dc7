import { wholeReader } from '../../cells/decimal.ts';
import { readId, readText } from '../../cells/text.ts';
import { readDuration } from '../../platform/read/duration.ts';
import { detail, optional, required } from '../../platform/read/fields.ts';
import { recordReader } from '../../platform/read/record-reader.ts';
import { asWritten, byZone, timeReader } from '../../platform/read/times.ts';

/** Reads a disposition in one spelling: `NO ANSWER`. */
const readDisposition = (text: string) => text.toUpperCase().replace(/[\s_-]+/g, ' ');

/** A call detail record: durations in whole seconds, moments of the server's clock. */
export const readerOf = byZone((zone) =>
  recordReader(
    {
      start: required(asWritten(timeReader(zone))),
      answer: optional(timeReader(zone)),
      duration: required(readDuration),
      billsec: required(readDuration),
      disposition: required(readDisposition),
      channel: required(readId),
      dstchannel: optional(readId),
      src: optional(readText),
      dst: optional(readText),
      dcontext: detail(readText),
      lastapp: detail(readText),
      lastdata: detail((text) => text),
      accountcode: detail(readText),
      uniqueid: optional(readId),
      linkedid: optional(readId),
      sequence: detail(wholeReader({ most: 1e12 })),
    },
    { start: ['calldate', 'starttime'], answer: ['answertime'] },
  ),
);

export type CdrRecord = Extract<ReturnType<ReturnType<typeof readerOf>>, { values: unknown }>['values'];
