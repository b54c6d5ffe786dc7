import { type Cell, exactText, figureText, type Say } from '#format';
import { Tooltip } from '../ui/tooltip.tsx';
import { StateBadge } from './state-badge.tsx';
import { ZoneBadge } from './zone-badge.tsx';

type Props = { cell: Cell | undefined; say: Say };

/** One cell as it is written under its column head; what stands behind it opens where it says more. */
export function Figure({ cell, say }: Props) {
  if (!cell) return null;
  if (cell.kind === 'state') return <StateBadge state={cell.state} say={say} />;
  if (cell.kind === 'zone') return <ZoneBadge zone={cell.zone} say={say} />;
  const { text, interval } = parts(cell, say);
  const exact = exactText(cell, say);
  const hidesSomething = cell.kind === 'unknown' || (cell.kind === 'amount' && !exact.startsWith(text));
  return (
    <>
      {hidesSomething ? <Tooltip content={exact}>{text}</Tooltip> : text}
      {interval && <span className="block text-muted text-xs sm:whitespace-nowrap">{interval}</span>}
    </>
  );
}

/** The figure, and its interval apart so that it can stand below. */
function parts(cell: Cell, say: Say): { text: string; interval: string } {
  const whole = figureText(cell, say);
  const text = cell.kind === 'perCall' ? figureText({ ...cell, interval: null }, say) : whole;
  return { text, interval: whole.slice(text.length).trim() };
}
