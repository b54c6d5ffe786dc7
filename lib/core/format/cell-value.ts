import type { Cell } from './cell.ts';
import { cellText, type Say } from './cell-text.ts';
import { plainDecimal, shiftDecimal } from './decimal-text.ts';

/**
 * The cell for a file, in the unit that the column's head names and with nothing rounded: decimal text with a point,
 * ISO 8601 dates, codes; empty where it is not known. A share is in percent. A half-open period is an ISO interval.
 * Words of ours are said in the file's language.
 */
export function cellValue(cell: Cell, say: Say): string {
  switch (cell.kind) {
    case 'unknown':
      return '';
    case 'text':
      return cell.text;
    case 'say':
    case 'list':
      return cellText(cell, say);
    case 'exact':
      return cellValue(cell.cell, say);
    case 'amount':
      return cell.amount;
    case 'perCall':
    case 'count':
    case 'seconds':
    case 'number':
      return plainDecimal(cell.value);
    case 'share':
      return shiftDecimal(plainDecimal(cell.value), 2);
    case 'rate':
      return cell.rate;
    case 'quantity':
      return cell.quantity;
    case 'day':
      return cell.day;
    case 'month':
      return cell.month;
    case 'period':
      return `${cell.from}/${cell.to}`;
    case 'instant':
      return new Date(cell.ms).toISOString();
    case 'state':
      return cell.state;
    case 'zone':
      return cell.zone;
  }
}
