import { detectFormat } from '../detect-format.ts';
import type { ImportOptions } from '../import-options.ts';
import { openRecords } from '../records/open-records.ts';
import { type Unusable, UnusableFileError } from '../unusable-file-error.ts';
import { closeContent, type Document } from './document.ts';
import type { Sheet } from './workbook/open-workbook.ts';

type Choice = { options: ImportOptions; unusable: Unusable };

/** Whether a sheet has anything in it. */
async function hasRows({ rows }: Sheet): Promise<boolean> {
  for await (const block of rows()) if (block.rows.some((cells) => cells.length > 0)) return true;
  return false;
}

/** Why a sheet is no log; null = it is one. */
async function whyNot(sheet: Sheet, { options, unusable }: Choice): Promise<UnusableFileError | null> {
  const content = { rows: sheet.rows() };
  try {
    detectFormat(await openRecords({ content, unusable }), options, unusable);
    return null;
  } catch (error) {
    if (error instanceof UnusableFileError) return error;
    throw error;
  } finally {
    await closeContent(content);
  }
}

/**
 * The sheets of a workbook that are logs; sheets without anything in them do not count. A workbook mostly has one. Of
 * several those that are no logs (a summary, a legend) are passed over, and named; where none is, the first one's fault
 * is the workbook's.
 */
export async function sheetsWithLogs(
  workbook: string,
  sheets: readonly Sheet[],
  { options, unusable }: Choice,
): Promise<Omit<Document, 'file'>[]> {
  const filled: Sheet[] = [];
  for (const sheet of sheets) if (await hasRows(sheet)) filled.push(sheet);
  const [only, ...others] = filled;
  if (only === undefined) throw unusable({ key: 'files.workbook_empty' });
  if (others.length === 0) return [{ name: workbook, unusable, content: { rows: only.rows() }, passedOver: [] }];
  const faults = new Map<Sheet, UnusableFileError>();
  for (const sheet of filled) {
    const fault = await whyNot(sheet, { options, unusable });
    if (fault) faults.set(sheet, fault);
  }
  if (faults.size === filled.length) throw faults.get(only) ?? unusable({ key: 'files.workbook_empty' });
  const passedOver = [...faults.keys()].map(({ name }) => name);
  return filled
    .filter((sheet) => !faults.has(sheet))
    .map(({ name, rows }, index) => {
      const own = `${workbook}/${name}`;
      const ofSheet: Unusable = (reason, place) => new UnusableFileError(own, reason, place);
      return { name: own, unusable: ofSheet, content: { rows: rows() }, passedOver: index === 0 ? passedOver : [] };
    });
}
