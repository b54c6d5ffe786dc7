import { proposeMapping } from './propose.ts';

/** What is proposed of a table as it is written: a header and rows, cells set apart by `|`. */
export function proposed(...lines: string[]) {
  const [header = [], ...rows] = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  return proposeMapping(header, rows);
}
