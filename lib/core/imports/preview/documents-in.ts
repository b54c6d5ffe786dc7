import type { Document, Opened } from '../documents/document.ts';
import { sheetsWithLogs } from '../documents/sheets-with-logs.ts';
import type { Sheet } from '../documents/workbook/open-workbook.ts';
import type { ImportOptions } from '../import-options.ts';
import { UnusableFileError } from '../unusable-file-error.ts';

type Unnumbered = Omit<Document, 'file'>;

/** The first sheet with anything in it: of a workbook without a known log, the one to propose a mapping for. */
async function firstSheet(sheets: readonly Sheet[]): Promise<Sheet | null> {
  for (const sheet of sheets)
    for await (const block of sheet.rows()) if (block.rows.some((cells) => cells.length > 0)) return sheet;
  return null;
}

/** The documents of a file or of an archive's member, as an import has them; of a workbook at least one to look at. */
export async function documentsIn({ name, unusable, content }: Opened, options: ImportOptions): Promise<Unnumbered[]> {
  if (!('sheets' in content)) return [{ name, unusable, content, passedOver: [] }];
  try {
    return await sheetsWithLogs(name, content.sheets, { options, unusable });
  } catch (error) {
    const sheet = error instanceof UnusableFileError ? await firstSheet(content.sheets) : null;
    if (sheet === null) throw error;
    return [{ name: `${name}/${sheet.name}`, unusable, content: { rows: sheet.rows() }, passedOver: [] }];
  }
}
