import { describe, expect, it } from 'vitest';
import { type Mapping, parseMapping } from '#imports';
import { type ColumnForm, columnSorts, formOf, kindsOf, mappingOf } from './mapping-form.ts';

const whole: Mapping = {
  name: 'Norte monthly',
  timezone: 'Europe/Madrid',
  decimal: 'comma',
  columns: {
    call_id: { template: '{Linea}-{row}' },
    started_at: { from: ['Fecha', 'Hora'], format: 'dd/MM HH:mm', firstYear: 2025 },
    talk_s: { from: 'Duración', unit: 'hh:mm:ss', unknown: ['-', 'N/A'] },
    wait_s: { from: 'Espera', unit: 'seconds' },
    answered: { from: 'Atendida', words: { sí: 'yes', no: 'no' }, unknown: ['?'] },
    disposition: { from: 'Resultado' },
    direction: { constant: 'inbound' },
    revenue: { from: 'Importe' },
    vendor: { from: 'Proveedor' },
  },
  outcomes: { Venta: 'sale' },
  otherwise: 'no_sale',
  leaveOut: { Prueba: 'a test' },
  talkIncludes: ['hold'],
  unreported: ['abandoned'],
};

describe('a mapping in a form', () => {
  it('comes out as it went in', () => {
    expect(parseMapping(mappingOf(formOf(whole)))).toEqual({ ok: true, mapping: whole });
  });

  it('comes out without what is still open, which the rules then name', () => {
    const form = formOf({ decimal: 'point', columns: { call_id: { from: 'Id' } } });
    expect(mappingOf(form)).toEqual({ decimal: 'point', columns: { call_id: { from: 'Id' } } });
    const parsed = parseMapping(mappingOf(form));
    expect(parsed.ok ? [] : parsed.issues.map(({ path }) => path)).toEqual(['columns.started_at', 'columns.talk_s']);
  });

  it('keeps what another kind of source had, and writes only what the kind needs', () => {
    const form = formOf(whole);
    const talk: ColumnForm = { ...form.columns.talk_s, kind: 'none' };
    expect(mappingOf({ ...form, columns: { ...form.columns, talk_s: talk } }).columns).not.toHaveProperty('talk_s');
    expect(mappingOf({ ...form, columns: { ...form.columns, talk_s: { ...talk, kind: 'column' } } }).columns).toEqual(
      whole.columns,
    );
  });

  it('offers for each part of a call the kinds of source that the mapping’s rules take', () => {
    const values: Record<string, string> = { direction: 'inbound', answered: 'yes', outcome: 'sale', currency: 'EUR' };
    const { talkIncludes: _, ...free } = whole;
    for (const [column, sort] of Object.entries(columnSorts))
      for (const kind of ['column', 'template', 'constant']) {
        const constant = values[column] ?? 'any';
        const source = { column: { from: 'a' }, template: { template: '{a}' }, constant: { constant } }[kind];
        if (kind === 'column' && (sort === 'start' || sort === 'duration')) continue;
        const { ok } = parseMapping({ ...free, columns: { ...free.columns, [column]: source } });
        expect(ok, `${column} from a ${kind}`).toBe(kindsOf(sort).some((own) => own === kind));
      }
  });
});
