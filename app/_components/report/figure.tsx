import { type Cell, exactText, figureText, isRoundedTotal, markOf, type Say } from '#format';
import type { Worked } from '#reports';
import { Tooltip } from '../ui/tooltip.tsx';
import { MadeOf } from './made-of.tsx';
import { StateBadge } from './state-badge.tsx';
import { WorkedFigure } from './worked-figure.tsx';
import { ZoneBadge } from './zone-badge.tsx';

type Props = { cell: Cell | undefined; say: Say; worked?: Worked | undefined; inLine?: boolean };

/** One cell as it is written under its column head; what stands behind it opens where it says more. */
export function Figure({ cell, say, worked, inLine = false }: Props) {
  if (!cell) return null;
  if (cell.kind === 'state') return <StateBadge state={cell.state} say={say} />;
  if (cell.kind === 'zone') return <ZoneBadge zone={cell.zone} say={say} />;
  const { text, interval } = parts(cell, say);
  const exact = exactText(cell, say);
  const mark = markOf(cell);
  const hidesSomething = cell.kind === 'unknown' || (cell.kind === 'amount' && !exact.startsWith(text));
  return (
    <>
      <Opened worked={worked} hint={hidesSomething ? exact : null} say={say}>
        {text}
      </Opened>
      {mark && <MadeOf>{say(mark)}</MadeOf>}
      {inLine && cell.kind === 'amount' && isRoundedTotal(cell) && <MinorUnits currency={cell.currency} say={say} />}
      {interval && <span className="block text-muted text-xs sm:whitespace-nowrap">{interval}</span>}
    </>
  );
}

/** The room of minor units that are not written, so that the digits of a column stand in line. */
function MinorUnits({ currency, say }: { currency: string; say: Say }) {
  return (
    <span className="invisible" aria-hidden="true">
      {figureText({ kind: 'amount', amount: '0', currency }, say).slice(1)}
    </span>
  );
}

type OpenedProps = { worked: Worked | undefined; hint: string | null; say: Say; children: string };

/** What a figure opens: how it was worked out, or what its short form hides. */
function Opened({ worked, hint, say, children }: OpenedProps) {
  if (worked)
    return (
      <WorkedFigure worked={worked} say={say}>
        {children}
      </WorkedFigure>
    );
  return hint === null ? children : <Tooltip content={hint}>{children}</Tooltip>;
}

/** The figure, and its interval apart so that it can stand below. */
function parts(cell: Cell, say: Say): { text: string; interval: string } {
  const all = figureText(cell, say);
  const text = cell.kind === 'perCall' ? figureText({ ...cell, interval: null }, say) : all;
  return { text, interval: all.slice(text.length).trim() };
}
