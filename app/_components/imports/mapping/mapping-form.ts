import type { CanonicalColumn, DraftMapping, DurationUnit } from '#imports';

/** How the parts of a call can be filled: what a column of each sort may be. */
export type ColumnSort = 'id' | 'start' | 'duration' | 'word' | 'text' | 'amount';

/** The parts of a call that a mapping fills, in the order in which they are asked for. */
export const columnSorts = {
  call_id: 'id',
  started_at: 'start',
  talk_s: 'duration',
  hold_s: 'duration',
  wrap_s: 'duration',
  wait_s: 'duration',
  answered: 'word',
  disposition: 'text',
  outcome: 'word',
  program: 'word',
  call_type: 'text',
  direction: 'word',
  agent: 'text',
  customer_ref: 'text',
  revenue: 'amount',
  currency: 'word',
  vendor: 'word',
} as const satisfies Record<CanonicalColumn, ColumnSort>;

/** Without these no row is a call. */
export const needed: readonly CanonicalColumn[] = ['call_id', 'started_at', 'talk_s'];

export type SourceKind = 'none' | 'column' | 'template' | 'constant';

/** Where one part of a call comes from, as it is typed; what the kind does not use is kept for whoever changes it back. */
export type ColumnForm = {
  kind: SourceKind;
  /** Columns of the file: several only where a date and a time stand apart. */
  from: readonly string[];
  template: string;
  constant: string;
  unit: DurationUnit;
  /** Of a start; empty = still open. */
  format: string;
  firstYear: string;
  /** Words that stand for nothing known, set apart by commas. */
  unknown: string;
  words: readonly WordForm[];
};

/** A word of the file, and what it stands for. */
export type WordForm = { word: string; means: string };

/** A mapping as it is typed; `kept` is what the form has no field for. */
export type MappingForm = {
  timezone: string;
  decimal: 'point' | 'comma';
  otherwise: string;
  columns: Readonly<Record<CanonicalColumn, ColumnForm>>;
  /** What dispositions mean. */
  outcomes: readonly WordForm[];
  talkIncludes: NonNullable<DraftMapping['talkIncludes']>;
  noAbandoned: boolean;
  kept: Pick<DraftMapping, 'name' | 'leaveOut'>;
};

const blank: ColumnForm = {
  kind: 'none',
  from: [],
  template: '',
  constant: '',
  unit: 'seconds',
  format: '',
  firstYear: '',
  unknown: '',
  words: [],
};

const names = Object.keys(columnSorts) as CanonicalColumn[];

/** One column of a mapping, whatever its sort. */
type Written = {
  from?: string | readonly string[] | undefined;
  template?: string | undefined;
  constant?: string | undefined;
  unit?: DurationUnit | undefined;
  format?: string | undefined;
  firstYear?: number | undefined;
  unknown?: readonly string[] | undefined;
  words?: Readonly<Record<string, string>> | undefined;
};

/** The form of a mapping: of one that is saved, or of one that has been proposed. */
export function formOf(mapping: DraftMapping): MappingForm {
  const { timezone, decimal, otherwise, columns, outcomes, talkIncludes, unreported, ...kept } = mapping;
  return {
    timezone: timezone ?? '',
    decimal,
    otherwise: otherwise ?? '',
    columns: Object.fromEntries(names.map((name) => [name, columnForm(columns[name])])) as MappingForm['columns'],
    outcomes: wordsOf(outcomes),
    talkIncludes: talkIncludes ?? [],
    noAbandoned: unreported?.includes('abandoned') ?? false,
    kept,
  };
}

function columnForm(written: Written | undefined): ColumnForm {
  if (!written) return blank;
  const { from, template, constant, unit, format, firstYear, unknown, words } = written;
  return {
    kind: from !== undefined ? 'column' : template !== undefined ? 'template' : 'constant',
    from: typeof from === 'string' ? [from] : (from ?? []),
    template: template ?? '',
    constant: constant ?? '',
    unit: unit ?? blank.unit,
    format: format ?? '',
    firstYear: firstYear === undefined ? '' : String(firstYear),
    unknown: (unknown ?? []).join(', '),
    words: wordsOf(words),
  };
}

function wordsOf(words: Readonly<Record<string, string>> | undefined): WordForm[] {
  return Object.entries(words ?? {}).map(([word, means]) => ({ word, means }));
}

/** The mapping that a form stands for, as JSON; faulty where the form is, for the mapping's own rules to say so. */
export function mappingOf(form: MappingForm): Record<string, unknown> {
  const { timezone, decimal, otherwise, columns, outcomes, talkIncludes, noAbandoned, kept } = form;
  const filled = names.filter((name) => columns[name].kind !== 'none');
  return {
    ...kept,
    ...(timezone.trim() && { timezone: timezone.trim() }),
    decimal,
    columns: Object.fromEntries(filled.map((name) => [name, writtenOf(columnSorts[name], columns[name])])),
    ...writtenWords('outcomes', outcomes),
    ...(otherwise && { otherwise }),
    ...(talkIncludes.length > 0 && { talkIncludes }),
    ...(noAbandoned && { unreported: ['abandoned'] }),
  };
}

/** The words that mean something, under their name; nothing where none does. */
function writtenWords(name: 'words' | 'outcomes', words: readonly WordForm[]): Record<string, Record<string, string>> {
  const meant = words.filter(({ word, means }) => word !== '' && means !== '');
  return meant.length === 0 ? {} : { [name]: Object.fromEntries(meant.map(({ word, means }) => [word, means])) };
}

function writtenOf(sort: ColumnSort, form: ColumnForm): Record<string, unknown> {
  if (form.kind === 'template') return { template: form.template };
  if (form.kind === 'constant') return { constant: form.constant };
  const [first = '', ...more] = form.from;
  const unknown = form.unknown.split(',').flatMap((word) => word.trim() || []);
  return {
    from: more.length === 0 ? first : [first, ...more],
    ...(sort === 'start' && { format: form.format }),
    ...(sort === 'start' && form.firstYear.trim() && { firstYear: Number(form.firstYear) }),
    ...(sort === 'duration' && { unit: form.unit }),
    ...(sort === 'word' && writtenWords('words', form.words)),
    ...(sort !== 'start' && unknown.length > 0 && { unknown }),
  };
}

/** The ways in which a part of a call can be given. */
export function kindsOf(sort: ColumnSort): readonly SourceKind[] {
  if (sort === 'id') return ['none', 'column', 'template'];
  if (sort === 'text') return ['none', 'column', 'template', 'constant'];
  if (sort === 'word') return ['none', 'column', 'constant'];
  return ['none', 'column'];
}
