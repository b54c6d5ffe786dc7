import type { ReactNode } from 'react';
import type { Say } from '#format';
import type { Column } from '#reports';
import { cn } from '../ui/class-names.ts';
import { Popover } from '../ui/popover.tsx';
import { FormulaCard } from './formula-card.tsx';
import { formulaOf } from './formulas.ts';

/** What a column holds and in which unit, beside it or below; a figure that has a formula opens it. */
export async function ColumnHead({ column, say, stacked }: { column: Column; say: Say; stacked?: boolean }) {
  const label = say(column.label);
  return (
    <>
      <Explained id={column.id} title={label}>
        {label}
      </Explained>
      {column.unit && <span className={cn('font-normal', stacked ? 'block' : 'ml-1')}>{say(column.unit)}</span>}
    </>
  );
}

/** Words that open the definition and the formula of the figure they name. */
export async function Explained({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  if (!(await formulaOf(id))) return <>{children}</>;
  return (
    <Popover
      title={title}
      trigger={children}
      triggerClass="cursor-help text-inherit [text-align:inherit] rounded-sm decoration-dotted decoration-line-strong underline underline-offset-4 hover:text-ink data-popup-open:text-ink print:no-underline"
      align="center"
    >
      <FormulaCard id={id} />
    </Popover>
  );
}
