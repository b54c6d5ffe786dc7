import { readId, readText } from '../../cells/text.ts';
import { readConstant } from '../../platform/read/constant.ts';
import { readDuration } from '../../platform/read/duration.ts';
import { detail, optional, required } from '../../platform/read/fields.ts';
import { readFlag } from '../../platform/read/flag.ts';
import { recordReader } from '../../platform/read/record-reader.ts';

/**
 * A row of the contacts report (data-dictionary.talkdesk.com/docs/contacts-report), by its columns' names in the file or
 * in the interface's answer. Times are seconds or hh:mm:ss; moments are local to the zone that the report was asked for.
 */
export const readContactRow = recordReader(
  {
    'Interaction ID': required(readId),
    'Contact ID': optional(readId),
    'Contact Person Number': detail(readText),
    'External Phone Number (Forward)': detail(readText),
    Direction: optional(readConstant),
    'Contact Type': optional(readText),
    'Started At': required(readText),
    'Wait Time': optional(readDuration),
    'Abandon Time': optional(readDuration),
    'Ring Time': optional(readDuration),
    'Connected At': detail(readText),
    'Talk Time': optional(readDuration),
    'Hard Hold Time': optional(readDuration),
    'Soft Hold Time': optional(readDuration),
    'Hold Time': optional(readDuration),
    'After Call Work Time': optional(readDuration),
    'Handle Time': optional(readDuration),
    'Transfer Out (Yes/No)': optional(readFlag),
    'Callback (Yes / No)': detail(readFlag),
    'Ring Groups': detail(readText),
    'Handling Ring Groups': detail(readText),
    'User Name': detail(readText),
    'User ID': detail(readId),
    'Disconnected By Agent': detail(readFlag),
    'Data Status (Valid / Damaged)': optional(readConstant),
  },
  {
    'External Phone Number (Forward)': ['external_phone_number'],
    'Transfer Out (Yes/No)': ['transfer_out'],
    'Callback (Yes / No)': ['callback'],
    'Data Status (Valid / Damaged)': ['data_status'],
  },
);

export type ContactRow = Extract<ReturnType<typeof readContactRow>, { values: unknown }>;
