import type { Cell } from '#format';
import { day, say, text, unknown } from '../cells.ts';
import type { ColumnOf } from '../columns.ts';
import { type Names, programName, vendorName } from '../names.ts';
import type { OfVendor, RecordedBy } from './rows.ts';

/** How the tables of inputs name vendors and programs, and on whose clock they tell who recorded what. */
export type InputNames = Names & { timezone: string };

/** A figure as it was recorded, with every digit; null is unknown. */
export function asRecorded(value: string | number | null): Cell {
  if (value === null) return unknown({ key: 'inputs.notGiven' });
  return { kind: 'exact', cell: { kind: 'quantity', quantity: String(value) } };
}

/** Vendor and program; a row without one is of none in particular, or of all of them together. */
export function whose(names: InputNames, without: 'none' | 'all'): ColumnOf<OfVendor>[] {
  return [
    {
      id: 'vendor',
      label: { key: 'columns.vendor' },
      align: 'start',
      cell: ({ vendor }) => vendorName(names, vendor),
    },
    {
      id: 'program',
      label: { key: 'columns.program' },
      align: 'start',
      cell: ({ program }) =>
        program === null && without === 'none' ? say('inputs.noProgram') : programName(names, program ?? ''),
    },
  ];
}

/** The day that a row is of. */
export const dayColumn: ColumnOf<{ day: string }> = {
  id: 'day',
  label: { key: 'inputs.columns.day' },
  align: 'start',
  cell: (row) => day(row.day),
};

/** The month that a row is of. */
export const monthColumn: ColumnOf<{ month: string }> = {
  id: 'month',
  label: { key: 'inputs.columns.month' },
  align: 'start',
  cell: ({ month }) => ({ kind: 'month', month }),
};

/** Where a row came from, who recorded it, and when. */
export function provenance({ timezone }: InputNames): ColumnOf<RecordedBy>[] {
  return [
    {
      id: 'source',
      label: { key: 'inputs.columns.source' },
      align: 'start',
      cell: ({ source }) => (source === 'form' ? say('inputs.typed') : text(source)),
    },
    {
      id: 'recordedBy',
      label: { key: 'inputs.columns.recordedBy' },
      align: 'start',
      cell: ({ recordedBy }) => text(recordedBy),
    },
    {
      id: 'recordedAt',
      label: { key: 'inputs.columns.recordedAt' },
      align: 'start',
      cell: ({ recordedAt }) => ({ kind: 'instant', ms: recordedAt, zone: timezone }),
    },
  ];
}
