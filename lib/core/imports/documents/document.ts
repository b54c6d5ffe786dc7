import type { TextBlock } from '../bytes/text-blocks.ts';
import type { RowBlock } from '../csv/rows.ts';
import type { Unusable } from '../unusable-file-error.ts';

/** One document of a delivery: a file, or a member of an archive; its content is text, or the rows of a workbook. */
export type Document = {
  /** Which of the delivery, counted from 1. */
  file: number;
  name: string;
  unusable: Unusable;
  content: { texts: AsyncGenerator<TextBlock> } | { rows: AsyncGenerator<RowBlock> };
};
