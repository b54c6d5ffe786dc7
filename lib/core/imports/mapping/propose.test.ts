import { describe, expect, it } from 'vitest';
import { say } from '../said.test-data.ts';
import { proposeMapping } from './propose.ts';
import { proposed } from './proposed.test-data.ts';

describe('a proposal', () => {
  it('reads an English log with seconds', () => {
    const { mapping, questions } = proposed(
      'Call ID|Start Time|Agent|Direction|Queue|Wait Time (sec)|Talk Time (sec)|Hold Time (sec)|ACW (sec)|Disposition|Caller ID',
      'c-1|2026-03-02 09:15:00|ann|in|sales|12|125|0|31|Sale|5550100',
      'c-2|2026-03-02 09:18:10|ann|out|sales|3|15|-|30|No answer|5550101',
      'c-3|2026-03-02 09:20:00|bob|in|service|7|421|40|62|PARTIAL|5550100',
    );
    expect(questions).toEqual([]);
    expect(mapping).toEqual({
      decimal: 'point',
      columns: {
        call_id: { from: 'Call ID' },
        started_at: { from: 'Start Time', format: 'iso' },
        agent: { from: 'Agent' },
        direction: { from: 'Direction', words: { in: 'inbound', out: 'outbound' } },
        call_type: { from: 'Queue' },
        wait_s: { from: 'Wait Time (sec)', unit: 'seconds' },
        talk_s: { from: 'Talk Time (sec)', unit: 'seconds' },
        hold_s: { from: 'Hold Time (sec)', unit: 'seconds', unknown: ['-'] },
        wrap_s: { from: 'ACW (sec)', unit: 'seconds' },
        disposition: { from: 'Disposition' },
        customer_ref: { from: 'Caller ID' },
      },
      outcomes: { 'No answer': 'no_contact' },
    });
  });

  it('reads an Italian log with decimal commas, dates and times apart', () => {
    const { mapping, questions } = proposed(
      'ID chiamata|Data|Ora|Operatore|Durata conversazione|Attesa|Post chiamata|Esito|Importo|Valuta',
      '1|14/03/2026|09:15:00|Rossi|125,5|12,0|30,0|VENDITA|1.234,50|EUR',
      '2|15/03/2026|09:18:10|Bianchi|15,25|3,5|30,0|OCCUPATO|0,00|EUR',
      '3|01/03/2026|18:20:00|Rossi|421,0|7,0|62,5|DA VERIFICARE|15,00|EUR',
    );
    expect(questions).toEqual([]);
    expect(mapping).toEqual({
      decimal: 'comma',
      columns: {
        call_id: { from: 'ID chiamata' },
        started_at: { from: ['Data', 'Ora'], format: 'dd/MM/yyyy HH:mm:ss' },
        agent: { from: 'Operatore' },
        talk_s: { from: 'Durata conversazione', unit: 'seconds' },
        wait_s: { from: 'Attesa', unit: 'seconds' },
        wrap_s: { from: 'Post chiamata', unit: 'seconds' },
        disposition: { from: 'Esito' },
        revenue: { from: 'Importo' },
        currency: { from: 'Valuta' },
      },
      outcomes: { VENDITA: 'sale', OCCUPATO: 'no_contact' },
    });
  });

  it('reads a Spanish log with minutes', () => {
    const { mapping } = proposed(
      'ID llamada|Fecha|Hora|Duración (min)|Agente|Tipificación|Sentido|Teléfono|Atendida',
      'x1|2026-03-02|09:15:00|2,25|Ana|NO CONTESTA|Saliente|600100|No',
      'x2|2026-03-02|10:15:00|0,5|Luis|Venta|Entrante|600101|Sí',
      'x3|2026-03-02|11:15:00|12,75|Ana|Venta|Saliente|600102|Sí',
    );
    expect(mapping).toEqual({
      decimal: 'comma',
      columns: {
        call_id: { from: 'ID llamada' },
        started_at: { from: ['Fecha', 'Hora'], format: 'iso' },
        talk_s: { from: 'Duración (min)', unit: 'minutes' },
        agent: { from: 'Agente' },
        disposition: { from: 'Tipificación' },
        direction: { from: 'Sentido', words: { Saliente: 'outbound', Entrante: 'inbound' } },
        customer_ref: { from: 'Teléfono' },
        answered: { from: 'Atendida', words: { Sí: 'yes' } },
      },
      outcomes: { 'NO CONTESTA': 'no_contact', Venta: 'sale' },
    });
  });

  it('reads a German one out of a spreadsheet, with fractions of a day', () => {
    const { mapping } = proposed(
      'Anruf-ID|Anrufbeginn|Anrufdauer|Wartezeit|Nachbearbeitung|Mitarbeiter|Ergebnis|Umsatz',
      'A1|31.03.2026 9:15|0,0014467593|0|0,000347222|Müller|Verkauf|12,50',
      'A2|1.4.2026 14:02|0,0023148148|0,0001157407|0|Schmidt|Besetzt|0',
      'A3|2.4.2026 8:00|1,1574074E-5|0,0002314815|0|Müller|unklar|1.200,00',
    );
    expect(mapping).toEqual({
      decimal: 'comma',
      columns: {
        call_id: { from: 'Anruf-ID' },
        started_at: { from: 'Anrufbeginn', format: 'd.M.yyyy H:mm' },
        talk_s: { from: 'Anrufdauer', unit: 'day_fraction' },
        wait_s: { from: 'Wartezeit', unit: 'day_fraction' },
        wrap_s: { from: 'Nachbearbeitung', unit: 'day_fraction' },
        agent: { from: 'Mitarbeiter' },
        disposition: { from: 'Ergebnis' },
        revenue: { from: 'Umsatz' },
      },
      outcomes: { Verkauf: 'sale', Besetzt: 'no_contact' },
    });
  });

  it('reads a French and a Portuguese one', () => {
    const french = proposed(
      "Identifiant|Date de l'appel|Durée de l'appel|Temps d'attente|Conseiller|Statut",
      'f1|2 févr. 2026 09:15|2:05|0:07|Luc|Répondeur',
      'f2|14 mars 2026 10:00|75:12|0:31|Zoé|Vente',
    );
    expect(french.mapping.columns).toMatchObject({
      call_id: { from: 'Identifiant' },
      started_at: { from: "Date de l'appel", format: 'd MMM yyyy HH:mm' },
      talk_s: { from: "Durée de l'appel", unit: 'mm:ss' },
      wait_s: { from: "Temps d'attente", unit: 'mm:ss' },
    });
    const portuguese = proposed(
      'protocolo|inicio|duracao_ms|atendente|direcao|valor',
      'p1|1774745990000|125000|Rui|entrada|1.200,50',
      'p2|1774749990000|8000|Eva|saída|15,00',
    );
    expect(portuguese.mapping).toMatchObject({
      decimal: 'comma',
      columns: {
        started_at: { from: 'inicio', format: 'epoch_ms' },
        talk_s: { from: 'duracao_ms', unit: 'milliseconds' },
        direction: { words: { entrada: 'inbound', saída: 'outbound' } },
        revenue: { from: 'valor' },
      },
    });
  });
});

describe('values have the last word', () => {
  const why = ({ columns }: ReturnType<typeof proposed>) =>
    Object.fromEntries(columns.map(({ header, target, why: told }) => [header, `${target} ${told && say(told)}`]));

  it('a column that is named like something and holds something else is left alone, and why', () => {
    const table = proposed(
      'Call ID|Date|Duration|Hold time|Agent|End time|Number of holds',
      'a|next week|long||Ann|2026-03-02 09:15:00|3',
      'a|soon|short||Ann|2026-03-02 09:15:00|2',
      'b|yesterday|long||Bob|2026-03-02 09:15:00|0',
    );
    expect(table.mapping.columns).toEqual({ agent: { from: 'Agent' } });
    expect(why(table)).toEqual({
      'Call ID': 'null named like an id of the call, but its values are not',
      Date: 'null named like the start of the call, but its values are not',
      Duration: 'null named like talk time, but its values are not',
      'Hold time': 'null empty in all rows looked at',
      Agent: 'agent by its name',
      'End time': 'null null',
      'Number of holds': 'null null',
    });
  });

  it('of two columns that could be it the better one is taken', () => {
    const table = proposed(
      'UniqueID|Duration|Talk time|Handle time|Start|Wait',
      'a|00:03:00|00:02:05|00:04:00|2026-03-02 09:15:00|00:00:07',
      'b|00:04:00|00:03:05|00:05:00|2026-03-02 09:18:00|00:00:09',
    );
    expect(table.mapping.columns.talk_s).toEqual({ from: 'Talk time', unit: 'hh:mm:ss' });
    expect(why(table).Duration).toBe('null named like talk time, but another column fits better');
    expect(table.mapping.talkIncludes).toBeUndefined();
  });

  it('handle time is talk with hold and wrap in it, where there is no talk', () => {
    const table = proposed('Id|Start|Handle time (s)|Hold (s)', 'a|2026-03-02 09:15|180|20', 'b|2026-03-02 09:16|90|5');
    const { mapping } = table;
    expect(mapping.columns).toEqual({
      call_id: { from: 'Id' },
      started_at: { from: 'Start', format: 'iso' },
      talk_s: { from: 'Handle time (s)', unit: 'seconds' },
    });
    expect(mapping.talkIncludes).toEqual(['hold', 'wrap']);
    expect(why(table)['Hold (s)']).toBe('null hold time, which the column taken for talk time has in it already');
  });

  it('a column of lost calls says the opposite of whether they were answered', () => {
    const { mapping } = proposed('Abandoned|x', 'yes|1', 'no|2', 'no|3');
    expect(mapping.columns.answered).toEqual({
      from: 'Abandoned',
      words: { yes: 'no', no: 'yes', true: 'no', false: 'yes', 1: 'no', 0: 'yes' },
    });
  });

  it('the status says it where all its words do', () => {
    const status = (...words: string[]) => proposed('Status|x', ...words.map((word) => `${word}|`)).mapping;
    expect(status('ANSWERED', 'BUSY', 'NO ANSWER')).toMatchObject({
      columns: { answered: { from: 'Status', words: { ANSWERED: 'yes', BUSY: 'no', 'NO ANSWER': 'no' } } },
      outcomes: { BUSY: 'no_contact', 'NO ANSWER': 'no_contact' },
    });
    expect(status('ANSWERED', 'Sale').columns.answered).toBeUndefined();
  });

  it.each([
    ['12,5', '1.234,5', 'comma'],
    ['12.5', '1,234.5', 'point'],
    // Thousands stand only where there are any; decimals of a fixed number everywhere.
    ['850', '1,234', 'point'],
    ['850', '1.234', 'comma'],
    ['0,850', '1,234', 'comma'],
    ['12,500', '7,250', 'comma'],
    ['12.500', '7.250', 'point'],
    ['1234,567', '1', 'comma'],
    ['60', '70', 'point'],
  ])('%s and %s have a decimal %s', (a, b, mark) => {
    expect(proposed('Talk time (s)|x', `${a}|`, `${b}|`).mapping.decimal).toBe(mark);
  });

  it('what has no name of its own, or one that comes twice, is named by its place', () => {
    const { mapping, columns } = proposed('Call ID|Agent|agent||Start', 'a|Ann|7|x|2026-03-02', 'b|Bob|8|y|2026-03-03');
    expect(mapping.columns.agent).toEqual({ from: '#2' });
    expect(columns.map(({ column }) => column)).toEqual(['Call ID', '#2', '#3', '#4', 'Start']);
  });
});

describe('what is declared', () => {
  const words = {
    outcomeMap: new Map([['Venta', 'no_sale' as const]]),
    leaveOut: new Map([['OCUPADO', 'no']]),
    programs: new Map([['Cola 1', 'orders']]),
  };
  const declared = { vendor: 'norte', vendors: new Map([['norte', words]]), programs: new Map([['sales', {}]]) };

  it('is left to explain the words that it explains', () => {
    const rows = ['Venta', 'Ocupado', 'No contesta'].map((word) => [word]);
    expect(proposeMapping(['Resultado'], rows, declared).mapping.outcomes).toEqual({ 'No contesta': 'no_contact' });
  });

  it('tells a program from a type of call', () => {
    const queue = (...names: string[]) =>
      proposeMapping(
        ['Queue'],
        names.map((name) => [name]),
        declared,
      ).mapping.columns;
    expect(queue('cola 1', 'sales')).toEqual({ program: { from: 'Queue' } });
    expect(queue('cola 1', 'service')).toEqual({ call_type: { from: 'Queue' } });
  });
});

describe('what a call came to', () => {
  const columns = (header: string, ...values: string[]) =>
    proposeMapping(
      [header],
      values.map((value) => [value]),
    ).mapping.columns;

  it('is told by whether it sold, or in the trade’s own words', () => {
    expect(columns('Sold', 'Y', 'N')).toEqual({ outcome: { from: 'Sold', words: { Y: 'sale', N: 'no_sale' } } });
    expect(columns('Outcome', 'sale', 'no_contact')).toEqual({ outcome: { from: 'Outcome' } });
    expect(columns('Outcome', 'AGENT', 'HANG')).toEqual({ disposition: { from: 'Outcome' } });
  });
});
