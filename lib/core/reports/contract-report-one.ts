import type { Contract, ContractVersion } from '#contracts';
import type { Cell, Text } from '#format';
import { addDays, type Day } from '#time';
import { say, text } from './cells.ts';
import { type ColumnOf, cellsOf, heads } from './columns.ts';
import { contractParts } from './contract-parts.ts';
import { type StandingVersion, versionDays } from './contract-report.ts';
import { differenceTable, differenceTexts } from './contract-report-diff.ts';
import { contractText } from './contract-words.ts';
import { type Names, programName, vendorName } from './names.ts';
import type { Report, Row, Table } from './report.ts';

/** One change of a contract's terms, as it was recorded; what there was before or is after may be nothing. */
export type RecordedChange = {
  id: string;
  action: 'created' | 'changed' | 'ended' | 'removed';
  before: Contract | null;
  after: Contract | null;
  actor: string;
  /** Milliseconds since the epoch. */
  at: number;
  note: string | null;
};

/** What one contract's page is made of. */
export type ContractInput = Names & {
  version: ContractVersion;
  today: Day;
  /** Every version of the same vendor and program, by their first day. */
  versions: readonly StandingVersion[];
  /** The newest first. */
  history: readonly RecordedChange[];
  /** The version that this one is compared with. */
  against: ContractVersion | null;
};

/** One contract to be read: its terms, what differs from another version, the versions beside it, and its history. */
export function contractReport(input: ContractInput): Report {
  const { version, against, today } = input;
  return {
    id: 'contract',
    title: {
      key: 'contracts.one',
      values: { vendor: vendorName(input, version.vendor), program: programName(input, version.program ?? '') },
    },
    period: { from: version.from, to: version.to ?? addDays(today < version.from ? version.from : today, 1) },
    currency: version.currency,
    headline: [contractText(version)],
    notes: [],
    sections: [
      termsTable(version),
      ...(against ? [differenceTable(...inOrder(version, against))] : []),
      versionsTable(input),
      historyTable(input),
    ],
  };
}

/** The earlier first, so that a difference reads forwards in time. */
function inOrder(a: ContractVersion, b: ContractVersion): [ContractVersion, ContractVersion] {
  return a.from <= b.from ? [a, b] : [b, a];
}

function termsTable(version: ContractVersion): Table {
  const rows = contractParts(version).flatMap(({ id, label, sentences }) =>
    sentences.map((sentence, index) => ({ id: `${id}/${index}`, label, sentence })),
  );
  const columns: ColumnOf<(typeof rows)[number]>[] = [
    {
      id: 'part',
      label: { key: 'contracts.columns.part' },
      align: 'start',
      cell: ({ label }) => ({ kind: 'say', text: label }),
    },
    {
      id: 'term',
      label: { key: 'contracts.columns.term' },
      align: 'start',
      cell: ({ sentence }) => ({ kind: 'say', text: sentence }),
    },
  ];
  return table('terms', { columns: heads(columns), rows: rows.map((row) => rowOf(row.id, cellsOf(columns, row))) });
}

function versionsTable({ versions, version }: ContractInput): Table {
  const columns: ColumnOf<StandingVersion>[] = [
    ...versionDays,
    {
      id: 'standing',
      label: { key: 'contracts.columns.standing' },
      align: 'start',
      cell: ({ standing }) => say(`contracts.standing.${standing}`),
    },
    {
      id: 'contract',
      label: { key: 'contracts.columns.contract' },
      align: 'start',
      cell: (own) => ({ kind: 'say', text: contractText(own.version) }),
    },
  ];
  return table('versions', {
    columns: heads(columns),
    rows: versions.map((own) => ({
      ...rowOf(own.version.id, cellsOf(columns, own)),
      ...(own.version.id === version.id ? {} : { href: `/contracts/${own.version.id}` }),
    })),
  });
}

function historyTable({ history, version }: ContractInput): Table {
  const columns: ColumnOf<RecordedChange>[] = [
    {
      id: 'at',
      label: { key: 'contracts.columns.at' },
      align: 'start',
      cell: ({ at }) => ({ kind: 'instant', ms: at, zone: version.timezone }),
    },
    { id: 'actor', label: { key: 'contracts.columns.actor' }, align: 'start', cell: ({ actor }) => text(actor) },
    {
      id: 'note',
      label: { key: 'contracts.columns.note' },
      align: 'start',
      cell: ({ note }) => (note === null ? null : text(note)),
    },
  ];
  return table('history', {
    columns: heads(columns),
    rows: history.map((change) => ({
      ...rowOf(change.id, cellsOf(columns, change)),
      reason: changeText(change, replacedBy(change, history)),
    })),
  });
}

/** The terms that gave way to new ones in the same change; null where there was a day without any between them. */
function replacedBy({ action, after, at }: RecordedChange, history: readonly RecordedChange[]): Contract | null {
  const ended = history.find((own) => own.action === 'ended' && own.at === at && own.after?.to === after?.from);
  return action === 'created' ? (ended?.before ?? null) : null;
}

/** What a change did, in words: what differs from the terms before or, where there were none, the whole contract. */
function changeText({ action, before, after }: RecordedChange, replaced: Contract | null): Text {
  const whole = after ?? before;
  const from: Cell = { kind: 'day', day: whole?.from ?? '' };
  if (replaced && after) {
    const sameDays = { ...replaced, from: after.from, to: after.to };
    return { key: 'contracts.action.followed', values: { from, what: clauses(differenceTexts(sameDays, after)) } };
  }
  const texts = before && after ? differenceTexts(before, after) : whole ? [wholeText(whole)] : [];
  return { key: `contracts.action.${action}`, values: { from, what: clauses(texts) } };
}

function clauses(texts: readonly Text[]): Cell {
  const cells = texts.map((own): Cell => ({ kind: 'say', text: own }));
  return cells.length === 0
    ? say('contracts.nothing')
    : cells.reduce((one, other) => say('contracts.clauses', { one, other }));
}

function wholeText(terms: Contract): Text {
  return contractText({ ...terms, id: '' });
}

function rowOf(id: string, cells: Row['cells']): Row {
  return { id, cells };
}

function table(id: 'terms' | 'versions' | 'history', { columns, rows }: Pick<Table, 'columns' | 'rows'>): Table {
  return { kind: 'table', id, title: { key: `contracts.section.${id}` }, columns, rows, notes: [] };
}
