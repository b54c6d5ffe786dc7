import type { Text } from '#format';
import type { FileFacts, RowReject, Table } from '#imports';
import { type InputIssue, OperationError } from './errors.ts';

const SHOWN_REJECTS = 100;

/** What is wrong, with the value that was written where there is one: `"x" is not a number`. */
export function faultText({ value, reason }: Pick<RowReject, 'value' | 'reason'>): Text {
  return value === null ? reason : { key: 'rejects.value', values: { value, reason: { kind: 'say', text: reason } } };
}

/** A reject as one line: row, column, value, reason. */
export function rejectIssue({ row, column, ...fault }: RowReject): InputIssue {
  return { path: `row ${row}${column ? `, column ${column}` : ''}`, message: faultText(fault) };
}

/** The rows of a file that is taken whole or not at all. Throws a refusal that lists the rejects where there are any. */
export function wholeFile<Row>(fileName: string, { rows, rejects, count }: Table<Row>): Row[] {
  if (rejects.length === 0) return rows;
  const bad = new Set(rejects.map(({ row }) => row)).size;
  throw new OperationError(
    'validation',
    `${fileName}: ${bad} of ${count} rows cannot be taken, so none was`,
    rejects.slice(0, SHOWN_REJECTS).map(rejectIssue),
  );
}

/** What a person should know of a file that was taken: columns and sheets not used, an encoding that was guessed, records missing. */
export function fileWarnings({
  ignoredColumns,
  encoding,
  passedOver = [],
  name = '',
  fullAt,
}: Pick<FileFacts, 'ignoredColumns' | 'encoding'> & Partial<FileFacts>): Text[] {
  const ignored = ignoredColumns.map(({ column, similarTo }) =>
    similarTo === null
      ? { key: 'importWarnings.unused_column', values: { column } }
      : { key: 'importWarnings.misnamed_column', values: { column, similarTo } },
  );
  const sheets = passedOver.map((sheet) => ({ key: 'importWarnings.passed_over', values: { sheet } }));
  return [
    ...ignored,
    ...sheets,
    ...(encoding === 'windows-1252' ? [{ key: 'importWarnings.guessed_encoding' }] : []),
    ...(fullAt === undefined
      ? []
      : [{ key: 'importWarnings.export_full', values: { document: name, records: fullAt } }]),
  ];
}
