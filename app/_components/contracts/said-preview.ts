import { cellText, figureText, type Say } from '#format';
import type { Table } from '#reports';
import type { DraftPreview } from '#views';

/** A table as the browser is told of it: its heads and cells said, since the catalogue of reports stays on the server. */
export type SaidTable = {
  title: string;
  heads: { id: string; text: string }[];
  rows: { id: string; cells: Record<string, string> }[];
  total: Record<string, string> | null;
  notes: string[];
};

/** What terms would do, said in the language of the reader. */
export type SaidPreview = {
  faults: { path: string; message: string }[];
  effects: string[];
  month: { lines: SaidTable; figures: SaidTable; rerated: boolean } | null;
};

/** Says a preview in the language of the reader. */
export function saidPreview({ faults, effects, month }: DraftPreview, say: Say): SaidPreview {
  return {
    faults: faults.map(({ path, message }) => ({
      path,
      message: typeof message === 'string' ? message : say(message),
    })),
    effects: effects.map((text) => say(text)),
    month: month && {
      lines: saidTable(month.lines, say),
      figures: saidTable(month.figures, say),
      rerated: month.rerated,
    },
  };
}

function saidTable({ title, columns, rows, total, notes }: Table, say: Say): SaidTable {
  const cells = (row: Table['rows'][number]) =>
    Object.fromEntries(
      Object.entries(row.cells).map(([id, cell]) => [id, id === 'line' ? figureText(cell, say) : cellText(cell, say)]),
    );
  return {
    title: say(title),
    heads: columns.map(({ id, label }) => ({ id, text: say(label) })),
    rows: rows.map((row) => ({ id: row.id, cells: cells(row) })),
    total: total ? cells(total) : null,
    notes: notes.map((note) => say(note)),
  };
}
