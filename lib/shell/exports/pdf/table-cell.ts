import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { type Cell, exactText, figureText, type Say, type State } from '#format';
import { ink, type } from './look.ts';
import { textWidth } from './text-width.ts';

/** What stands in a cell: the figure, and below it the interval that it lies in. */
export type Written = { main: string; below: string; state?: State };

/** A cell as the page writes it; a sum keeps its minor units, since a file has no other place for them. */
export function written(cell: Cell | undefined, say: Say): Written {
  if (!cell) return { main: '', below: '' };
  if (cell.kind === 'amount') return { main: exactText(cell, say).slice(0, -cell.currency.length - 1), below: '' };
  const whole = figureText(cell, say);
  const main = cell.kind === 'perCall' ? figureText({ ...cell, interval: null }, say) : whole;
  const below = whole.slice(main.length).trim();
  return { main, below, ...(cell.kind === 'state' && { state: cell.state }) };
}

/** The room that a cell needs on one line, in points. */
export function writtenWidth({ main, below, state }: Written): number {
  return Math.max(textWidth(main, type.figure) + (state ? MARK + 3 : 0), textWidth(below, type.small));
}

const MARK = 7;

/** A cell of a table on paper. */
export function tableCell({ main, below, state }: Written, alignment: 'left' | 'right', bold: boolean): TableCell {
  const text: Content = { text: main, alignment, bold };
  if (state)
    return { columns: [{ svg: mark(state), width: MARK, margin: [0, 1, 0, 0] }, stateWord(main, state)], columnGap: 3 };
  return below === '' ? text : { stack: [text, { text: below, alignment, fontSize: type.small, color: ink.muted }] };
}

function stateWord(text: string, state: State): Content {
  return { text, bold: true, color: ink[state] };
}

/** The shape of a state, which says the same as its word and its colour. */
function mark(state: State): string {
  return `<svg viewBox="0 0 16 16" width="${MARK}" height="${MARK}">${shapes[state](ink[state])}</svg>`;
}

const outlined = (color: string) => `fill="none" stroke="${color}" stroke-width="1.8"`;
const shapes: Record<State, (color: string) => string> = {
  failing: (color) => `<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="${color}"/>`,
  at_risk: (color) => `<path d="M8 1.5 15 14H1z" ${outlined(color)}/>`,
  healthy: (color) => `<circle cx="8" cy="8" r="6" ${outlined(color)}/>`,
  not_enough_evidence: (color) => `<circle cx="8" cy="8" r="6" ${outlined(color)} stroke-dasharray="1.5 2.2"/>`,
};
