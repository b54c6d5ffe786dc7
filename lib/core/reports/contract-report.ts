import type { ContractGap, ContractVersion, Standing } from '#contracts';
import type { Text } from '#format';
import { addDays, type Day } from '#time';
import { count, day, list, say, text } from './cells.ts';
import { type ColumnOf, cellsOf, heads } from './columns.ts';
import { contractText } from './contract-words.ts';
import { type Names, programName, vendorColor, vendorName } from './names.ts';
import type { Report, Table } from './report.ts';

/** A stored version and where it stands today. */
export type StandingVersion = { version: ContractVersion; standing: Standing };

/** What the list of contracts is made of. */
export type ContractsInput = Names & {
  today: Day;
  currency: string;
  contracts: readonly StandingVersion[];
  /** Days with calls and no contract. */
  gaps: readonly ContractGap[];
};

/** Every contract as its sentence, and first the calls that have none. */
export function contractsReport(input: ContractsInput): Report {
  const { today, currency, gaps } = input;
  return {
    id: 'contracts',
    title: { key: 'contracts.title' },
    period: { from: today, to: addDays(today, 1) },
    currency,
    headline: [gapSentence(input)],
    notes: [],
    sections: [...(gaps.length === 0 ? [] : [gapTable(input)]), contractsTable(input)],
  };
}

function gapSentence(input: ContractsInput): Text {
  const { gaps } = input;
  if (gaps.length === 0) return { key: 'contracts.noGaps' };
  const calls = gaps.reduce((sum, gap) => sum + gap.calls, 0);
  const vendors = [...new Set(gaps.map(({ vendor }) => vendor))].map((code) => vendorName(input, code));
  return { key: 'contracts.gaps', values: { calls, vendors: list(vendors) } };
}

function gapTable(input: ContractsInput): Table {
  const columns: ColumnOf<ContractGap>[] = [
    { id: 'vendor', label: { key: 'columns.vendor' }, align: 'start', cell: (gap) => vendorName(input, gap.vendor) },
    {
      id: 'program',
      label: { key: 'columns.program' },
      align: 'start',
      cell: (gap) => programName(input, gap.program),
    },
    {
      id: 'days',
      label: { key: 'contracts.columns.days' },
      align: 'start',
      cell: ({ from, to }) => ({ kind: 'period', from, to }),
    },
    { id: 'gapCalls', label: { key: 'contracts.columns.calls' }, align: 'end', cell: ({ calls }) => count(calls) },
  ];
  return {
    kind: 'table',
    id: 'gaps',
    title: { key: 'contracts.gapTitle' },
    columns: heads(columns),
    rows: input.gaps.map((gap, index) => ({
      id: `gap/${index}`,
      cells: cellsOf(columns, gap),
      ...vendorColor(input, gap.vendor),
      href: `/contracts/new?${new URLSearchParams({ vendor: gap.vendor, program: gap.program, from: gap.from })}`,
    })),
    notes: [],
  };
}

/** The first day of a version, and the first on which it no longer holds. */
export const versionDays: ColumnOf<StandingVersion>[] = [
  { id: 'from', label: { key: 'contracts.columns.from' }, align: 'start', cell: ({ version }) => day(version.from) },
  {
    id: 'to',
    label: { key: 'contracts.columns.to' },
    align: 'start',
    cell: ({ version: { to } }) => (to === null ? say('contracts.open') : day(to)),
  },
];

function contractsTable(input: ContractsInput): Table {
  const columns: ColumnOf<StandingVersion>[] = [
    {
      id: 'vendor',
      label: { key: 'columns.vendor' },
      align: 'start',
      cell: ({ version }) => vendorName(input, version.vendor),
    },
    {
      id: 'program',
      label: { key: 'columns.program' },
      align: 'start',
      cell: ({ version }) => programName(input, version.program ?? ''),
    },
    {
      id: 'standing',
      label: { key: 'contracts.columns.standing' },
      align: 'start',
      cell: ({ standing }) => say(`contracts.standing.${standing}`),
    },
    ...versionDays,
    {
      id: 'contract',
      label: { key: 'contracts.columns.contract' },
      align: 'start',
      cell: ({ version }) => ({ kind: 'say', text: contractText(version) }),
    },
    {
      id: 'contractId',
      label: { key: 'contracts.columns.id' },
      align: 'start',
      cell: ({ version }) => text(version.id),
    },
  ];
  return {
    kind: 'table',
    id: 'contracts',
    title: { key: 'contracts.all' },
    columns: heads(columns),
    rows: input.contracts.map((own) => ({
      id: own.version.id,
      cells: cellsOf(columns, own),
      href: `/contracts/${own.version.id}`,
    })),
    notes: [],
  };
}
