import type { Call } from '#calls';
import { type Cell, cellText, exactText, type Say } from '#format';
import type { DateQuestion, PreviewDocument, PreviewRecord } from '#imports';
import { formatMicros } from '#money';
import type { ImportPreview } from '#views';

/** A part of a call, as a preview shows it. */
export type CallPart = (typeof parts)[number];

const parts = [
  ...['callId', 'startedAt', 'program', 'callType', 'direction', 'answered', 'waitMs', 'talkMs', 'holdMs', 'wrapMs'],
  ...['disposition', 'outcome', 'agent', 'customerRef', 'revenue', 'legOf'],
] as const satisfies readonly (keyof Call)[];

/** A record as it stands and what it becomes: a call's parts, or why it is none. */
export type SaidRecord = {
  file: number;
  row: number;
  cells: string[];
  call: Partial<Record<CallPart, string>> | null;
  faults: { column: string | null; text: string }[];
};

export type SaidQuestion = Pick<DateQuestion, 'column' | 'formats'> & {
  examples: { text: string; reads: string[] }[];
};

export type SaidDocument = Pick<PreviewDocument, 'name' | 'format' | 'header' | 'encoding'> & {
  unreported: PreviewDocument['metrics']['unreported'];
  notes: string[];
  problem: string | null;
};

type Table = NonNullable<ImportPreview['table']>;

export type SaidTable = Pick<Table, 'mapping' | 'origin' | 'name'> & {
  columns: (Omit<Table['columns'][number], 'why'> & { why: string | null })[];
  questions: SaidQuestion[];
};

type Counted = ImportPreview['preview'];

/** A preview as the browser is told of it: said, since the catalogue of reports stays on the server. */
export type SaidPreview = Pick<ImportPreview, 'asked' | 'ready' | 'issues' | 'mappings' | 'zone' | 'choices'> &
  Pick<Counted, 'counts' | 'dispositions' | 'queues' | 'whole'> & {
    documents: SaidDocument[];
    records: SaidRecord[];
    /** The parts that any of the records has. */
    parts: CallPart[];
    outcomes: { outcome: string; label: string; calls: number }[];
    rejects: { column: string | null; reason: string; records: number }[];
    table: SaidTable | null;
  };

/** Says what a preview holds in the language of the reader. */
export function saidPreview({ preview, table, ...facts }: ImportPreview, say: Say): SaidPreview {
  const { counts, dispositions, queues, whole } = preview;
  return {
    ...facts,
    ...{ counts, dispositions, queues, whole },
    documents: preview.documents.map(({ name, format, header, encoding, metrics, problem }) => ({
      ...{ name, format, header, encoding },
      unreported: metrics.unreported,
      notes: metrics.notes.map((note) => say(note)),
      problem: problem && say(problem),
    })),
    records: preview.records.map((record) => saidRecord(record, facts.zone, say)),
    parts: parts.filter((part) => preview.records.some(({ call }) => call && call[part] !== null)),
    outcomes: preview.outcomes.map(({ outcome, calls }) => ({
      ...{ outcome, calls },
      label: say({ key: `calls.outcomes.${outcome}` }),
    })),
    rejects: preview.rejects.map(({ reason, ...rest }) => ({ ...rest, reason: say(reason) })),
    table: table && {
      ...table,
      columns: table.columns.map(({ why, ...column }) => ({ ...column, why: why && say(why) })),
      questions: table.questions.map((question) => saidQuestion(question, say)),
    },
  };
}

function saidRecord({ file, row, cells, call, faults }: PreviewRecord, zone: string, say: Say): SaidRecord {
  return {
    ...{ file, row },
    cells: cells.map((cell) => cell ?? ''),
    call: call && Object.fromEntries(parts.map((part) => [part, partText(call, part, { zone, say })])),
    faults: faults.map(({ column, value, reason }) => ({
      column,
      text: value === null ? say(reason) : `“${value}” ${say(reason)}`,
    })),
  };
}

function partText(call: Call, part: CallPart, { zone, say }: { zone: string; say: Say }): string {
  const value = call[part];
  if (value === null) return cellText({ kind: 'unknown' }, say);
  switch (part) {
    case 'startedAt':
      return cellText({ kind: 'instant', ms: call.startedAt, zone }, say);
    case 'waitMs':
    case 'talkMs':
    case 'holdMs':
    case 'wrapMs':
      return exactText({ kind: 'quantity', quantity: String(Number(value) / 1000) }, say);
    case 'answered':
      return say({ key: call.answered ? 'words.yes' : 'words.no' });
    case 'outcome':
      return say({ key: `calls.outcomes.${call.outcome}` });
    case 'direction':
      return say({ key: `directions.${call.direction}` });
    case 'customerRef':
      return `#${String(value).slice(0, 6)}`;
    case 'revenue':
      return exactText(revenueOf(call), say);
    default:
      return String(value);
  }
}

function revenueOf({ revenue, currency }: Call): Cell {
  return revenue === null ? { kind: 'unknown' } : { kind: 'amount', amount: formatMicros(revenue, 6), currency };
}

/** Days by the names of their months: what is asked is just which figure is the month. */
function saidQuestion({ column, formats, examples }: DateQuestion, say: Say): SaidQuestion {
  const reading = (text: string) => {
    const [day = '', clock] = text.split(/[ T]/);
    const named = /^\d{4}-\d\d-\d\d$/.test(day) ? cellText({ kind: 'day', day }, say) : day;
    return clock === undefined ? named : `${named}, ${clock}`;
  };
  return {
    ...{ column, formats },
    examples: examples.map(({ text, reads }) => ({ text, reads: reads.map(reading) })),
  };
}
