import { requirePermission } from '#auth';
import {
  type Db,
  idsByCode,
  type Recorded,
  type Saved,
  type Session,
  saveForecasts,
  saveHours,
  saveIndexValues,
  saveScores,
} from '#db';
import type { Text } from '#format';
import {
  forecastTable,
  hoursTable,
  type InputScope,
  indicesTable,
  readRecord,
  readTable,
  scoresTable,
  type TableSpec,
  UnusableFileError,
} from '#imports';
import { refuseFaults } from './form-faults.ts';
import { judgeAll } from './judge-vendors.ts';
import { fileWarnings, wholeFile } from './whole-file.ts';

/** The inputs besides calls that come as small files; exchange rates have a file of their own (importRates). */
export type InputKind = 'hours' | 'scores' | 'forecast' | 'indices';

export type InputFile = {
  bytes: Uint8Array;
  fileName: string;
  /** The vendor of every row; null = each row names its own. */
  vendor: string | null;
};

export type InputsImported = Saved & { rows: number; warnings: Text[] };

/** A form's fields, by the names of the file's columns. */
export type InputFields = Readonly<Record<string, string>>;

type Take = (
  session: Session,
  scope: InputScope,
) => {
  file: (input: InputFile) => Promise<InputsImported>;
  form: (fields: InputFields) => Promise<Saved>;
};

type Kind<Cells extends object, Row> = {
  table: (scope: InputScope) => TableSpec<Cells, Row>;
  save: (tx: Db, rows: readonly Row[], recorded: Recorded) => Promise<Saved>;
  /** Whether charges are computed from it: then verdicts are judged again in the transaction that changes it. */
  priced: boolean;
};

/** How rows of one kind are taken, whichever way they come: the same reading, the same storing, the same judging. */
function taking<Cells extends object, Row>({ table, save, priced }: Kind<Cells, Row>): Take {
  return (session, scope) => {
    const store = (rows: readonly Row[], source: string) =>
      session.database.transaction(async (tx) => {
        const now = session.now();
        const saved = await save(tx, rows, { source, recordedBy: session.actor.id, recordedAt: now });
        if (priced && saved.inserted + saved.updated > 0) await judgeAll(tx, now);
        return saved;
      });
    return {
      file: async ({ bytes, fileName }) => {
        const read = await readTable(bytes, table(scope), { fileName });
        const rows = wholeFile(fileName, read);
        return { rows: rows.length, ...(await store(rows, fileName)), warnings: fileWarnings(read) };
      },
      form: async (fields) => {
        const read = readRecord(fields, table(scope));
        return 'row' in read ? store([read.row], 'form') : refuseFaults(read.faults);
      },
    };
  };
}

const kinds: Record<InputKind, Take> = {
  hours: taking({ table: hoursTable, save: saveHours, priced: true }),
  scores: taking({ table: scoresTable, save: saveScores, priced: true }),
  forecast: taking({ table: forecastTable, save: saveForecasts, priced: false }),
  indices: taking({ table: () => indicesTable, save: saveIndexValues, priced: true }),
};

async function scopeOf(session: Session, vendor: string | null): Promise<InputScope> {
  const { vendors, programs } = await idsByCode(session.database);
  return { vendors: new Set(vendors.keys()), programs: new Set(programs.keys()), vendor };
}

/**
 * Takes a file of hours, scores, forecasts or price indices, whole or not at all; the same file again changes nothing.
 * Throws UnusableFileError for what is no such file, and a refusal that lists every fault of every row.
 */
export async function importInputs(session: Session, kind: InputKind, input: InputFile): Promise<InputsImported> {
  requirePermission(session, 'change', 'inputs');
  const scope = await scopeOf(session, input.vendor);
  if (input.vendor !== null && !scope.vendors.has(input.vendor))
    throw new UnusableFileError(input.fileName, { key: 'files.unknown_vendor' }, { value: input.vendor });
  return kinds[kind](session, scope).file(input);
}

/** Takes one row as a person typed it, with the file's own rules. Throws a refusal with each fault at its field. */
export async function recordInput(session: Session, kind: InputKind, fields: InputFields): Promise<Saved> {
  requirePermission(session, 'change', 'inputs');
  return kinds[kind](session, await scopeOf(session, null)).form(fields);
}
