import type { InputSort } from '#views';

type FieldName =
  | 'vendor'
  | 'program'
  | 'date'
  | 'month'
  | 'issued_at'
  | 'logged_hours'
  | 'productive_hours'
  | 'fte'
  | 'kpi'
  | 'score'
  | 'sample'
  | 'calls'
  | 'aht_s'
  | 'conversion'
  | 'index'
  | 'value'
  | 'currency'
  | 'rate';

/** How a field is typed; vendors, programs and KPIs are chosen. */
export type InputField = {
  name: FieldName;
  type: 'vendor' | 'program' | 'kpi' | 'date' | 'month' | 'text' | 'number';
  required?: true;
  /** Without a program, a row is of all of the vendor's together. */
  wholeVendor?: true;
};

const whose: InputField[] = [
  { name: 'vendor', type: 'vendor', required: true },
  { name: 'program', type: 'program' },
];

/** The fields of each form, named as the columns of the file that gives the same. */
export const inputFields: Record<InputSort, readonly InputField[]> = {
  hours: [
    ...whose,
    { name: 'date', type: 'date', required: true },
    { name: 'logged_hours', type: 'number' },
    { name: 'productive_hours', type: 'number' },
    { name: 'fte', type: 'number' },
  ],
  scores: [
    ...whose,
    { name: 'date', type: 'date', required: true },
    { name: 'kpi', type: 'kpi', required: true },
    { name: 'score', type: 'number', required: true },
    { name: 'sample', type: 'number', required: true },
  ],
  forecast: [
    { name: 'vendor', type: 'vendor', required: true },
    { name: 'program', type: 'program', wholeVendor: true },
    { name: 'month', type: 'month', required: true },
    { name: 'issued_at', type: 'date', required: true },
    { name: 'calls', type: 'number' },
    { name: 'aht_s', type: 'number' },
    { name: 'conversion', type: 'number' },
  ],
  indices: [
    { name: 'index', type: 'text', required: true },
    { name: 'month', type: 'month', required: true },
    { name: 'value', type: 'number', required: true },
  ],
  rates: [
    { name: 'date', type: 'date', required: true },
    { name: 'currency', type: 'text', required: true },
    { name: 'rate', type: 'number', required: true },
  ],
};
