import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { type Cell, exactText, figureText, markOf, markSign, type Say, type State } from '#format';
import { ink, type } from './look.ts';
import { textWidth } from './text-width.ts';

/** What stands in a cell: the figure, and below it the interval that it lies in. */
export type Written = { main: string; below: string; state?: State };

const MARK = 7;
const MARK_GAP = 3;

/** A cell as the page writes it; a sum keeps its minor units, since paper has no other place for them. */
export function written(cell: Cell | undefined, say: Say): Written {
  if (!cell) return { main: '', below: '' };
  if (cell.kind === 'amount') return { main: withoutUnit(exactText(cell, say), cell.currency), below: '' };
  const whole = figureText(cell, say);
  const main = cell.kind === 'perCall' ? figureText({ ...cell, interval: null }, say) : whole;
  const below = whole.slice(main.length).trim();
  const sign = markOf(cell) ? markSign : '';
  return { main: main + sign, below, ...(cell.kind === 'state' && { state: cell.state }) };
}

/** The head of the column names it. */
function withoutUnit(text: string, unit: string): string {
  return text.endsWith(` ${unit}`) ? text.slice(0, -unit.length - 1) : text;
}

/** The room that a cell needs on one line in type of a size, in points. */
export function writtenWidth({ main, below, state }: Written, size: number): number {
  return Math.max(textWidth(main, size) + (state ? MARK + MARK_GAP : 0), textWidth(below, smaller(size)));
}

function smaller(size: number): number {
  return size * (type.small / type.figure);
}

type Style = { alignment: 'left' | 'right'; bold: boolean; size: number };

/** A cell of a table on paper. */
export function tableCell(cell: Written | undefined, { alignment, bold, size }: Style): TableCell {
  if (!cell) return '';
  const { main, below, state } = cell;
  if (state) return stateCell(main, state);
  const text: Content = { text: main, alignment, bold };
  return below === '' ? text : { stack: [text, { text: below, alignment, fontSize: smaller(size), color: ink.muted }] };
}

/** A state as a shape and a word; the colour only repeats them. */
function stateCell(word: string, state: State): TableCell {
  const shape = `<svg viewBox="0 0 16 16" width="${MARK}" height="${MARK}">${shapes[state](ink[state])}</svg>`;
  return {
    columns: [
      { svg: shape, width: MARK, margin: [0, 1, 0, 0] },
      { text: word, bold: true, color: ink[state] },
    ],
    columnGap: MARK_GAP,
  };
}

const outlined = (color: string) => `fill="none" stroke="${color}" stroke-width="1.8"`;
const shapes: Record<State, (color: string) => string> = {
  failing: (color) => `<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="${color}"/>`,
  at_risk: (color) => `<path d="M8 1.5 15 14H1z" ${outlined(color)}/>`,
  healthy: (color) => `<circle cx="8" cy="8" r="6" ${outlined(color)}/>`,
  not_enough_evidence: (color) => `<circle cx="8" cy="8" r="6" ${outlined(color)} stroke-dasharray="1.5 2.2"/>`,
};
