import type { TextBlock } from '../bytes/text-blocks.ts';
import type { RowBlock } from '../csv/rows.ts';
import type { Unusable } from '../unusable-file-error.ts';
import type { Sheet } from './workbook/open-workbook.ts';

/** What a document holds: text, or the rows of a sheet. */
type Content = { texts: AsyncGenerator<TextBlock> } | { rows: AsyncGenerator<RowBlock> };

/** A file of a delivery, or a member of an archive; each is a document, of a workbook each sheet that holds a log. */
export type Opened = { name: string; unusable: Unusable; content: Content | { sheets: readonly Sheet[] } };

/** One document of a delivery: text or rows that become calls. */
export type Document = {
  /** Which of the delivery, counted from 1. */
  file: number;
  name: string;
  /** Sheets of the same workbook that hold no log, and were left out; told with the first that does. */
  passedOver: readonly string[];
  unusable: Unusable;
  content: Content;
};

/** A document that is not read to its end must not stay open. */
export async function closeContent(content: Opened['content']): Promise<void> {
  if ('texts' in content) await content.texts.return(undefined);
  if ('rows' in content) await content.rows.return(undefined);
}
