import { copiedColumns } from './copy-calls.ts';

/** What a batch says of a call, besides which call it is and where the batch has it. */
const valueColumns: readonly string[] = copiedColumns.filter(
  (column) => !['vendor_id', 'call_id', 'batch_id', 'batch_row', 'batch_file'].includes(column),
);

/** A word's values under an alias, as a list. */
const valuesOf = (alias: string): string => valueColumns.map((column) => `${alias}.${column}`).join(', ');

/** Whether two words say different things. */
export const differ = (one: string, other: string): string =>
  `(${valuesOf(one)}) is distinct from (${valuesOf(other)})`;

/** Whether two words speak of the same call. */
export const sameCall = (one: string, other: string): string =>
  `${one}.vendor_id = ${other}.vendor_id and ${one}.call_id = ${other}.call_id`;

/** Columns of a word, with whose it is and where that batch has it, in the order of `call_word`'s own. */
export const wordColumns = `vendor_id, call_id, batch_id, batch_row, batch_file, ${valueColumns.join(', ')}`;

/** A word as `wordColumns` has it, of a table that keeps words. */
export const wordOf = (alias: string): string =>
  `${alias}.vendor_id, ${alias}.call_id, ${alias}.batch_id, ${alias}.batch_row, ${alias}.batch_file, ${valuesOf(alias)}`;

/** Gives each stored call, `c`, the word that a table has of it under an alias, where a condition holds. */
export const giveWord = (words: string, alias: string, where: string): string => `
  update call c set (${valueColumns.join(', ')}, batch_id, batch_row, batch_file)
    = row (${valuesOf(alias)}, ${alias}.batch_id, ${alias}.batch_row, ${alias}.batch_file)
  from ${words} ${alias} where ${sameCall('c', alias)} and ${where}`;

/** The vendor-day of a call or a word under an alias: the day that it is in the zone of its program, `p`. */
export const vendorDayOf = (alias: string): string =>
  `${alias}.vendor_id, ${alias}.program_id, (${alias}.started_at at time zone p.timezone)::date`;
