import type { Cell, Text } from '#format';
import { type AssessedDay, type Assessment, type Example, type Finding, severities } from '#quality';
import { weekdayOf } from '#time';
import { callAddress } from '../calls/calls-table.ts';
import { count, day, say, seconds, share, text } from '../cells.ts';
import { type ColumnOf, cellsOf, heads } from '../columns.ts';
import { type Names, vendorName } from '../names.ts';
import type { Table } from '../report.ts';
import { findingText } from './quality-sentences.ts';

/** A column with an id of its own, so that none is taken for a figure of economics. */
const column = <Item>(
  id: string,
  cell: (item: Item) => Cell | null,
  align: 'start' | 'end' = 'start',
): ColumnOf<Item> => ({ id: `quality_${id}`, label: { key: `quality.columns.${id}` }, align, cell });

function table<Item>(id: string, columns: readonly ColumnOf<Item>[], items: readonly Item[]): Table {
  return {
    kind: 'table',
    id: `quality-${id}`,
    title: { key: `quality.tables.${id}` },
    columns: heads(columns),
    rows: items.map((item, index) => ({ id: `${index + 1}`, cells: cellsOf(columns, item) })),
    notes: [],
  };
}

/** Everything that was looked at, the worst first. */
export function findingsTable({ findings }: Assessment): Table {
  const columns: ColumnOf<Finding>[] = [
    column('severity', ({ severity }) => say(`quality.severity.${severity}`)),
    column('check', ({ code }) => say(`quality.checks.${code}`)),
  ];
  const sorted = [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const found = table('findings', columns, sorted);
  const sentences = sorted.map(findingText);
  return { ...found, rows: found.rows.map((row, index) => ({ ...row, ...reasonAt(sentences, index) })) };
}

function reasonAt(sentences: readonly Text[], index: number): { reason?: Text } {
  const reason = sentences[index];
  return reason ? { reason } : {};
}

/** The days that stand out; none of them, no table. */
export function daysTable({ days }: Assessment, names: Names): Table[] {
  const several = new Set(days.map(({ vendor }) => vendor)).size > 1;
  const columns: ColumnOf<AssessedDay>[] = [
    column('day', (own) => day(own.day)),
    column('weekday', (own) => say('quality.weekday', { weekday: weekdayOf(own.day) })),
    ...(several ? [column<AssessedDay>('vendor', ({ vendor }) => vendorName(names, vendor))] : []),
    column('here', ({ here }) => count(here), 'end'),
    column('stored', ({ stored }) => count(stored), 'end'),
    column('usual', ({ usual }) => count(usual), 'end'),
    column('stands', ({ stands }) => stands && say(`quality.stands.${stands}`)),
  ];
  const standing = days.filter(({ stands }) => stands !== null);
  return standing.length === 0 ? [] : [table('days', columns, standing)];
}

/** The vendor's words with which calls came to `other`. */
export function othersTable({ others, records: { calls } }: Assessment): Table[] {
  const columns: ColumnOf<Assessment['others'][number]>[] = [
    column('word', ({ word }) => (word === null ? say('quality.noWord') : text(word))),
    column('calls', (own) => count(own.calls), 'end'),
    {
      ...column('share', (own) => share(calls === 0 ? null : own.calls / calls), 'end'),
      unit: { key: 'units.percent' },
    },
    column('declared', ({ declared }) => say(declared ? 'words.yes' : 'words.no')),
  ];
  return others.length === 0 ? [] : [table('others', columns, others)];
}

/** Why records were not taken. */
export function rejectsTable({ rejects }: Assessment): Table[] {
  const columns: ColumnOf<Assessment['rejects'][number]>[] = [
    column('column', (own) => (own.column === null ? say('quality.wholeRecord') : text(own.column))),
    column('reason', ({ reason }) => ({ kind: 'say', text: reason })),
    column('records', ({ records }) => count(records), 'end'),
  ];
  return rejects.length === 0 ? [] : [table('rejects', columns, rejects)];
}

type Shown = { finding: Finding; example: Example };

/** What of an example is out of place; what the finding says already is not said again. */
function placed({ finding: { code, says }, example: { ms, other } }: Shown): Cell | null {
  const time = seconds(ms === undefined ? null : Math.round(ms / 1000));
  if (code === 'overlaps') return say('quality.example.overlap', { time, other: other ?? '' });
  if (code === 'duplicates') return say('quality.example.duplicate', { other: other ?? '' });
  if (code === 'future') return say('quality.example.future', { time });
  return ms === undefined ? null : say('quality.example.time', { part: says, time });
}

/** The first records that show what a finding is about; a call opens where its vendor is known. */
export function examplesTable({ findings }: Assessment, vendor: string | null): Table[] {
  const columns: ColumnOf<Shown>[] = [
    column('call', ({ example }) => text(example.callId)),
    column('check', ({ finding: { code, says } }) =>
      say(code === 'impossible' ? `quality.rules.${says}` : `quality.checks.${code}`),
    ),
    column('file', ({ example }) => count(example.file), 'end'),
    column('row', ({ example }) => count(example.row), 'end'),
    column('started', ({ example: { startedAt, zone } }) => ({ kind: 'instant', ms: startedAt, zone })),
    column('what', placed),
  ];
  const shown = findings.flatMap((finding) => finding.examples.map((example) => ({ finding, example })));
  if (shown.length === 0) return [];
  const found = table('examples', columns, shown);
  const hrefs = shown.map(({ example: { callId } }) =>
    vendor === null ? {} : { href: callAddress({ vendor, callId }) },
  );
  return [{ ...found, rows: found.rows.map((row, index) => ({ ...row, ...hrefs[index] })) }];
}
