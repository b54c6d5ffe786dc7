'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';

export type LineFields = { key: string; line: string; quantity: string; rate: string; amount: string };

const columns = ['line', 'quantity', 'rate', 'amount'] as const;

/** A line with nothing in it yet. */
export function emptyLine(): LineFields {
  return { key: crypto.randomUUID(), line: '', quantity: '', rate: '', amount: '' };
}

type Props = {
  lines: readonly LineFields[];
  onChange: (lines: LineFields[]) => void;
  faultOf: (field: string) => string | undefined;
};

/** The lines of an invoice that is typed. */
export function LinesEditor({ lines, onChange, faultOf }: Props) {
  const t = useTranslations('ui.invoices');
  const edit = (at: number, name: string, value: string) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, [name]: value } : line)));
  return (
    <div className="space-y-3">
      {lines.map((line, index) => (
        <fieldset key={line.key} className="rounded-md border border-line p-3">
          <legend className="px-1 text-muted text-xs">{t('line', { place: index + 1 })}</legend>
          <div className="grid gap-3 sm:grid-cols-[2fr_1fr_1fr_1fr_auto]">
            {columns.map((name) => (
              <Input
                key={name}
                label={t(`fields.${name}`)}
                name={`lines[${index}].${name}`}
                inputMode={name === 'line' ? 'text' : 'decimal'}
                value={line[name]}
                onValueChange={(value) => edit(index, name, value)}
                fault={faultOf(`lines[${index}].${name}`)}
              />
            ))}
            <Button
              className="sm:mt-6"
              disabled={lines.length === 1}
              aria-label={t('removeLine', { place: index + 1 })}
              onClick={() => onChange(lines.filter((own) => own !== line))}
            >
              {t('remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <Button onClick={() => onChange([...lines, emptyLine()])}>{t('addLine')}</Button>
    </div>
  );
}
