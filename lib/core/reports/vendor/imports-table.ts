import { count, say, text } from '../cells.ts';
import { type ColumnOf, cellsOf, heads } from '../columns.ts';
import type { Table } from '../report.ts';

/** One import of a call log, as the vendor's page lists it. */
export type ImportRow = {
  id: string;
  fileName: string;
  format: string;
  status: 'draft' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'undone';
  /** Milliseconds since the epoch, shown on the clock of `zone`. */
  startedAt: number;
  zone: string;
  rows: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
};

const columns: ColumnOf<ImportRow>[] = [
  { id: 'file', label: { key: 'columns.file' }, align: 'start', cell: ({ fileName }) => text(fileName) },
  { id: 'format', label: { key: 'columns.format' }, align: 'start', cell: ({ format }) => text(format) },
  {
    id: 'startedAt',
    label: { key: 'columns.importedAt' },
    align: 'start',
    cell: ({ startedAt, zone }) => ({ kind: 'instant', ms: startedAt, zone }),
  },
  {
    id: 'status',
    label: { key: 'columns.status' },
    align: 'start',
    cell: ({ status }) => say(`importStatus.${status}`),
  },
  { id: 'rows', label: { key: 'columns.rows' }, align: 'end', cell: ({ rows }) => count(rows) },
  { id: 'inserted', label: { key: 'columns.inserted' }, align: 'end', cell: ({ inserted }) => count(inserted) },
  { id: 'updated', label: { key: 'columns.updated' }, align: 'end', cell: ({ updated }) => count(updated) },
  { id: 'unchanged', label: { key: 'columns.unchanged' }, align: 'end', cell: ({ unchanged }) => count(unchanged) },
  { id: 'rejected', label: { key: 'columns.rejected' }, align: 'end', cell: ({ rejected }) => count(rejected) },
];

/** The vendor's recent imports, in the order given. */
export function importsTable(imports: readonly ImportRow[]): Table {
  return {
    kind: 'table',
    id: 'imports',
    title: { key: 'vendor.imports' },
    columns: heads(columns),
    rows: imports.map((row) => ({ id: row.id, cells: cellsOf(columns, row), href: `/imports/${row.id}` })),
    notes: [],
  };
}
